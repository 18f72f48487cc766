using System.Net;
using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>
/// What a text field of JSON or a table really holds: plain text as a rule, but crawlers put HTML there too, and text whose entities
/// nobody resolved.
/// </summary>
static partial class FieldText
{
    /// <summary>The text and how to read it: HTML where it has paragraphs of HTML, else plain, without inline tags and entities.</summary>
    public static (string Text, BodyFormat Format) Of(string text)
    {
        if (Blocks().IsMatch(text)) return (text, BodyFormat.Html);
        if (Inline().IsMatch(text)) text = Inline().Replace(text, "");
        if (!Entity().IsMatch(text)) return (text, BodyFormat.PlainText);
        var decoded = WebUtility.HtmlDecode(text);
        // HTML that was escaped once more.
        return (decoded, Blocks().IsMatch(decoded) ? BodyFormat.Html : BodyFormat.PlainText);
    }

    [GeneratedRegex(@"</(p|div|li|ul|ol|table|tr|td|h[1-6]|article|section)>|<br ?/?>|<p>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"</?(a|b|i|u|em|strong|span|font|mark|cite|abbr)(\s[^<>]{0,500})?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();

    [GeneratedRegex(@"&(nbsp|amp|quot|apos|lt|gt|shy|[lr][sd]quo|[nm]dash|hellip|#\d{2,6}|#x[0-9a-f]{2,5});", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();
}
