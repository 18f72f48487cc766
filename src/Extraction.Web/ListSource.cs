using System.Runtime.CompilerServices;
using Extraction.Ingest;
using Extraction.Web.Fetching;
using Extraction.Web.Listings;

namespace Extraction.Web;

/// <summary>What the user named as the pages to be fetched: feeds and sitemaps are read, indexes down to their sitemaps.</summary>
/// <param name="fetcher">Not owned.</param>
/// <param name="options">Limits.</param>
public sealed class ListSource(Fetcher fetcher, WebOptions options)
{
    /// <summary>An index in an index in an index; the protocol knows one.</summary>
    const int Deepest = 3;

    /// <summary>The pages of a target, in order; what cannot be had is among them as a fault.</summary>
    public async IAsyncEnumerable<WebItem> ItemsAsync(WebTarget target, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (address, fault) = AddressOf(target);
        if (fault is not null)
        {
            yield return WebItem.Of(fault);
        }
        else if (!target.IsList)
        {
            yield return WebItem.Of(new ListedLink(address!));
        }
        else
        {
            var links = 0;
            await foreach (var item in ListAsync(address!, 0, new(StringComparer.Ordinal), cancellation).ConfigureAwait(false))
            {
                if (item.Link is not null && ++links > options.MaxLinks)
                {
                    yield return WebItem.Of(WebSource.Fault(address!.AbsoluteUri, new("web/too-many-links", $"lists more than {options.MaxLinks} addresses; the first were read (web.max_links)")));
                    yield break;
                }

                yield return item;
            }
        }
    }

    async IAsyncEnumerable<WebItem> ListAsync(Uri address, int depth, HashSet<string> visited, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!visited.Add(address.AbsoluteUri))
        {
            yield break;
        }

        if (visited.Count > options.MaxLinks || depth > Deepest)
        {
            yield return Fault(address, "web/too-many-links", depth > Deepest ? $"is an index nested deeper than {Deepest}" : "is one sitemap too many (web.max_links)");
            yield break;
        }

        var (listing, fault) = await ReadAsync(address, cancellation).ConfigureAwait(false);
        if (fault is not null)
        {
            yield return WebItem.Of(fault);
            yield break;
        }

        foreach (var link in listing!.Links)
        {
            yield return WebItem.Of(link);
        }

        for (var i = 0; i < listing.WithoutLink; i++)
        {
            yield return WebItem.Of(new SourceSkip(address.AbsoluteUri, "no-link"));
        }

        foreach (var inner in listing.Lists)
        {
            await foreach (var item in ListAsync(inner, depth + 1, visited, cancellation).ConfigureAwait(false))
            {
                yield return item;
            }
        }

        if (listing.Fault is { } broken)
        {
            yield return Fault(address, "web/bad-list", $"{broken}; {listing.Links.Length} addresses before that were read");
        }
    }

    async Task<(Listing? Listing, SourceFault? Fault)> ReadAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            var fetched = await fetcher.FetchAsync(address, FetchKind.List, cancellation).ConfigureAwait(false);
            var body = await Bodies.GunzipAsync(fetched.Body.ToArray(), options.MaxListMegabytes << 20, cancellation).ConfigureAwait(false);
            return (ListingReader.Read(body, fetched.Address), null);
        }
        catch (FetchException e)
        {
            return (null, WebSource.Fault(address.AbsoluteUri, e));
        }
    }

    static (Uri? Address, SourceFault? Fault) AddressOf(WebTarget target)
    {
        try
        {
            return (target.Address(), null);
        }
        catch (FetchException e)
        {
            return (null, target.Fault(e));
        }
    }

    static WebItem Fault(Uri address, string code, string message) => WebItem.Of(WebSource.Fault(address.AbsoluteUri, new(code, message)));
}
