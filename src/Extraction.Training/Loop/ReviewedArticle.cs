using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Training.Loop;

/// <summary>An article with what its reviewers let stand.</summary>
/// <param name="Line">Its text, and how much of it was reviewed.</param>
/// <param name="Records">The records that hold; none where all were rejected.</param>
public sealed record ReviewedArticle(ReviewedArticleLine Line, ImmutableArray<SanctionsRecord> Records)
{
    public string Name => Line.Article == 1 ? Line.DocumentId : $"{Line.DocumentId}, article {Line.Article}";
}

/// <summary>Reviewed records that cannot be learnt from; says every fault there is, a line each.</summary>
public sealed class ReviewedException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
