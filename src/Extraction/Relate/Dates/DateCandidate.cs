using Extraction.Knowledge.Dates;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Dates;

public enum DateSource
{
    /// <summary>Words of the article.</summary>
    Words,

    /// <summary>The publication date: the news of the day.</summary>
    Published,

    /// <summary>No date.</summary>
    None,
}

/// <summary>A date that an act could have.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Sentence">For words: where they stand.</param>
/// <param name="Expression">For words: the expression, with token numbers of the document.</param>
/// <param name="Edtf">The date, or null where it cannot be resolved.</param>
/// <param name="Basis">Value of <c>date_basis</c>.</param>
public sealed record DateCandidate(DateSource Source, SentenceView? Sentence, DateExpression? Expression, string? Edtf, string? Basis);
