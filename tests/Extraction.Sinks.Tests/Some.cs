using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Sinks.Tests;

/// <summary>Hand-made records.</summary>
static class Some
{
    /// <summary>Stores that do not wait long.</summary>
    public static readonly SinkOptions Quick = new() { BatchRecords = 10, Attempts = 3, PauseSeconds = 0.001, BreakSeconds = 0.5 };

    /// <summary>The n-th record: three to an act, nine to an article.</summary>
    public static SanctionsRecord Record(int n) => new()
    {
        Actor = "United States",
        ActorCode = "US",
        ActorAgency = "Department of the Treasury",
        ActorText = "The Treasury",
        Action = "impose",
        ActionText = "blacklisted",
        Target = $"Company {n}",
        TargetText = $"Company {n}",
        TargetType = "organization",
        Status = "actual",
        Date = "2021-12-07",
        DateText = "on Tuesday",
        DateBasis = "relative",
        Justification = "selling oil for the “Guards” — 😀",
        Measures = ["designation", "asset_freeze"],
        Objectives = ["terrorism"],
        Confidence = 0.873,
        Id = $"{n:x20}",
        EventId = $"{n / 3:x20}",
        DocumentId = $"news/{n / 9:000}.txt",
        Article = 1,
        Title = "Treasury blacklists oil traders",
        Published = "2021-12-07",
        PublishedBasis = "metadata",
        Url = "https://example.org/a?b=1&c=2",
        Evidence = [new($"The Treasury blacklisted Company {n} on Tuesday.", 10, 60), new("It sold oil.", 70, 82)],
        Spans = ImmutableSortedDictionary<string, int[]>.Empty.Add("actor_text", [10, 22]).Add("target_text", [35, 44]),
        Extractor = "test 1",
    };

    /// <summary>A record with as little as may be.</summary>
    public static SanctionsRecord Bare(int n) => new()
    {
        Actor = "Iran",
        Action = "lift",
        Target = "X",
        Status = "rejected",
        TargetType = "group",
        Id = $"b{n:x19}",
        EventId = $"b{n:x19}",
        DocumentId = "bare.txt",
        Extractor = "test 1",
    };

    public static SanctionsRecord[] Records(int count) => [.. Enumerable.Range(0, count).Select(Record)];

    public static string Json(SanctionsRecord record) => System.Text.Json.JsonSerializer.Serialize(record, JsonLines.Record);

    public static string[] Json(IEnumerable<SanctionsRecord> records) => [.. records.Select(Json).Order(StringComparer.Ordinal)];
}

/// <summary>A temporary folder.</summary>
sealed class TempFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("extraction-sinks-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public string Write(string name, IEnumerable<string> lines)
    {
        File.WriteAllLines(this[name], lines);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
