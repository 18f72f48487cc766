using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Training.Evaluation;

namespace Extraction.Training.Relate;

/// <summary>One annotated record with its places in the article.</summary>
public sealed record TrainingRecord
{
    public required string Actor { get; init; }

    public required ActKind Action { get; init; }

    public required ActStatus Status { get; init; }

    /// <summary>The target and every accepted other name.</summary>
    public required ImmutableArray<string> TargetNames { get; init; }

    public required string TargetType { get; init; }

    public string? ActionText { get; init; }

    public string? ActorText { get; init; }

    public string? DateText { get; init; }

    /// <summary>The date and accepted alternatives; null inside means that no date is right.</summary>
    public required ImmutableArray<string?> Dates { get; init; }

    /// <summary>True if it is right to give no date.</summary>
    public bool MayLackDate => Dates.Contains(null) && DateText is null;

    /// <summary>The reason and accepted alternatives; null inside means that no reason is right.</summary>
    public required ImmutableArray<string?> Reasons { get; init; }

    /// <summary>Where the article says so.</summary>
    public required ImmutableArray<TextRange> Evidence { get; init; }

    public ImmutableArray<string> Measures { get; init; } = [];

    public ImmutableArray<string> Objectives { get; init; } = [];

    public bool Optional { get; init; }

    /// <summary>True for words of time that stand for no date of the calendar, in the annotation as in the article.</summary>
    public bool IsTimedBy(string words) => Dates.Contains(null) && DateText is { } text && Comparing.SpanLikeness(words, text) > 0.4;
}

/// <summary>An annotated article, read by the annotator.</summary>
/// <param name="Document">The article.</param>
/// <param name="Records">Its records, in place.</param>
/// <param name="Times">How often the network reads it while it reads others once, 1 or more.</param>
public sealed record TrainingArticle(AnnotatedDocument Document, ImmutableArray<TrainingRecord> Records, int Times = 1);
