using System.Security.Cryptography;
using System.Text;
using Extraction.Documents;
using Extraction.Relate.Lexicon;

namespace Extraction.Review.Records;

/// <summary>
/// Articles that may state a sanction and of which no record was made: what the extractor missed altogether is in these. Each
/// stands in a queue of its own as an item without fields, beside which records can be added, or which is confirmed to have none.
/// </summary>
public static class BareArticles
{
    const string Prefix = "bare-article-";

    public static bool IsBare(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The id that decisions on an article without a record name.</summary>
    public static string IdOf(string document, int article) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{document}\n{article}")).AsSpan(0, 8));

    /// <summary>An item for each article that may matter and has no record, in the order of the file.</summary>
    public static IReadOnlyList<ReviewItem> Of(ArticleFile articles, Func<(string Document, int Article), bool> hasRecord) =>
        [.. articles.Keys.Where(key => !hasRecord(key)).Select(key => articles.Find(key.Document, key.Article)!)
            .Where(line => Relevance.Matches(line.Title) || Relevance.Matches(line.Text))
            .Select((line, index) => new ReviewItem(index, Empty(line), 0))];

    static SanctionsRecord Empty(Emit.ArticleLine line) => new()
    {
        Actor = "",
        Action = "",
        Target = "",
        Status = "",
        TargetType = "organization",
        Id = IdOf(line.DocumentId, line.Article),
        EventId = "",
        DocumentId = line.DocumentId,
        Article = line.Article,
        Title = line.Title,
        Published = line.Published,
        Url = line.Url,
        Extractor = "",
    };
}
