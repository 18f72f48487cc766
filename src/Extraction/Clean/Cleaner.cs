using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>
/// Bytes to articles: character set, the article's body among what surrounds it, the articles of a digest, headline, publication
/// date. It does not look at what an article says. Safe to call from many threads.
/// </summary>
public sealed class Cleaner(CleanOptions options, IIssueLog issues)
{
    private const int MostShown = 60;

    private readonly PlainPage plain = new(options, issues);
    private readonly HtmlPage html = new(options, issues);

    /// <summary>The articles of a document in the order of the page, at least one.</summary>
    /// <exception cref="DocumentException"><c>clean/empty</c>, <c>clean/too-large</c>, <c>clean/binary</c>, <c>clean/no-body</c>, <c>clean/too-slow</c></exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public IReadOnlyList<Article> Clean(RawDocument document, CancellationToken cancellation = default)
    {
        if (document.Body.Length > options.MaxBytes)
            throw new DocumentException("clean/too-large", $"{document.DocumentId} has {document.Body.Length} bytes; at most {options.MaxBytes} are read (max_bytes)");
        try
        {
            return Read(document, new Work(options.MaxSteps, cancellation));
        }
        catch (DocumentException failure) when (!failure.Message.Contains(document.DocumentId, StringComparison.Ordinal))
        {
            throw new DocumentException(failure.Code, $"{document.DocumentId}: {failure.Message}", failure);
        }
    }

    private IReadOnlyList<Article> Read(RawDocument document, Work work)
    {
        var bytes = document.Body.Span;
        if (bytes.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
            throw new DocumentException("clean/empty", "the document is empty");
        work.Spend(bytes.Length);
        var decoded = TextDecoder.Decode(bytes, document.Charset, document.Format);
        if (decoded.Damaged > 0)
            issues.Report(new Issue("clean/damaged-text", document.DocumentId, $"{decoded.Damaged} characters could not be read as {decoded.Charset}; they were replaced", Fatal: false));
        if (document.Hints.Published is { } given && !PublicationDates.CanKnow(given, options))
            issues.Report(new Issue("clean/bad-date", document.DocumentId, $"the publication date that the source gives cannot be known: '{(given.Length > MostShown ? given[..MostShown] + "…" : given)}'; write it like 2021-12-07", Fatal: false));
        var articles = document.Format == BodyFormat.Html
            ? html.Read(document, decoded.Text, work)
            : plain.Read(document, decoded.Text, work);
        return articles.Count > 0 ? articles : throw new DocumentException("clean/no-body", "no article text was found");
    }
}
