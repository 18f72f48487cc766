using System.Collections.Immutable;

namespace Extraction.Documents;

public enum BlockKind
{
    /// <summary>The article's headline, when it stands in the text.</summary>
    Title,

    /// <summary>A standfirst, or a heading inside the article.</summary>
    Heading,
    Paragraph,

    /// <summary>One bullet of a list.</summary>
    ListItem,

    /// <summary>One row of a table.</summary>
    TableRow,
}

/// <summary>A stretch of article text that a reader sees as one block. Sentences never cross blocks. Boilerplate is in no block.</summary>
public readonly record struct Block(BlockKind Kind, TextRange Range);

/// <summary>Where an article's publication date was found; the strongest first.</summary>
public enum PublishedBasis
{
    None,

    /// <summary>Given by the caller for the whole run, or by the source beside the text (side car, JSON field).</summary>
    Source,

    /// <summary>Metadata of the page: meta elements, JSON-LD, time elements.</summary>
    Metadata,

    /// <summary>Words of the page: "Posted on: …", a date line.</summary>
    Text,

    /// <summary>The feed or news sitemap that led to the page.</summary>
    Feed,

    /// <summary>The address of the page: /2021/12/07/.</summary>
    Url,

    /// <summary>The day the page was last changed, as a sitemap or the server says: it was published then or before.</summary>
    Changed,
}

/// <summary>
/// One article: its text and the blocks in it that are article. Clean makes it; a page with several articles gives several.
/// For a plain-text source <see cref="Text"/> has the source's own offsets: whatever is not this article is blanked, never
/// removed, so that a range of the text is a range of the source. For HTML it is the cleaned text.
/// </summary>
/// <param name="DocumentId">Of the document it came from.</param>
/// <param name="Number">Its place on the page, from 1.</param>
/// <param name="Title">Headline, white space collapsed, or null where the page shows none.</param>
/// <param name="Published">Publication date, or null.</param>
/// <param name="PublishedBasis">Where that date was found.</param>
/// <param name="Url">Address, or null.</param>
/// <param name="Text">The text that all ranges refer to.</param>
/// <param name="Blocks">In reading order, not overlapping.</param>
public sealed record Article(
    string DocumentId,
    int Number,
    string? Title,
    DateOnly? Published,
    PublishedBasis PublishedBasis,
    string? Url,
    string Text,
    ImmutableArray<Block> Blocks) : ITraceable;
