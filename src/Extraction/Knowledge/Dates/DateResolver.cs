using System.Globalization;

namespace Extraction.Knowledge.Dates;

/// <summary>Whether the act that a date belongs to lies behind or ahead of the article.</summary>
public enum DateTense
{
    Past, Future,
}

/// <summary>A resolved date.</summary>
/// <param name="Edtf">EDTF level 1 (ISO 8601-2): "2021-12-07", "2018-05", "199X", "XXXX-12-07", "2024-01-29/2024-02-04"; null where it cannot be known.</param>
/// <param name="Basis"><c>explicit</c>, <c>relative</c>, or null where there is no date.</param>
public readonly record struct DateValue(string? Edtf, string? Basis);

/// <summary>
/// Turns the shape of a date expression into EDTF. The calendar of news: a past weekday is the latest on or before publication,
/// a past month the latest that has begun; loose words keep the precision they have ("last week" is its month, or its days where it
/// crosses two months; a season is its year). Pure: publication date and previous date come from the caller.
/// </summary>
public static class DateResolver
{
    /// <summary>A day without a year that comes within so many days is the coming one: "takes effect on March 1".</summary>
    private const int Soon = 60;

    public const string Explicit = "explicit";
    public const string Relative = "relative";

    /// <param name="shape">What the words say.</param>
    /// <param name="published">Publication date, or null.</param>
    /// <param name="tense">Of the act.</param>
    /// <param name="previous">EDTF of the date named before it in the same passage: what "a year later" and "that month" count from, and
    /// what gives a month without a year its year when the passage tells history. Null where there is none.</param>
    public static DateValue Resolve(DateShape shape, DateOnly? published, DateTense tense, string? previous = null)
    {
        var before = EdtfDate.Parse(previous);
        switch (shape.Form)
        {
            case DateForm.Year:
                return new(Year(shape.Year!.Value), Explicit);
            case DateForm.Decade:
                return new(Year(shape.Year!.Value)[..3] + "X", Explicit);
            case DateForm.Day when shape.Month is null:
                return InMonth(shape.Day!.Value, published, before);
            case DateForm.Day or DateForm.Month or DateForm.Quarter:
                return InYear(shape, published, tense, before);
            case DateForm.Weekday when shape.Anchor == DateAnchor.Published:
                return published is { } p ? new(Iso(Weekday(shape, p, tense)), Relative) : default;
            case DateForm.Weekday:
                return before?.Day is null ? default : new(Iso(Weekday(shape, before.Value.First, DateTense.Future)), Relative);
            case DateForm.Weekend:
                return published is { } q ? new(Weekend(shape, q, tense), Relative) : default;
            case DateForm.Range:
                var from = Resolve(shape.From!, published, tense, previous);
                var to = Resolve(shape.To!, published, tense, previous);
                return from.Edtf is null || to.Edtf is null ? from : new($"{from.Edtf}/{to.Edtf}", from.Basis);
            case DateForm.Vague:
                return default;
            default:
                return shape.Anchor == DateAnchor.Published
                    ? published is { } day ? new(Offset(shape, new EdtfDate(day.Year, day.Month, day.Day)), Relative) : default
                    : before is { } anchor ? new(Offset(shape, anchor), Relative) : default;
        }
    }

    private static DateValue InYear(DateShape shape, DateOnly? published, DateTense tense, EdtfDate? before)
    {
        if (shape.OtherOrder is { } other && published is { } near && shape.Year is { } given)
        {
            // 12/07/2021: the reading nearer to the day of publication.
            var first = Math.Abs(new DateOnly(given, shape.Month!.Value, shape.Day!.Value).DayNumber - near.DayNumber);
            var second = Math.Abs(new DateOnly(given, other.Month, other.Day).DayNumber - near.DayNumber);
            if (second < first)
                shape = shape with { Month = other.Month, Day = other.Day };
        }

        if (shape.Year is { } year)
            return Dated(shape, year, Explicit);
        if (shape.YearOffset is { } off)
        {
            var anchor = shape.Anchor == DateAnchor.Previous ? before?.Year : published?.Year;
            return anchor is { } y ? Dated(shape, y + off, Relative) : Dated(shape, null, Explicit);
        }

        if (shape.Offset is { } modifier && shape.Anchor == DateAnchor.Previous)
            return before is { } b ? Dated(shape, modifier > 0 && !Before(shape, b) ? b.Year : modifier > 0 ? b.Year + 1 : b.Year, Relative) : Dated(shape, null, Explicit);

        // History: "In 2011 … in June": the passage's year, when it is an earlier one than the article's.
        if (shape.Offset is null && before is { } told && (published is null || told.Year < published.Value.Year))
            return Dated(shape, YearOfTale(shape, published, told), Explicit);
        if (published is not { } p)
            return Dated(shape, null, Explicit);
        var start = shape.Form == DateForm.Quarter ? new DateOnly(p.Year, shape.Month!.Value * 3 - 2, 1) : Start(shape, p.Year);
        var has = start <= p.AddDays(1);
        var within = shape.Form != DateForm.Day && start <= p && p < start.AddMonths(shape.Form == DateForm.Quarter ? 3 : 1);
        var soon = shape.Form == DateForm.Day && shape.Offset is null && !has && start <= p.AddDays(Soon);
        var ahead = soon || shape.Offset > 0 || tense == DateTense.Future && shape.Offset is null;
        var inferred = shape.Offset switch
        {
            < 0 => has && !within ? p.Year : p.Year - 1,
            0 => p.Year,
            _ => ahead ? has && !within && start < p ? p.Year + 1 : p.Year : has ? p.Year : p.Year - 1,
        };
        // "On February 29" is of the nearest year that has one.
        for (var tried = 0; tried < 8 && !Exists(shape, inferred); tried++)
            inferred += ahead ? 1 : -1;
        return Dated(shape, inferred, Relative);
    }

    private static DateValue Dated(DateShape shape, int? year, string basis) => year is { } y && !Exists(shape, y) ? default : new(Text(shape, year), basis);

    private static bool Exists(DateShape shape, int year) =>
        year is >= 1 and <= 9999 && (shape.Form == DateForm.Quarter || shape.Day is not { } day || day <= DateTime.DaysInMonth(year, shape.Month!.Value));

    /// <summary>A tale goes forward: "in October 2023 …; in April" is the April after, unless that lies ahead.</summary>
    private static int YearOfTale(DateShape shape, DateOnly? published, EdtfDate told) =>
        told.Month > shape.Month && shape.Form != DateForm.Quarter && (published is null || Start(shape, told.Year + 1) <= published) ? told.Year + 1 : told.Year;

    /// <summary>"On the 30th": of the month named before, else the latest such day.</summary>
    private static DateValue InMonth(int day, DateOnly? published, EdtfDate? before)
    {
        if (before is { Month: { } month } named)
            return day <= DateTime.DaysInMonth(named.Year, month) ? new(Iso(new(named.Year, month, day)), Relative) : default;
        if (published is not { } p)
            return default;
        var of = day <= p.Day ? p : p.AddMonths(-1);
        return day <= DateTime.DaysInMonth(of.Year, of.Month) ? new(Iso(new(of.Year, of.Month, day)), Relative) : default;
    }

    private static bool Before(DateShape shape, EdtfDate anchor) => shape.Month <= (anchor.Month ?? 12);

    private static DateOnly Start(DateShape shape, int year) =>
        new(year, shape.Month!.Value, Math.Min(shape.Day ?? 1, DateTime.DaysInMonth(year, shape.Month.Value)));

    private static DateOnly Weekday(DateShape shape, DateOnly anchor, DateTense tense)
    {
        var day = shape.Weekday!.Value;
        var back = ((int)anchor.DayOfWeek - (int)day + 7) % 7;
        if (shape.Anchor == DateAnchor.Previous)
            return anchor.AddDays(shape.Offset > 0 ? back == 0 ? 7 : 7 - back : back == 0 ? 0 : 7 - back);
        return shape.Offset switch
        {
            < 0 => anchor.AddDays(back == 0 ? -7 : -back),
            > 0 => anchor.AddDays(back == 0 ? 7 : 7 - back),
            _ when tense == DateTense.Past => anchor.AddDays(-back),
            _ => anchor.AddDays(back == 0 ? 0 : 7 - back),
        };
    }

    private static string Weekend(DateShape shape, DateOnly published, DateTense tense)
    {
        var toSaturday = ((int)DayOfWeek.Saturday - (int)published.DayOfWeek + 7) % 7;
        var coming = published.DayOfWeek == DayOfWeek.Sunday ? published.AddDays(-1) : published.AddDays(toSaturday);
        var saturday = shape.Offset switch
        {
            > 0 => coming,
            < 0 => coming.AddDays(-7),
            _ => tense == DateTense.Future || coming <= published ? coming : coming.AddDays(-7),
        };
        return $"{Iso(saturday)}/{Iso(saturday.AddDays(1))}";
    }

    private static string? Offset(DateShape shape, EdtfDate anchor)
    {
        var n = shape.Offset ?? 0;
        switch (shape.Form)
        {
            case DateForm.DayOffset:
                return anchor.Day is null ? n == 0 ? anchor.ToString() : null : Iso(anchor.First.AddDays(n));
            case DateForm.WeekOffset when Math.Abs(n) <= 1 && shape.Anchor == DateAnchor.Published:
                var monday = anchor.First.AddDays(-(((int)anchor.First.DayOfWeek + 6) % 7) + 7 * n);
                var sunday = monday.AddDays(6);
                return monday.Month == sunday.Month ? Month(monday) : n == 0 ? Month(anchor.First) : $"{Iso(monday)}/{Iso(sunday)}";
            case DateForm.WeekOffset:
                return anchor.Month is null ? null : anchor.Day is null ? anchor.ToString() : shape.Anchor == DateAnchor.Previous ? Iso(anchor.First.AddDays(7 * n)) : Month(anchor.First.AddDays(7 * n));
            case DateForm.MonthOffset:
                return anchor.Month is null ? null : Month(anchor.First.AddMonths(n));
            default:
                return Year(anchor.Year + n);
        }
    }

    private static string Text(DateShape shape, int? year)
    {
        var y = year is { } known ? Year(known) : "XXXX";
        if (shape.Form == DateForm.Quarter)
            return year is null ? $"XXXX-{shape.Month + 32}" : $"{y}-{shape.Month!.Value * 3 - 2:00}/{y}-{shape.Month.Value * 3:00}";
        var month = shape.Month!.Value.ToString("00", CultureInfo.InvariantCulture);
        return shape.Day is { } day ? $"{y}-{month}-{day.ToString("00", CultureInfo.InvariantCulture)}" : $"{y}-{month}";
    }

    private static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
