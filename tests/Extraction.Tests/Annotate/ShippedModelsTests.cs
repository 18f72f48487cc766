using Extraction.Annotate;
using Extraction.Documents;

namespace Extraction.Tests.Annotate;

/// <summary>The models in the repository, on a few sentences of our own: floors against a broken or mismatched model, not a measure of quality.</summary>
public class ShippedModelsTests
{
    private static readonly Lazy<Annotator> Shipped = new(() => Annotator.Load(Path.Combine(Root(), "models")));

    [Test]
    public void Tags_heads_and_names_are_mostly_right()
    {
        int words = 0, tags = 0, heads = 0, names = 0;
        foreach (var gold in Sample())
        {
            var document = Annotate(string.Join(' ', gold.Select(row => row[0])));
            Assert.That(document.Tokens.Select(token => token.Form), Is.EqualTo(gold.Select(row => row[0])));
            var labels = Labels(document);
            for (var at = 0; at < gold.Count; at++)
            {
                words++;
                tags += document.Tokens[at].Upos.ToString().Equals(gold[at][1], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                names += labels[at] == gold[at][2] ? 1 : 0;
                heads += document.Tokens[at].Head + 1 == int.Parse(gold[at][3]) ? 1 : 0;
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That((double)tags / words, Is.GreaterThan(0.9), "UPOS");
            Assert.That((double)names / words, Is.GreaterThan(0.85), "names");
            Assert.That((double)heads / words, Is.GreaterThan(0.8), "heads");
        });
    }

    [TestCase("US Hits Iran Oil Exports With Sanctions", "Hits")]
    [TestCase("TREASURY SANCTIONS TWO BANKS IN SYRIA", "SANCTIONS")]
    public void Headlines_have_their_verb(string headline, string verb)
    {
        var tokens = Annotate(headline).Tokens;
        Assert.That(tokens.Single(token => token.Head < 0).Form, Is.EqualTo(verb));
    }

    [Test]
    public void Ranges_are_of_the_text_and_heads_of_the_sentence()
    {
        const string text = "Gen.\u00A0Qasem\nSoleimani\u2019s men left. They didn\u2019t pay\u2026";
        var document = Annotate(text);
        Assert.Multiple(() =>
        {
            Assert.That(document.Tokens.Select(token => token.Range.Of(text)), Is.EqualTo(
                new[] { "Gen.", "Qasem", "Soleimani", "\u2019s", "men", "left", ".", "They", "did", "n\u2019t", "pay", "\u2026" }));
            Assert.That(document.Sentences, Has.Length.EqualTo(2));
            Assert.That(document.Sentences.All(sentence => Enumerable.Range(sentence.First, sentence.Count).Count(at => document.Tokens[at].Head < 0) == 1));
        });
    }

    [Test]
    public void Lemmas_are_dictionary_forms() => Assert.That(
        Annotate("The states have imposed new sanctions .").Tokens.Select(token => token.Lemma),
        Is.EqualTo(new[] { "the", "state", "have", "impose", "new", "sanction", "." }));

    [Test]
    public void An_empty_article_is_no_trouble() => Assert.That(Annotate(string.Empty).Tokens, Is.Empty);

    [Test]
    public void The_models_are_small() => Assert.That(
        Directory.GetFiles(Path.Combine(Root(), "models"), "weights.bin", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is "tagger" or "names" or "parser").Sum(path => new FileInfo(path).Length),
        Is.LessThan(9_500_000));

    private static AnnotatedDocument Annotate(string text) => Shipped.Value.Annotate(
        new Article("own", 1, null, null, PublishedBasis.None, null, text, [new Block(BlockKind.Paragraph, new TextRange(0, text.Length))]));

    private static string[] Labels(AnnotatedDocument document)
    {
        var labels = new string[document.Tokens.Length];
        Array.Fill(labels, "O");
        foreach (var name in document.Names)
        {
            for (var at = name.First; at < name.End; at++)
                labels[at] = $"{(at == name.First ? 'B' : 'I')}-{name.Type}";
        }

        return labels;
    }

    private static IEnumerable<List<string[]>> Sample()
    {
        var rows = new List<string[]>();
        foreach (var line in File.ReadLines(Path.Combine(Root(), "tests", "Extraction.Tests", "Annotate", "Data", "news.txt")).Append(string.Empty))
        {
            if (line.Length == 0 && rows.Count > 0)
            {
                yield return rows;
                rows = [];
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(line.Split('\t'));
            }
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Extraction.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
