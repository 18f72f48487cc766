using Extraction.Documents;

namespace Extraction.Knowledge.Dates;

/// <summary>What kind of time a date expression names.</summary>
public enum DateForm
{
    /// <summary>Day of a month, with or without its year.</summary>
    Day,
    Month,
    Year,

    /// <summary>Ten years: "the early 1990s".</summary>
    Decade,

    /// <summary>A quarter of a year.</summary>
    Quarter,

    /// <summary>A day named by its weekday only.</summary>
    Weekday,
    Weekend,

    /// <summary>So many days from the anchor: "today", "three days ago", "the next day".</summary>
    DayOffset,
    WeekOffset,
    MonthOffset,
    YearOffset,

    /// <summary>From one day, month or year to another.</summary>
    Range,

    /// <summary>Words of time whose date cannot be worked out: "several years ago", "on the anniversary".</summary>
    Vague,
}

/// <summary>What a date expression is counted from.</summary>
public enum DateAnchor
{
    /// <summary>The publication date.</summary>
    Published,

    /// <summary>The date named before it: "a year later", "in July of that year".</summary>
    Previous,
}

/// <summary>What the words of a date say, not yet resolved.</summary>
/// <param name="Form">What kind of time.</param>
public sealed record DateShape(DateForm Form)
{
    /// <summary>The year, where the words give it; of a decade its first.</summary>
    public int? Year { get; init; }

    /// <summary>1 to 12; of a quarter 1 to 4.</summary>
    public int? Month { get; init; }

    /// <summary>1 to 31.</summary>
    public int? Day { get; init; }

    public DayOfWeek? Weekday { get; init; }

    /// <summary>
    /// Of an offset: how many days, weeks, months or years from the anchor. Of a weekday, weekend or month:
    /// -1 "last", +1 "next", 0 "this", null where the tense decides.
    /// </summary>
    public int? Offset { get; init; }

    /// <summary>Years from the anchor's: "July last year" is -1.</summary>
    public int? YearOffset { get; init; }

    public DateAnchor Anchor { get; init; }

    /// <summary>Numbers with slashes whose first part may be month or day: the other reading.</summary>
    public (int Month, int Day)? OtherOrder { get; init; }

    /// <summary>End of a <see cref="DateForm.Range"/>; its start is <see cref="From"/>.</summary>
    public DateShape? To { get; init; }

    public DateShape? From { get; init; }
}

/// <summary>Words of an article that name a time.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="First">First token, the preposition included ("on December 7").</param>
/// <param name="End">One past the last token.</param>
/// <param name="Core">First token after the preposition.</param>
/// <param name="Range">Where the words stand in the text.</param>
/// <param name="Shape">What they say.</param>
public sealed record DateExpression(int Sentence, int First, int End, int Core, TextRange Range, DateShape Shape);
