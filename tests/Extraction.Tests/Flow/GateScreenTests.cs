using System.Collections.Immutable;
using System.Text;
using Extraction.Documents;
using Extraction.Flow;
using Extraction.Ingest;

namespace Extraction.Tests.Flow;

[TestFixture]
public sealed class GateScreenTests
{
    static readonly Screen Screen = GateScreen.Create();

    static readonly Encoding[] Encodings = [new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1];

    static ImmutableArray<string> Stems() => GateScreen.Stems;

    [TestCaseSource(nameof(Stems))]
    public void EveryStemOfTheLexiconPassesHoweverItIsWritten(string stem)
    {
        string[] writings = [stem, stem.ToUpperInvariant(), string.Concat(stem.Select(letter => $"&#{(int)letter};")), stem[..2] + "<b>" + stem[2..] + "</b>"];
        foreach (var encoding in Encodings)
        {
            foreach (var written in writings)
            {
                var page = $"<html><body><p>The council spoke of {written} on Monday, as it had long been known to do.</p></body></html>";
                Assert.That(Screen([.. encoding.GetPreamble(), .. encoding.GetBytes(page)], BodyFormat.Html, null), Is.True, $"{written} in {encoding.WebName}");
            }
        }
    }

    [TestCaseSource(nameof(Stems))]
    public void AStemInTheTitleAloneIsEnough(string stem) => Assert.That(Screen("words"u8, BodyFormat.PlainText, $"On {stem} again"), Is.True);

    [Test]
    public void APageWithoutAStemIsLeftOut() =>
        Assert.That(Screen("<html><script>var sanction=1</script><div class='sidebar'>The museum opens.</div></html>"u8, BodyFormat.Html, "Museum"), Is.False);
}
