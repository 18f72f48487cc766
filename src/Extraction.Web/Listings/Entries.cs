using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Web.Fetching;

namespace Extraction.Web.Listings;

/// <summary>What was found in a listing so far.</summary>
sealed class Found(Uri address)
{
    public Uri Address => address;

    public bool IsKnown { get; set; }

    public ImmutableArray<ListedLink>.Builder Links { get; } = ImmutableArray.CreateBuilder<ListedLink>();

    public ImmutableArray<Uri>.Builder Lists { get; } = ImmutableArray.CreateBuilder<Uri>();

    public int WithoutLink { get; set; }

    public void Add(Uri? link, string? published, string? changed)
    {
        if (link is null)
        {
            WithoutLink++;
        }
        else
        {
            Links.Add(new(link, published, changed));
        }
    }
}

/// <summary>The entries of each kind of listing. Names are compared without their namespaces, which many feeds get wrong.</summary>
static class Entries
{
    const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>How an element is read that is an entry; null for others.</summary>
    public static Action<XElement, Found, Uri>? Reader(string name) => name switch
    {
        "item" => Rss,
        "entry" => Atom,
        "url" => Page,
        "sitemap" => Sitemap,
        _ => null,
    };

    /// <summary>What relative links below an element are relative to.</summary>
    public static Uri Base(string? written, Uri outer) => written is not null && Uri.TryCreate(outer, written, out var inner) ? inner : outer;

    static void Rss(XElement item, Found found, Uri outer)
    {
        var at = Base((string?)item.Attribute(XNamespace.Xml + "base"), outer);
        var guid = Child(item, "guid");
        var permanent = guid is not null && (string?)guid.Attribute("isPermaLink") != "false" && Text(guid)?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? Text(guid) : null;
        var link = item.Elements().Where(e => e.Name.LocalName == "link" && e.Name.NamespaceName != "http://www.w3.org/2005/Atom").Select(Text).FirstOrDefault(text => text is not null);
        found.Add(Link(link ?? Href(item, at)?.OriginalString ?? permanent, at), Text(Child(item, "pubDate")) ?? Text(Child(item, "date")), null);
    }

    static void Atom(XElement entry, Found found, Uri outer)
    {
        var at = Base((string?)entry.Attribute(XNamespace.Xml + "base"), outer);
        found.Add(Href(entry, at), Text(Child(entry, "published")) ?? Text(Child(entry, "issued")), Text(Child(entry, "updated")) ?? Text(Child(entry, "modified")));
    }

    static void Page(XElement url, Found found, Uri outer)
    {
        var news = url.Descendants(XName.Get("publication_date", News)).Concat(url.Descendants().Where(e => e.Name.LocalName == "publication_date")).FirstOrDefault();
        found.Add(Link(Text(Child(url, "loc")), outer), Text(news), Text(Child(url, "lastmod")));
    }

    static void Sitemap(XElement sitemap, Found found, Uri outer)
    {
        if (Link(Text(Child(sitemap, "loc")), outer) is { } address)
        {
            found.Lists.Add(address);
        }
        else
        {
            found.WithoutLink++;
        }
    }

    /// <summary>The link that is the page itself: without a relation, or the alternate one; an HTML one before others.</summary>
    static Uri? Href(XElement entry, Uri at) => entry.Elements()
        .Where(e => e.Name.LocalName == "link" && (string?)e.Attribute("rel") is null or "alternate" && e.Attribute("href") is not null)
        .OrderBy(e => (string?)e.Attribute("type") is null or "text/html" or "application/xhtml+xml" ? 0 : 1)
        .Select(e => Link((string?)e.Attribute("href"), Base((string?)e.Attribute(XNamespace.Xml + "base"), at)))
        .FirstOrDefault(link => link is not null);

    static Uri? Link(string? written, Uri at) =>
        written?.Trim() is { Length: > 0 } text && Uri.TryCreate(at, text, out var link) && link.Scheme is "http" or "https" ? Redirects.WithoutFragment(link) : null;

    static XElement? Child(XElement entry, string name) => entry.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;
}
