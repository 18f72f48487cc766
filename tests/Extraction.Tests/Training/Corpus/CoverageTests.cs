using System.Text.RegularExpressions;
using Extraction.Tests.House;

namespace Extraction.Tests.Training.Corpus;

public sealed class CoverageTests
{
    static readonly string Corpus = Repository.Path("corpus");

    [Test]
    public void TheReadmeCountsWhatTheCorpusHas()
    {
        var pages = ((string[])["train", "dev", "test"])
            .SelectMany(split => Directory.EnumerateFiles(Path.Combine(Corpus, split), "*", SearchOption.AllDirectories))
            .Where(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".html", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToArray();
        var rows = File.ReadLines(Path.Combine(Corpus, "coverage.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(row => (Wording: row[0], Pattern: new Regex(row[1], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)))
            .Select(row => $"| {row.Wording} | {pages.Count(row.Pattern.IsMatch)} |");
        var expected = string.Join('\n', [$"Articles (of {pages.Length}) in which", .. rows]);
        var readme = File.ReadAllText(Path.Combine(Corpus, "README.md"));
        Assert.That(expected.Split('\n').Where(line => !readme.Contains(line, StringComparison.Ordinal)), Is.Empty, "corpus/README.md should say:\n" + expected);
    }
}
