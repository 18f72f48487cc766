using System.Collections.Immutable;

namespace Extraction.Knowledge.Dates;

/// <summary>
/// Resolves all date expressions of a document in reading order, each with the one before it: "a year later", "in July of that year".
/// A month without a year takes the year of the date before it only within the same or the next sentence: beyond that a new passage may have begun.
/// </summary>
public static class DateTimeline
{
    private const int CountsOnFor = 3;

    public static ImmutableArray<DateValue> Resolve(ImmutableArray<DateExpression> dates, DateOnly? published, Func<DateExpression, DateTense> tense)
    {
        var resolved = ImmutableArray.CreateBuilder<DateValue>(dates.Length);
        string? previous = null;
        var spokenIn = -1;
        foreach (var date in dates)
        {
            var reach = date.Shape.Anchor == DateAnchor.Previous ? CountsOnFor : 1;
            var value = DateResolver.Resolve(date.Shape, published, tense(date), date.Sentence - spokenIn <= reach ? previous : null);
            resolved.Add(value);
            if (value.Edtf is null)
                continue;
            previous = value.Edtf;
            spokenIn = date.Sentence;
        }

        return resolved.MoveToImmutable();
    }
}
