namespace Extraction.Clean;

/// <summary>How documents are read. Defaults suit news; ranges are checked by <see cref="Faults"/>.</summary>
public sealed record CleanOptions
{
    /// <summary>Publication date of every document, or null (default) to find each document's own.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Publication dates before this day are not believed. Default 1970-01-01.</summary>
    public DateOnly EarliestPublished { get; init; } = new(1970, 1, 1);

    /// <summary>Publication dates after this day are not believed. Default 2100-12-31.</summary>
    public DateOnly LatestPublished { get; init; } = new(2100, 12, 31);

    /// <summary>Whether a page may give several articles. Default true.</summary>
    public bool SplitPages { get; init; } = true;

    /// <summary>Largest document that is read, in bytes, 1 KiB to 1 GiB. Default 64 MiB.</summary>
    public int MaxBytes { get; init; } = 64 << 20;

    /// <summary>Largest HTML page that gets a tree, in characters, 1,000 to 100,000,000; larger ones are read as a stream of tags. Default 8,000,000.</summary>
    public int MaxTreeCharacters { get; init; } = 8_000_000;

    /// <summary>Deepest nesting that gets a tree, 16 to 2,000; deeper pages are read as a stream of tags. Default 512.</summary>
    public int MaxTreeDepth { get; init; } = 512;

    /// <summary>Most articles that one page may give, 1 to 10,000; a page with more stays one article. Default 500.</summary>
    public int MaxArticles { get; init; } = 500;

    /// <summary>Most elements that a tree may have (bounded from the page's tags), 1,000 to 10,000,000; larger ones are read as a stream of tags. Default 60,000.</summary>
    public int MaxTreeElements { get; init; } = 60_000;

    /// <summary>
    /// Most that one document may cost, in million steps, 1 to 1,000,000; a step is a character read, or a hundredth of an element. It is no time, which would not be the
    /// same twice: about ten seconds for the default of 500.
    /// </summary>
    public int MaxMillionSteps { get; init; } = 500;

    internal const int Million = 1_000_000;

    internal long MaxSteps => (long)MaxMillionSteps * Million;

    /// <summary>What is wrong with these options, one sentence each; empty where nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (EarliestPublished > LatestPublished)
            yield return "earliest_published is after latest_published";
        if (MaxBytes is < 1024 or > 1 << 30)
            yield return "max_bytes must be between 1024 and 1073741824";
        if (MaxTreeCharacters is < 1_000 or > 100_000_000)
            yield return "max_tree_characters must be between 1000 and 100000000";
        if (MaxTreeDepth is < 16 or > 2_000)
            yield return "max_tree_depth must be between 16 and 2000";
        if (MaxArticles is < 1 or > 10_000)
            yield return "max_articles must be between 1 and 10000";
        if (MaxTreeElements is < 1_000 or > 10_000_000)
            yield return "max_tree_elements must be between 1000 and 10000000";
        if (MaxMillionSteps is < 1 or > 1_000_000)
            yield return "max_million_steps must be between 1 and 1000000";
    }
}
