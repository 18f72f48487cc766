using Extraction.Documents;
using Extraction.Ingest;
using Extraction.Web.Fetching;
using Extraction.Web.Listings;

namespace Extraction.Web;

/// <summary>What the user named: a page, or a feed or sitemap that lists pages.</summary>
/// <param name="Given">As written.</param>
/// <param name="Place">Where it was written, for messages, or null: the option says it.</param>
/// <param name="IsList">Whether it lists pages.</param>
public sealed record WebTarget(string Given, string? Place = null, bool IsList = false)
{
    /// <summary>The addresses in a file: one a line; empty lines and those that begin with # say nothing.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IEnumerable<WebTarget> FromFile(string path) =>
        File.ReadLines(path)
            .Select((line, index) => (Text: line.Trim().TrimStart('\uFEFF'), Number: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => new WebTarget(line.Text, $"{path}:{line.Number}"));

    /// <summary>The address that is asked for; without a scheme it is taken for https.</summary>
    /// <exception cref="FetchException"><c>web/bad-url</c></exception>
    internal Uri Address()
    {
        var text = Given.Contains("://", StringComparison.Ordinal) ? Given : "https://" + Given;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            throw new FetchException("web/bad-url", "is no address; write one such as https://example.org/news/1");
        }

        Redirects.Require(address, isFirst: true);
        return Redirects.WithoutFragment(address);
    }

    internal SourceFault Fault(FetchException e) => WebSource.Fault(Given, e, Place);
}

/// <summary>A page that is to be fetched, or an item that is settled already.</summary>
/// <param name="Link">Null where it is settled.</param>
/// <param name="Settled">A fault, or a reason why it is left out.</param>
public sealed record WebItem(ListedLink? Link, SourceItem? Settled)
{
    public static WebItem Of(ListedLink link) => new(link, null);

    public static WebItem Of(SourceItem item) => new(null, item);
}
