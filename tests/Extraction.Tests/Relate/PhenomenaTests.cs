using System.Globalization;
using Extraction.Documents;
using Extraction.Tests.House;

namespace Extraction.Tests.Relate;

/// <summary>What sanctions news does with language, as read by the shipped models: one case a block of phenomena.txt.</summary>
public sealed class PhenomenaTests
{
    const string Record = "=> ";
    const string Nothing = "=> nothing";
    const string NotYet = "(not yet)";
    const string Published = "published: ";

    public static IEnumerable<TestCaseData> Cases()
    {
        foreach (var block in File.ReadAllText(Repository.Path("tests", "Extraction.Tests", "Relate", "phenomena.txt")).Split("\n== ").Skip(1))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var published = lines.FirstOrDefault(l => l.StartsWith(Published, StringComparison.Ordinal))?[Published.Length..];
            var expected = lines.Where(l => l.StartsWith(Record, StringComparison.Ordinal) && l != Nothing).Select(l => l[Record.Length..]).ToArray();
            var text = string.Join("\n\n", lines.Skip(1).Where(l => !l.StartsWith(Record, StringComparison.Ordinal) && !l.StartsWith(Published, StringComparison.Ordinal)));
            yield return new TestCaseData(text, published, expected, lines[0].EndsWith(NotYet, StringComparison.Ordinal)).SetName("Phenomenon: " + lines[0]);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void IsReadAsACarefulReaderWould(string text, string? published, string[] expected, bool notYet)
    {
        var day = published is null ? (DateOnly?)null : DateOnly.Parse(published, CultureInfo.InvariantCulture);
        var dated = expected.Any(e => e.Count(c => c == '|') == 4);
        Assert.That(Shipped.Read(text, day).Select(e => Line(e, dated)), notYet ? Is.Not.EquivalentTo(expected) : Is.EquivalentTo(expected));
    }

    static string Line(SanctionEvent e, bool dated) =>
        string.Join(" | ", [e.Actor.Name, e.Action.ToString().ToLowerInvariant(), e.Status.ToString().ToLowerInvariant(), e.Target, .. dated && e.Date?.Edtf is { } date ? [date] : Array.Empty<string>()]);
}
