using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Extraction.Ingest;

/// <summary>Factiva's HTML export → the lines of its text export: a table row a field, its code in the first cell.</summary>
static class FactivaHtml
{
    public static string ToText(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        foreach (var row in page.QuerySelectorAll("tr"))
        {
            var cells = row.Children.Where(cell => cell.LocalName is "td" or "th").ToList();
            if (cells.Count < 2)
            {
                continue;
            }

            var paragraphs = cells[1].QuerySelectorAll("p");
            var words = paragraphs.Length > 0 ? string.Join("\n\n", paragraphs.Select(Words)) : Words(cells[1]);
            text.Append(cells[0].TextContent.Trim()).Append("  ").Append(words).Append('\n');
        }

        return text.ToString();
    }

    static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
