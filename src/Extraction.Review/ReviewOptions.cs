using Extraction.Documents;

namespace Extraction.Review;

/// <summary>What to review and where to serve it.</summary>
public sealed record ReviewOptions
{
    /// <summary>The port that is tried first where none is named, so that a page finds its server again after a restart.</summary>
    public const int UsualPort = 5177;

    /// <summary>JSON Lines, as <c>run --out</c> writes them.</summary>
    public required string Records { get; init; }

    /// <summary>Reads <see cref="Records"/> where they are no JSON Lines.</summary>
    public Func<string, IEnumerable<SanctionsRecord>>? Reader { get; init; }

    /// <summary>JSON Lines of <c>run --articles</c>; without it only the evidence sentences are shown.</summary>
    public string? Articles { get; init; }

    /// <summary>Where decisions go; <c>RECORDS.decisions.jsonl</c> beside the records where null.</summary>
    public string? Decisions { get; init; }

    /// <summary>The name proposed to who opens the page.</summary>
    public string? Reviewer { get; init; }

    /// <summary>0 to 65535; 0 for any free one. <see cref="UsualPort"/>, or any free one, where null.</summary>
    public int? Port { get; init; }

    public string DecisionsOrDefault => Decisions ?? DecisionsBeside(Records);

    /// <summary>records.jsonl → records.decisions.jsonl.</summary>
    public static string DecisionsBeside(string records) =>
        Path.Combine(Path.GetDirectoryName(records) ?? "", Path.GetFileNameWithoutExtension(records) + ".decisions.jsonl");
}
