namespace Extraction.Clean;

/// <summary>What elements mean for reading, by tag name.</summary>
internal static class Markup
{
    /// <summary>Their text is never the page's.</summary>
    public static bool IsSkipped(string tag) => tag is "script" or "style" or "template" or "svg" or "math" or "iframe" or "object" or "canvas"
        or "button" or "select" or "textarea" or "head" or "dialog" or "map" or "audio" or "video" or "title" or "noframes" or "datalist" or "input" or "embed" or "applet" or "rt" or "rp";

    /// <summary>They begin and end a block of text.</summary>
    public static bool IsBlock(string tag) => tag is "p" or "div" or "section" or "article" or "main" or "body" or "header" or "footer" or "ul" or "ol" or "li" or "dl" or "dt" or "dd"
        or "table" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th" or "caption" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "pre" or "figure" or "form"
        or "fieldset" or "legend" or "details" or "summary" or "address" or "hr" or "center" or "hgroup" or "html" or "label" or "amp-carousel" or "search" or "nav" or "aside" or "menu" or "figcaption" or "noscript";

    public static int HeadingLevel(string tag) => tag.Length == 2 && tag[0] == 'h' && tag[1] is >= '1' and <= '6' ? tag[1] - '0' : 0;
}
