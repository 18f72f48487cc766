using Extraction.Training.Clean;

namespace Extraction.Tests.Clean;

internal sealed class BodyScorerTests
{
    [Test]
    public void Snippets_are_counted_on_both_sides()
    {
        var folder = Directory.CreateTempSubdirectory("bodies").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.html"), "<body><nav>Home and more of it</nav><article><p>The ministry froze the accounts of four shipping\nfirms on Tuesday, it said.</p></article></body>");
            File.WriteAllText(Path.Combine(folder, "gold.json"), """{"https://example.org/a": {"file": "a.html", "with": ["four shipping firms", "not there"], "without": ["Home and", "it said."]}}""");
            var misses = new List<string>();
            var score = BodyScorer.Score(Path.Combine(folder, "gold.json"), [folder], misses.Add);
            Assert.That((score.Kept, score.Lost, score.Intruded, score.KeptOut), Is.EqualTo((1, 1, 1, 1)));
            Assert.That(misses, Is.EqualTo((string[])["a.html\tlost\tnot there", "a.html\tintruded\tit said."]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
