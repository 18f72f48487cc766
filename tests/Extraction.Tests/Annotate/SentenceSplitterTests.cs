using Extraction.Annotate.Tokenize;

namespace Extraction.Tests.Annotate;

public class SentenceSplitterTests
{
    [TestCase("One came. Two left.", "One came .|Two left .")]
    [TestCase("The U.S. Treasury acted. It named five.", "The U.S. Treasury acted .|It named five .")]
    [TestCase("He lives in the U.S. The bank is his.", "He lives in the U.S.|The bank is his .")]
    [TestCase("Gen. Smith met Mr. J. R. Jones.", "Gen. Smith met Mr. J. R. Jones .")]
    [TestCase("\"We will act.\" The minister left.", "\" We will act . \"|The minister left .")]
    [TestCase("\"We will act!\" he said.", "\" We will act ! \" he said .")]
    [TestCase("\u201CIt ends.\u201D \u201CIt goes on.\u201D", "\" It ends . \"|\" It goes on . \"")]
    [TestCase("They sold Acme Ltd. to him.", "They sold Acme Ltd. to him .")]
    [TestCase("a hard\nwrapped line. Then\nmore", "a hard wrapped line .|Then more")]
    [TestCase("A headline\n\nA paragraph.", "A headline|A paragraph .")]
    [TestCase("Listed:\n\u2022 one\n\u2022 two", "Listed :|\u2022 one|\u2022 two")]
    [TestCase("Two were killed.The army denied it.", "Two were killed .|The army denied it .")]
    [TestCase("Was it so? Yes! 12 men said so.", "Was it so ?|Yes !|12 men said so .")]
    [TestCase("It rose 3.5 per cent.", "It rose 3.5 per cent .")]
    public void Splits(string text, string expected)
    {
        var plain = new char[text.Length];
        PlainText.Copy(text, plain);
        var slices = TokenizerTests.Slices(text);
        var ends = new List<int>();
        SentenceSplitter.Split(plain, text, slices, 0, ends);
        var first = 0;
        var sentences = new List<string>();
        foreach (var end in ends)
        {
            sentences.Add(string.Join(' ', slices[first..end].Select(slice => PlainText.FormOf(text.AsSpan(slice.Start, slice.Length)))));
            first = end;
        }

        Assert.That(string.Join('|', sentences), Is.EqualTo(expected));
    }
}
