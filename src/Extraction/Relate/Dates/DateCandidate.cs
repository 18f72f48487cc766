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

/// <summary>How a date without its year was read.</summary>
public enum DateReading
{
    /// <summary>As the status of the act suggests.</summary>
    Plain,

    /// <summary>Of an act that lies ahead: the day behind us, on which it was announced.</summary>
    Announced,

    /// <summary>Of the year told of before.</summary>
    Told,
}

/// <summary>A date that an act could have.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Sentence">For words: where they stand.</param>
/// <param name="Expression">For words: the expression, with token numbers of the document.</param>
/// <param name="Edtf">The date, or null where it cannot be resolved.</param>
/// <param name="Basis">Value of <c>date_basis</c>.</param>
/// <param name="Reading">For words: how they were read.</param>
/// <param name="Number">For words: their place among the article's dates.</param>
public sealed record DateCandidate(DateSource Source, SentenceView? Sentence, DateExpression? Expression, string? Edtf, string? Basis, DateReading Reading = DateReading.Plain, int Number = -1);
