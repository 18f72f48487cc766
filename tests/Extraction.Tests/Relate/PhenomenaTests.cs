using System.Globalization;

namespace Extraction.Tests.Relate;

/// <summary>What sanctions news does with language, as read by the shipped models: one case a block of phenomena.txt.</summary>
public sealed class PhenomenaTests
{
    public static IEnumerable<TestCaseData> Cases()
    {
        foreach (var block in File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Relate", "phenomena.txt")).Split("\n== ").Skip(1))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var published = lines.FirstOrDefault(l => l.StartsWith("published: ", StringComparison.Ordinal))?[11..];
            var expected = lines.Where(l => l.StartsWith("=> ", StringComparison.Ordinal) && l != "=> nothing").Select(l => l[3..]).ToArray();
            var text = string.Join("\n\n", lines.Skip(1).Where(l => !l.StartsWith("=> ", StringComparison.Ordinal) && !l.StartsWith("published: ", StringComparison.Ordinal)));
            yield return new TestCaseData(text, published, expected).SetName("Phenomenon: " + lines[0]);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void ReadsAsACarefulReaderWould(string text, string? published, string[] expected)
    {
        var day = published is null ? (DateOnly?)null : DateOnly.Parse(published, CultureInfo.InvariantCulture);
        var dated = expected.Any(e => e.Count(c => c == '|') == 4);
        var found = Shipped.Read(text, day).Select(e =>
            $"{e.Actor.Name} | {e.Action} | {e.Status} | {e.Target}".Replace("Impose", "impose", StringComparison.Ordinal).Replace("Extend", "extend", StringComparison.Ordinal)
                .Replace("Ease", "ease", StringComparison.Ordinal).Replace("Lift", "lift", StringComparison.Ordinal).Replace("Actual", "actual", StringComparison.Ordinal)
                .Replace("Planned", "planned", StringComparison.Ordinal).Replace("Urged", "urged", StringComparison.Ordinal).Replace("Rejected", "rejected", StringComparison.Ordinal)
            + (dated && e.Date?.Edtf is { } date ? " | " + date : ""));
        Assert.That(found, Is.EquivalentTo(expected));
    }
}
