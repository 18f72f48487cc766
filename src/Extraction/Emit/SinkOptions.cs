using System.Collections.Immutable;

namespace Extraction.Emit;

/// <summary>Where records go besides the JSON Lines of <c>--out</c>, and how hard the program tries to store them.</summary>
public sealed record SinkOptions
{
    public const int LargestBatch = 50_000;

    public const int MostAttempts = 100;

    /// <summary>Addresses such as <c>sqlite:sanctions.db</c>; <c>--to</c> adds to them.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Records that are stored in one transaction. 1 to 50,000.</summary>
    public int BatchRecords { get; init; } = 1000;

    /// <summary>How often a batch is tried, the first time included, before it goes to the dead letters. 1 to 100.</summary>
    public int Attempts { get; init; } = 7;

    /// <summary>Pause before the second attempt, in seconds; doubled each time, with jitter, up to 30. 0.001 to 60.</summary>
    public double PauseSeconds { get; init; } = 0.5;

    /// <summary>Longest time for one attempt, in seconds. 0.1 to 3600.</summary>
    public double TimeoutSeconds { get; init; } = 60;

    /// <summary>When a batch was given up, how long no other is tried, in seconds: they go straight to the dead letters. 0.5 to 3600.</summary>
    public double BreakSeconds { get; init; } = 30;

    /// <summary>The file for records that could not be stored, which <c>load</c> takes back; null for <c>dead-letters.jsonl</c> in the current folder.</summary>
    public string? DeadLetters { get; init; }
}
