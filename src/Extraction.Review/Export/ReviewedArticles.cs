using Extraction.Emit;
using Extraction.Review.Records;

namespace Extraction.Review.Export;

/// <summary>
/// The articles in which somebody decided something, with what is known of them: an article is whole where every extracted
/// record was decided; of another one only sentences are known, those of which every record was.
/// </summary>
public static class ReviewedArticles
{
    /// <summary>reviewed.jsonl → reviewed.articles.jsonl.</summary>
    public static string PathBeside(string records) => Path.ChangeExtension(records, ".articles.jsonl");

    /// <returns>The articles in the order of their records, and how many had no text at hand.</returns>
    public static (IReadOnlyList<ReviewedArticleLine> Lines, int WithoutText) Of(ReviewSet set, ArticleFile articles)
    {
        var lines = new List<ReviewedArticleLine>();
        var without = 0;
        foreach (var article in set.Articles(articles))
        {
            if (articles.Find(article.Document, article.Article) is { } text)
            {
                lines.Add(new(text.DocumentId, text.Article, text.Title, text.Published, text.Url, article.IsWhole, Sentences(set, article), text.Text));
            }
            else
            {
                without++;
            }
        }

        return (lines, without);
    }

    static int[][] Sentences(ReviewSet set, ReviewedArticle article)
    {
        var unknown = article.Open.SelectMany(item => item.Record.Evidence).ToList();
        return [.. article.Decided.SelectMany(item => item.Record.Evidence.Concat(set.Ledger.Current(item.Record).Evidence))
            .Select(e => (e.Start, e.End)).Distinct()
            .Where(e => !unknown.Exists(u => u.Start < e.End && e.Start < u.End))
            .Order().Select(e => new[] { e.Start, e.End })];
    }
}
