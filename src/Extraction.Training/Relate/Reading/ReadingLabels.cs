using Extraction.Documents;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;

namespace Extraction.Training.Relate.Reading;

/// <summary>A target that the annotation finds at a place, with all records that it stands for.</summary>
/// <param name="Span">The words that name it, or (where implicit) the word that states the act.</param>
/// <param name="Records">At least one.</param>
/// <param name="IsImplicit">True where the sentence states the act but does not name the target.</param>
public sealed record LabelledSpan(Span Span, List<TrainingRecord> Records, bool IsImplicit = false)
{
    public bool IsOptional => Records.TrueForAll(r => r.Optional);
}

/// <summary>What the annotation says of the tokens of an article.</summary>
public sealed class ReadingLabels
{
    /// <summary>Targets in reading order, not overlapping.</summary>
    public required List<LabelledSpan> Spans { get; init; }

    /// <summary>By sentence and token: bits of <see cref="Mark"/>.</summary>
    public required Dictionary<int, int[]> Marks { get; init; }

    /// <summary>By the words of a reason every place where the article has them: sentence, first token.</summary>
    public required IReadOnlyDictionary<string, List<(int Sentence, int First)>> Reasons { get; init; }
}

/// <summary>What a token is part of, besides targets.</summary>
public static class Mark
{
    public const int Trigger = 1;
    public const int Actor = 2;
    public const int ReasonStart = 4;
    public const int Reason = 8;
    public const int Date = 16;
    public const int Evidence = 32;
}
