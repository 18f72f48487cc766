namespace Extraction.Copies;

/// <summary>How near-identical copies of a report are found.</summary>
public sealed record CopyOptions
{
    public const int MostRemembered = 1_000_000;

    /// <summary>Whether they are looked for. Without, no record has <c>duplicate_of</c>.</summary>
    public bool Find { get; init; } = true;

    /// <summary>Articles with records that later ones are compared with; the oldest is forgotten first. About 800 bytes each: 40 MB for the default. 1 to 1,000,000.</summary>
    public int Remember { get; init; } = 50_000;

    /// <summary>The share of its three-word sequences that an article must have in common with another, of those of both, to be its copy. 0.2 to 1.</summary>
    public double MinShare { get; init; } = 0.5;
}
