using System.Globalization;
using System.Runtime.CompilerServices;
using Extraction.Documents;
using Extraction.Ingest;
using Extraction.Web.Fetching;
using Extraction.Web.Listings;

namespace Extraction.Web;

/// <summary>Pages from the web as documents, in the order in which they were named or listed, whatever comes first over the line.</summary>
/// <param name="fetcher">Not owned.</param>
/// <param name="lists">Reads feeds and sitemaps.</param>
/// <param name="published">The publication date of documents that give none themselves, or null.</param>
public sealed class WebSource(Fetcher fetcher, ListSource lists, string? published)
{
    /// <summary>Pages that are fetched or wait for those before them.</summary>
    const int Ahead = 64;

    /// <summary>The pieces of a run; read by one thread, which waits where a page is not there yet.</summary>
    public IEnumerable<Piece> Pieces(IEnumerable<WebTarget> targets, CancellationToken cancellation) =>
        ItemsAsync(targets, cancellation).Select(PieceOf).ToBlockingEnumerable(cancellation);

    /// <summary>Fetches a page. What cannot be had is a fault, and never an exception.</summary>
    public async Task<SourceItem> FetchAsync(ListedLink link, CancellationToken cancellation) =>
        (await TryAsync(link, cancellation).ConfigureAwait(false)).Item;

    /// <summary>As <see cref="FetchAsync"/>; says also whether it may be had another day.</summary>
    public async Task<(SourceItem Item, bool IsPassing)> TryAsync(ListedLink link, CancellationToken cancellation)
    {
        var id = link.Address.AbsoluteUri;
        try
        {
            var page = await fetcher.FetchAsync(link.Address, FetchKind.Page, cancellation).ConfigureAwait(false);
            if (page.Body.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
            {
                return (new SourceSkip(id, "empty"), false);
            }

            var changed = link.Changed ?? page.Changed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var hints = new SourceHints(Published: published, Url: page.Address.AbsoluteUri, Listed: link.Published, Changed: changed);
            return (new SourceDocument(new(id, page.Body, PageTypes.Format(page.ContentType, page.Body.Span), PageTypes.Charset(page.ContentType), hints), []), false);
        }
        catch (FetchException e)
        {
            return (Fault(id, e), e.IsPassing);
        }
    }

    internal static SourceFault Fault(string id, FetchException e, string? place = null) =>
        new(new(e.Code, id, $"{(place is null ? "" : place + ": ")}{id}: {e.Message}"));

    async IAsyncEnumerable<SourceItem> ItemsAsync(IEnumerable<WebTarget> targets, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var begun = new Queue<Task<SourceItem>>();
        try
        {
            await foreach (var item in DistinctAsync(targets, stop.Token).ConfigureAwait(false))
            {
                begun.Enqueue(item.Link is { } link ? FetchAsync(link, stop.Token) : Task.FromResult(item.Settled!));
                while (begun.Count >= Ahead || (begun.TryPeek(out var first) && first.IsCompleted))
                {
                    yield return await begun.Dequeue().ConfigureAwait(false);
                }
            }

            while (begun.TryDequeue(out var next))
            {
                yield return await next.ConfigureAwait(false);
            }
        }
        finally
        {
            // Whoever stops reading early leaves no request behind.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(begun).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    async IAsyncEnumerable<WebItem> DistinctAsync(IEnumerable<WebTarget> targets, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            await foreach (var item in lists.ItemsAsync(target, cancellation).ConfigureAwait(false))
            {
                yield return item.Link is { } link && !seen.Add(link.Address.AbsoluteUri) ? WebItem.Of(new SourceSkip(link.Address.AbsoluteUri, "same-address")) : item;
            }
        }
    }

    static ItemsPiece PieceOf(SourceItem item) => new(new(item.DocumentId, item.DocumentId, Named: true), (item as SourceDocument)?.Document.Body.Length ?? 0, [item]);
}
