namespace Extraction.Relate;

/// <summary>Where this room draws its lines. All are probabilities, 0 to 1, set on the development split.</summary>
public sealed record RelateOptions
{
    /// <summary>A record is written from this confidence. Range 0 to 1, default 0.35.</summary>
    public double MinConfidence { get; init; } = 0.35;

    /// <summary>Added to the scores of being part of a target: above 0 proposes more of them. Range -5 to 5, default 1.</summary>
    public double Eagerness { get; init; } = 1;

    /// <summary>A phrase that the tags do not spell as a target is followed up from this probability. Range 0 to 1, default 0.08.</summary>
    public double MinTarget { get; init; } = 0.08;

    /// <summary>An act without an object in its sentence is followed up from this probability. Range 0 to 1, default 0.15.</summary>
    public double MinImplicit { get; init; } = 0.15;

    /// <summary>Another authority acts with the likeliest one from this share of its probability. Range 0 to 1, default 0.4.</summary>
    public double MinSecondActor { get; init; } = 0.4;

    /// <summary>The same for an authority that stands in one list with the likeliest one. Range 0 to 1, default 0.25.</summary>
    public double MinListedActor { get; init; } = 0.25;

    /// <summary>Records say what their confidence was made of. Default false.</summary>
    public bool Weighed { get; init; }
}
