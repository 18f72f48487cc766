using System.Diagnostics;
using Extraction.Sinks.Linking;

namespace Extraction.Sinks.Tests.Linking;

[TestFixture]
public sealed class LinkingTests
{
    // A ratchet: raised when the linker gets better, never lowered without a reason.
    const double LeastPrecision = 0.965;
    const double LeastRecall = 0.955;

    [Test]
    public void ThreeHundredHardPairsAreToldApart()
    {
        var index = new NameIndex(HardPairs.All.Select(pair => pair.Entry));
        foreach (var threshold in (double[])[0.75, 0.78, 0.8, 0.82, 0.84, 0.85, 0.86, 0.88, 0.9, 0.92])
        {
            var (precision, recall, _) = Measure(new(index, threshold));
            TestContext.Out.WriteLine($"threshold {threshold:0.00}: precision {precision:0.000} recall {recall:0.000} F1 {2 * precision * recall / (precision + recall):0.000}");
        }

        var (p, r, misses) = Measure(new(index));
        misses.ForEach(TestContext.Out.WriteLine);
        Assert.That(HardPairs.All, Has.Count.EqualTo(300));
        Assert.That(p, Is.GreaterThanOrEqualTo(LeastPrecision));
        Assert.That(r, Is.GreaterThanOrEqualTo(LeastRecall));
    }

    [Test]
    public void AHundredThousandNamesAreSearchedQuickly()
    {
        var random = new Random(5);
        string[] first = [.. HardPairs.All.Where(pair => pair.Kind == EntryKind.Person).Select(pair => pair.Name.Split(' ')[0]).Distinct()];
        string[] syllables = ["ba", "ri", "kov", "san", "med", "ul", "tar", "dze", "shi", "nov", "ha", "li", "mo", "ra", "zi", "gor", "el", "an", "ku", "pet"];
        string Surname() => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => syllables[random.Next(syllables.Length)]));
        List<ListEntry> entries = [.. Enumerable.Range(0, 100_000).Select(n => new ListEntry($"{n}", EntryKind.Person, [$"{Surname().ToUpperInvariant()}, {first[random.Next(first.Length)]} {Surname()}"]))];

        var clock = Stopwatch.StartNew();
        var index = new NameIndex(entries);
        var built = clock.Elapsed;
        const int Asked = 2000;
        clock.Restart();
        var found = Enumerable.Range(0, Asked).Count(n => new TargetLinker(index).Find(entries[n * 50].Names[0].Replace(",", "", StringComparison.Ordinal), EntryKind.Person) is { Score: > 0.99 });
        var each = clock.Elapsed / Asked;
        TestContext.Out.WriteLine($"{index.Count} names: built in {built.TotalSeconds:0.00} s, {each.TotalMilliseconds:0.000} ms a look-up");
        Assert.That(found, Is.EqualTo(Asked));
        Assert.That(each, Is.LessThan(TimeSpan.FromMilliseconds(50)));
    }

    [Test]
    public void OnlyNamedTargetsAreLinked()
    {
        var linker = new TargetLinker(new([new("Q1", EntryKind.Organization, ["Company 1"]), new("Q2", EntryKind.Unknown, ["Iran"])]));
        Assert.Multiple(() =>
        {
            Assert.That(linker.Link(Some.Record(1)), Has.Property("TargetId").EqualTo("Q1").And.Property("TargetScore").EqualTo(1.0));
            Assert.That(linker.Link(Some.Record(1) with { Target = "Iran", TargetType = "country" }).TargetId, Is.Null);
            Assert.That(Some.Json(linker.Link(Some.Record(2) with { Target = "Nobody" })), Does.Not.Contain("target_id").And.Not.Contain("target_score"));
        });
    }

    [Test]
    public void OfEqualsTheFirstListIsTaken() =>
        Assert.That(new NameIndex([new("first", EntryKind.Person, ["Ali Reza"]), new("second", EntryKind.Person, ["ALI REZA"])]).Find("Ali Reza", EntryKind.Person)!.Entry.Id, Is.EqualTo("first"));

    static (double Precision, double Recall, List<string> Misses) Measure(TargetLinker linker)
    {
        int right = 0, wrong = 0;
        var misses = new List<string>();
        foreach (var pair in HardPairs.All)
        {
            var match = linker.Find(pair.Name, pair.Kind);

            // The same entry may stand in several pairs.
            var isRight = match is not null && pair.Same && (match.Entry.Id == pair.Entry.Id || match.Entry.Names.Intersect(pair.Entry.Names, StringComparer.OrdinalIgnoreCase).Any());
            right += isRight ? 1 : 0;
            wrong += match is not null && !isRight ? 1 : 0;
            if (match is null ? pair.Same : !isRight)
            {
                misses.Add($"{(pair.Same ? '+' : '-')} {pair.Name} | {pair.Entry.Names[0]} → {match?.Entry.Names[0]} {match?.Score:0.000}");
            }
        }

        return ((double)right / (right + wrong), (double)right / HardPairs.All.Count(pair => pair.Same), misses);
    }
}
