using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Extraction.Clean;

/// <summary>What the head of a page says: titles in order of trust, and the rest.</summary>
internal sealed record HeadData(IReadOnlyList<string> Titles, PageMetadata Page);

/// <summary>Reads meta elements, JSON-LD, time elements and the title element.</summary>
internal static partial class MetadataReader
{
    private const int LongestField = 400;

    /// <summary>Names of meta fields with the day of publication, the most trusted first.</summary>
    private static readonly string[] DateFields =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished", "rnews:datepublished", "bt:pubdate",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article_date_original", "originalpublicationdate",
        "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "pubdate", "publishdate", "publish-date", "publish_date",
        "publication_date", "publication-date", "published_time_telegram", "published-date", "article.published", "displaydate", "ptime", "date_published",
        "shareaholic:article_published_time", "og:pubdate", "og:publish_date", "article.created", "date", "citation_publication_date", "citation_date", "datecreated", "created", "og:release_date", "release_date",
    ];

    public static HeadData Read(IHtmlDocument page)
    {
        var fields = Fields(page);
        var titles = new List<string>();
        foreach (var name in (string[])["og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"])
            AddTitle(titles, fields.GetValueOrDefault(name));
        AddTitle(titles, page.Title);
        var structured = page.QuerySelectorAll("script[type='application/ld+json']").Select(script => script.TextContent).ToList();
        var dates = DateFields.Take(8).Select(fields.GetValueOrDefault).OfType<string>().ToList();
        dates.AddRange(structured.Select(json => JsonDate().Match(json)).Where(match => match.Success).Select(match => match.Groups["date"].Value));
        dates.AddRange(DateFields.Skip(8).Select(fields.GetValueOrDefault).OfType<string>());
        dates.AddRange(Times(page));
        var url = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is { } canonical && canonical.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? canonical
            : fields.GetValueOrDefault("og:url");
        return new HeadData(titles, new PageMetadata(dates, url));
    }

    private static Dictionary<string, string> Fields(IHtmlDocument page)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (name is not null && meta.GetAttribute("content")?.Trim() is { Length: > 0 and < LongestField } content)
                fields.TryAdd(name.Trim(), content);
        }
        return fields;
    }

    /// <summary>Time elements: those marked as the publication, else the first in the article's own header.</summary>
    private static IEnumerable<string> Times(IHtmlDocument page)
    {
        var marked = page.QuerySelectorAll("[itemprop~=datePublished], time[pubdate], time.published, time.entry-date, abbr.published, .dt-published");
        foreach (var element in marked.Take(5))
            yield return Value(element);
        var heading = page.QuerySelector("article h1, main h1, h1");
        var around = heading;
        for (var up = 0; up < 4 && around is not null and not IHtmlBodyElement; up++)
        {
            around = around.ParentElement;
            var times = around is null or IHtmlBodyElement ? [] : around.QuerySelectorAll("time").Where(time => !IsUpdate(time)).Take(3).ToList();
            if (times.Count > 0)
            {
                yield return Value(times[0]);
                yield break;
            }
        }
    }

    private static string Value(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title") ?? element.TextContent.Trim();

    private static bool IsUpdate(IElement time) =>
        ((time.ClassName ?? "") + (time.GetAttribute("itemprop") ?? "")).Contains("modif", StringComparison.OrdinalIgnoreCase)
        || (time.ClassName ?? "").Contains("update", StringComparison.OrdinalIgnoreCase);

    private static void AddTitle(List<string> titles, string? title)
    {
        var text = title is null ? "" : Wording.Collapse(title);
        if (text.Length is > 2 and < LongestField)
            titles.Add(text);
    }

    [GeneratedRegex("""["']datePublished["']\s*:\s*["'](?<date>[^"']{4,60})["']""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex JsonDate();
}
