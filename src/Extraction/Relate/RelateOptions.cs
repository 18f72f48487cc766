namespace Extraction.Relate;

/// <summary>Where this room draws its lines. All are probabilities, 0 to 1, set on the development split.</summary>
public sealed record RelateOptions
{
    /// <summary>An anchor is followed up when "no act" is less probable than this. Range 0 to 1, default 0.8.</summary>
    public double MaxNoAct { get; init; } = 0.8;

    /// <summary>A nominal is followed up as a target from this probability. Range 0 to 1, default 0.25.</summary>
    public double MinTarget { get; init; } = 0.25;

    /// <summary>A record is written from this confidence. Range 0 to 1, default 0.35.</summary>
    public double MinConfidence { get; init; } = 0.35;

    /// <summary>A second authority acts with the first from this probability. Range 0 to 1, default 0.6.</summary>
    public double MinJointActor { get; init; } = 0.6;

    /// <summary>A reason counts from this probability. Range 0 to 1, default 0.3.</summary>
    public double MinReason { get; init; } = 0.3;

    /// <summary>A reason outside the sentences that state the record counts by this factor. Range 0 to 1, default 0.7.</summary>
    public double OtherSentence { get; init; } = 0.7;

    /// <summary>How many sentences after an act may go on with it without a trigger word. Range 0 to 50, default 12.</summary>
    public int MaxContinuation { get; init; } = 12;
}
