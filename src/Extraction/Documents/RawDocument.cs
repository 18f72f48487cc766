namespace Extraction.Documents;

/// <summary>Anything that flows can be named when it fails.</summary>
public interface ITraceable
{
    /// <summary>The path under the input, the URL, or the archive and record that the document came from.</summary>
    string DocumentId { get; }
}

public enum BodyFormat
{
    /// <summary>Plain text as dumped from a page: offsets of records are offsets of this text.</summary>
    PlainText,

    /// <summary>HTML: offsets of records are offsets of the cleaned text.</summary>
    Html,
}

/// <summary>What the source says about a document besides its bytes (side car, JSON fields, HTTP headers). All of it may be absent.</summary>
/// <param name="Title">Headline, as given.</param>
/// <param name="Published">Publication date or time, as given; Clean reads it.</param>
/// <param name="Url">Address of the page.</param>
/// <param name="Listed">Publication date that a feed or a news sitemap gives beside the address: believed where the page itself gives none.</param>
/// <param name="Changed">Date of the page's last change, from a sitemap or the server: believed where nothing else gives a date.</param>
public sealed record SourceHints(string? Title = null, string? Published = null, string? Url = null, string? Listed = null, string? Changed = null)
{
    public static readonly SourceHints None = new();
}

/// <summary>Bytes as they came, not decoded. Ingest makes it; Clean takes it.</summary>
/// <param name="DocumentId">Stable name: path under the input with forward slashes; inside a container <c>path#record</c>.</param>
/// <param name="Body">The document's bytes.</param>
/// <param name="Format">How to read them.</param>
/// <param name="Charset">Character set that the transport declared, or null.</param>
/// <param name="Hints">What else the source says.</param>
public sealed record RawDocument(string DocumentId, ReadOnlyMemory<byte> Body, BodyFormat Format, string? Charset, SourceHints Hints) : ITraceable;
