using System.Collections.Immutable;
using System.Text;
using Extraction.Documents;

namespace Extraction.Flow;

/// <summary>The thinnest work for rooms that are not built yet: a page is one article without markup, and nothing is found in it.</summary>
static class StandIns
{
    public static readonly Rooms Rooms = new()
    {
        Clean = (document, _) => Clean(document),
        IsRelevant = article => article.Text.Contains("sanction", StringComparison.OrdinalIgnoreCase),
        Annotate = (article, _) => new(article, [], [], []),
        Relate = (annotated, _) => new(annotated.Article, []),
        Record = _ => [],
    };

    static ImmutableArray<Article> Clean(RawDocument document)
    {
        var text = Encoding.UTF8.GetString(document.Body.Span);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return string.IsNullOrWhiteSpace(text)
            ? []
            : [new(document.DocumentId, 1, document.Hints.Title ?? (end < 0 ? text : text[..end]).Trim(), null, PublishedBasis.None, document.Hints.Url, text, [new(BlockKind.Paragraph, new(0, text.Length))])];
    }
}
