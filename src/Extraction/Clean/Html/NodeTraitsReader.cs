using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Extraction.Clean;

/// <summary>
/// Reads an element's traits from its tag, class, id, role and microdata. The names are those that content systems use; many were
/// learnt from the expressions of trafilatura (Apache 2.0) and Readability (Apache 2.0).
/// </summary>
internal static partial class NodeTraitsReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Characters of a footnote's mark, with its brackets and blanks.</summary>
    private const int LongestMark = 8;

    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") && element.LocalName is not ("body" or "main" or "article"))
            return true;
        if (element.GetAttribute("aria-hidden") == "true" && element.LocalName is not ("body" or "main" or "article" or "div"))
            return true;
        return element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style);
    }

    /// <summary>
    /// True for inline words that are no part of the sentence around them: a footnote's mark, a trade mark, what is there for screen readers
    /// ("opens in a new tab"), what was struck out.
    /// </summary>
    public static bool IsAside(IElement element) => element.LocalName switch
    {
        "sup" => WordsOf(element) is { Length: <= LongestMark } mark && FootnoteMark().IsMatch(mark),
        "del" or "s" or "strike" => true,
        _ => element.ClassName is { } name && ForScreenReaders().IsMatch(name),
    };

    // Only what stands in it alone or in a link: the text of nested elements would be put together for each of them.
    private static string? WordsOf(IElement element)
    {
        var inner = element.ChildElementCount == 1 && element.ChildNodes.Length == 1 ? element.FirstElementChild! : element;
        return inner.ChildNodes.Length == 1 && inner.FirstChild is IText text ? text.Data : null;
    }

    [GeneratedRegex(@"^\s*\[?(\d{1,3}|[a-z]|[*†‡§®™©])\]?\s*$", Options)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"(^| )(screen-reader-text|sr-only|visually-?hidden|element-invisible|assistive-text|a11y-hidden|footnote(-ref|-number|-marker)?)( |$)", Options)]
    private static partial Regex ForScreenReaders();

    /// <param name="element">A block element.</param>
    /// <param name="known">What names were read before on this page; they repeat.</param>
    public static NodeTraits Of(IElement element, Dictionary<(string Tag, string? Class, string? Id), NodeTraits> known)
    {
        var tag = element.LocalName;
        if (tag is "html" or "body" || Markup.HeadingLevel(tag) > 0) // ids of headings are made of their words
            return NodeTraits.None;
        var traits = tag switch
        {
            "article" => NodeTraits.Article,
            "main" => NodeTraits.Main,
            "footer" or "nav" or "aside" or "menu" or "figcaption" or "noscript" => NodeTraits.Surrounding,
            _ => NodeTraits.None,
        };
        if (IsHidden(element))
            traits |= NodeTraits.Surrounding;
        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
            traits |= NodeTraits.ArticleBody;
        if (element.GetAttribute("role") is { } role)
            traits |= role switch
            {
                "article" => NodeTraits.Article,
                "main" => NodeTraits.Main,
                "navigation" or "complementary" or "banner" or "contentinfo" or "search" or "dialog" or "menu" or "menubar" => NodeTraits.Surrounding,
                _ => NodeTraits.None,
            };
        var (classes, id) = (element.ClassName, element.Id);
        if (string.IsNullOrEmpty(classes) && string.IsNullOrEmpty(id))
            return traits;
        if (!known.TryGetValue((tag, classes, id), out var named))
            known[(tag, classes, id)] = named = Named(Name(classes, id), tag);
        return traits | named;
    }

    private static NodeTraits Named(string name, string tag)
    {
        var traits = NodeTraits.None;
        if (tag is "div" or "section" or "article" or "main" or "td")
        {
            traits |= BodyName().IsMatch(name) ? NodeTraits.ArticleBody : NodeTraits.None;
            traits |= StoryName().IsMatch(name) ? NodeTraits.Story : NodeTraits.None;
            traits |= MainName().IsMatch(name) ? NodeTraits.Main : NodeTraits.None;
        }
        if (tag is "article" or "main" or "tr" or "td" or "tbody")
            return traits;
        if (CommentsName().IsMatch(name))
            traits |= NodeTraits.Comments;
        if (SurroundingName().IsMatch(name))
            traits |= NodeTraits.Surrounding;
        return traits;
    }

    /// <summary>Class and id with words apart: camelCase, dashes and underscores become dashes; names apart by spaces.</summary>
    private static string Name(string? classes, string? id)
    {
        var joined = " " + (classes ?? "") + " " + (id ?? "") + " ";
        if (joined.Length > 600)
            joined = joined[..600];
        return Hump().Replace(joined, "-").Replace('_', '-').ToLowerInvariant();
    }

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])", Options)]
    private static partial Regex Hump();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", Options | RegexOptions.IgnoreCase)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(@"[ -](article|art|post|entry|story|page|news|text|blog|single)-*(content|body|text|bodycopy|entry|copy)[ -]| (post|entry|body-text|articletext|articlebody|postcontent) |-(article|story)-+(content|body|text)", Options)]
    private static partial Regex BodyName();

    [GeneratedRegex(@" (story|article|postarea|text|fulltext|single-post|main-column|article-container) |[ -](fulltext|story-?content|(theme|blog|section|single)-content|wpb-text-column|field-body|field-name-body|story-body|richtext|rich-text|body-copy|news-detail|detail-content|article-detail)[ -]", Options)]
    private static partial Regex StoryName();

    [GeneratedRegex(@" content |[ -](main-content|content-main|content-body|page-content|primary-content|contents?-area|site-content|main)[ -]", Options)]
    private static partial Regex MainName();

    [GeneratedRegex(@"[ -](comments?|commentlist|commentary-?list|disqus|dsq|respond|reply|replies|livefyre|kommentare?|leserkommentare?)[ -]", Options)]
    private static partial Regex CommentsName();

    [GeneratedRegex(@"[ -](share|shares|sharing|sharebar|shariff|sharedaddy|social|sociable|socials|addthis|addtoany|related|recommended|recommendations?|outbrain|taboola|promo|promos|promoted|promotion|sponsored|sponsor|advert|advertisement|advertising|ad|ads|adsense|anzeige|werbung|banner|banners|sidebar|widget|widgets|newsletter|subscribe|subscription|signup|cookie|cookies|consent|gdpr|bread-?crumbs?|crumbs?|menu|nav|navi|navbar|navbox|navigation|subnav|topnav|footer|footnav|masthead|toolbar|pagination|pager|pagenavi|tags|taglist|tagcloud|tag-list|keywords|byline|author|authors|authorbox|author-?bio|autor|meta|postmeta|entry-?meta|timestamp|caption|credits?|copyright|rating|ratings|popup|modal|overlay|teaser|teasers|read-?more|mostread|most-(read|popular|viewed)|popular|trending|ticker|carousel|slider|slideshow|login|toc|skip|skiplink|noprint|hide-print|embed|embedded|viral|paywall|premium|mol-factbox|message-container|user-info|user-profile|attachment|next|also|jp-relatedposts|yarpp|bookmarks?|print|tools|button|buttons|btn|hidden|invisible|screen-reader-text|visually-hidden|sr-only)[ -]", Options)]
    private static partial Regex SurroundingName();
}
