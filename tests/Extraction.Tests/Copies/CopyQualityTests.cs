using Extraction.Copies;
using Extraction.Tests.Clean;
using Extraction.Tests.House;

namespace Extraction.Tests.Copies;

/// <summary>How well copies are told from other stories: near-copies made of our annotated articles, against different stories on the same act and against each other.</summary>
[TestFixture]
public sealed class CopyQualityTests
{
    static readonly Lazy<List<(string Text, Sketch Sketch)>> Reports = new(() =>
    [
        .. Directory.EnumerateFiles(Repository.Path("corpus", "train"), "*.txt").Order(StringComparer.Ordinal)
            .Select(path => File.ReadAllText(path).ReplaceLineEndings("\n"))
            .Where(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length >= 6)
            .Select(text => (text, Of(text))),
    ]);

    [Test]
    public void NearCopiesAreFoundAndOtherStoriesAreNot()
    {
        var random = new Random(7);
        var finder = new CopyFinder(new());
        var others = Reports.Value.Select((report, i) => finder.Settle(new($"{i}", 1), report.Sketch)).Count(original => original is not null);
        var found = NearCopy.Kinds.ToDictionary(kind => kind, kind => Reports.Value.Where((report, i) => finder.Settle(new("copy", 1), Of(NearCopy.Of(report.Text, kind, random)))?.DocumentId == $"{i}").Count());
        var sameAct = SameAct.Acts(60).Select(stories => stories.Select(Of).ToArray()).Sum(sketches => Pairs(finder, sketches));
        var sameActPairs = 60 * 3;
        var made = Reports.Value.Count * found.Count;
        var recall = found.Values.Sum() / (double)made;
        var precision = found.Values.Sum() / (double)(found.Values.Sum() + sameAct + others);
        TestContext.Out.WriteLine($"{made} near-copies: recall {recall:P2} ({string.Join(", ", found.Select(kind => $"{kind.Key} {kind.Value / (double)Reports.Value.Count:P1}"))})");
        TestContext.Out.WriteLine($"different stories on the same act taken for copies: {sameAct} of {sameActPairs}; other articles: {others} of {Reports.Value.Count}; precision {precision:P2}");
        Assert.Multiple(() =>
        {
            Assert.That(Reports.Value, Has.Count.GreaterThan(200));
            Assert.That(recall, Is.GreaterThan(0.97));
            Assert.That(precision, Is.GreaterThan(0.995));
            Assert.That(sameAct, Is.Zero);
        });
    }

    static int Pairs(CopyFinder finder, Sketch[] sketches) =>
        Enumerable.Range(0, sketches.Length).Sum(i => Enumerable.Range(0, i).Count(j => finder.AreCopies(sketches[i], sketches[j])));

    static Sketch Of(string text) => Sketcher.Of(Cleaning.Plain(text)[0]);
}
