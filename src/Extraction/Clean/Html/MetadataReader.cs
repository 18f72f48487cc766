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
    private const int LongestDateLine = 100;

    /// <summary>So many elements named as dates are looked into.</summary>
    private const int MostDateLines = 20;

    /// <summary>Names of meta fields with the day of publication, the most trusted first.</summary>
    private static readonly string[] DateFields =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished", "rnews:datepublished", "bt:pubdate",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article_date_original", "originalpublicationdate",
        "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "pubdate", "publishdate", "publish-date", "publish_date",
        "publication_date", "publication-date", "published_time_telegram", "published-date", "article.published", "displaydate", "ptime", "pdate", "date_published",
        "shareaholic:article_published_time", "og:pubdate", "og:publish_date", "article.created", "date", "citation_publication_date", "citation_date", "datecreated", "created", "og:release_date", "release_date",
    ];

    public static HeadData Read(IHtmlDocument page)
    {
        var found = new Found();
        foreach (var element in page.All)
            found.Take(element);
        var titles = new List<string>();
        foreach (var name in (string[])["og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"])
            AddTitle(titles, found.Fields.GetValueOrDefault(name));
        AddTitle(titles, page.Title);
        var dates = DateFields.Take(8).Select(found.Fields.GetValueOrDefault).OfType<string>().ToList();
        dates.AddRange(found.Structured.Select(json => JsonDate().Match(json)).Where(match => match.Success).Select(match => match.Groups["date"].Value));
        dates.AddRange(DateFields.Skip(8).Select(found.Fields.GetValueOrDefault).OfType<string>());
        dates.AddRange(found.Times);
        if (found.Heading is { } heading && TimeBeside(heading) is { } time)
            dates.Add(time);
        if (dates.Count == 0 && found.Heading is { } title && DateLineBeside(title) is { } line)
            dates.Add(line);
        var canonical = found.Canonical?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? found.Canonical : found.Fields.GetValueOrDefault("og:url");
        return new HeadData(titles, new PageMetadata(dates, canonical));
    }

    /// <summary>What one pass over the page's elements collects.</summary>
    private sealed class Found
    {
        public Dictionary<string, string> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Structured { get; } = [];

        /// <summary>Elements that are marked as the day of publication.</summary>
        public List<string> Times { get; } = [];

        public string? Canonical { get; private set; }

        public IElement? Heading { get; private set; }

        public void Take(IElement element)
        {
            switch (element.LocalName)
            {
                case "meta":
                    TakeField(element);
                    break;
                case "link" when element.GetAttribute("rel") == "canonical":
                    Canonical ??= element.GetAttribute("href");
                    break;
                case "script" when element.GetAttribute("type") == "application/ld+json":
                    Structured.Add(element.TextContent);
                    break;
                case "h1":
                    Heading ??= element;
                    break;
            }
            if (Times.Count < 5 && IsPublication(element))
                Times.Add(Value(element));
        }

        private void TakeField(IElement meta)
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (name is not null && meta.GetAttribute("content")?.Trim() is { Length: > 0 and < LongestField } content)
                Fields.TryAdd(name.Trim(), content);
        }

        private static bool IsPublication(IElement element)
        {
            if (element.LocalName is "time" or "abbr" && (element.HasAttribute("pubdate") || element.ClassList.Contains("published") || element.ClassList.Contains("entry-date")))
                return true;
            return element.LocalName is not "meta" && element.GetAttribute("itemprop") is { } property && property.Contains("datePublished", StringComparison.Ordinal);
        }
    }

    /// <summary>The first time element near the headline that is no update.</summary>
    private static string? TimeBeside(IElement heading)
    {
        var around = heading;
        for (var up = 0; up < 4; up++)
        {
            around = around.ParentElement;
            if (around is null or IHtmlBodyElement)
                return null;
            if (around.GetElementsByTagName("time").FirstOrDefault(time => !IsUpdate(time)) is { } time)
                return Value(time);
        }
        return null;
    }

    /// <summary>The first short line near the headline that is named as a date and holds one: "Published: October 9, 1991".</summary>
    private static string? DateLineBeside(IElement heading)
    {
        var around = heading;
        for (var up = 0; up < 3; up++)
        {
            around = around.ParentElement;
            if (around is null)
                return null;
            foreach (var element in around.QuerySelectorAll("[class],[id]").Where(e => DateName().IsMatch($"{e.ClassName} {e.Id}") && !IsUpdate(e)).Take(MostDateLines))
                if (element.TextContent is { Length: < LongestDateLine } text && DateReader.Find(text) is not null)
                    return Wording.Collapse(text);
        }
        return null;
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

    [GeneratedRegex(@"(?<!up)date|time|publish|posted|(?<!\w)dt(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateName();

    [GeneratedRegex("""["']datePublished["']\s*:\s*["'](?<date>[^"']{4,60})["']""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex JsonDate();
}
