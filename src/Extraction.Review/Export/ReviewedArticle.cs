using Extraction.Review.Records;

namespace Extraction.Review.Export;

/// <summary>An article in which somebody decided something.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Article">Its number there, from 1.</param>
/// <param name="Decided">Records, extracted or added, that were decided; none where the article was confirmed to have none.</param>
/// <param name="Open">Extracted records that were not.</param>
public sealed record ReviewedArticle(string Document, int Article, IReadOnlyList<ReviewItem> Decided, IReadOnlyList<ReviewItem> Open)
{
    /// <summary>Whether what no record says is no sanction.</summary>
    public bool IsWhole => Open.Count == 0;
}
