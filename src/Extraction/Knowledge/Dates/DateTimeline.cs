using System.Collections.Immutable;
using System.Globalization;

namespace Extraction.Knowledge.Dates;

/// <summary>
/// Resolves all date expressions of a document in reading order, each with the one before it: "a year later", "in July of that year".
/// A month without a year takes the year of the date before it only within the same sentence, and for a few more where the article has no date.
/// (The distances are the best of those measured on annotated articles.)
/// </summary>
public static class DateTimeline
{
    /// <summary>Sentences over which "a year later" still counts from the date before.</summary>
    private const int CountsOnFor = 3;

    /// <summary>Sentences over which a month takes the year of the date before, in an article without a date of its own.</summary>
    private const int TellsOnFor = 5;

    /// <param name="dates">Of one article, in reading order.</param>
    /// <param name="published">Its publication date, or null.</param>
    /// <param name="tense">Of the act that a date belongs to.</param>
    /// <param name="tale">The other reading: the article tells history, and a month without a year is of the year told of before.</param>
    public static ImmutableArray<DateValue> Resolve(ImmutableArray<DateExpression> dates, DateOnly? published, Func<DateExpression, DateTense> tense, bool tale = false)
    {
        var resolved = ImmutableArray.CreateBuilder<DateValue>(dates.Length);
        var last = (Edtf: (string?)null, Sentence: -1);
        var lastDay = last;
        foreach (var date in dates)
        {
            var counted = date.Shape.Anchor == DateAnchor.Previous;
            var before = counted && date.Shape.Form is DateForm.DayOffset or DateForm.Weekday ? lastDay : last;
            var reach = counted ? CountsOnFor : published is null || tale ? TellsOnFor : 0;
            var previous = before.Edtf is not null && date.Sentence - before.Sentence <= reach ? before.Edtf : null;

            // "On the same day" without a day before it is the day of the news.
            if (previous is null && counted && date.Shape is { Form: DateForm.DayOffset, Offset: 0 })
                previous = published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var value = DateResolver.Resolve(date.Shape, published, tense(date), previous);
            resolved.Add(value);
            if (value.Edtf is null)
                continue;
            last = (value.Edtf, date.Sentence);
            if (value.Edtf.Length == 10 && !value.Edtf.StartsWith('X'))
                lastDay = last;
        }

        return resolved.MoveToImmutable();
    }
}
