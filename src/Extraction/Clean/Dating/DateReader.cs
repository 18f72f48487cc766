using System.Globalization;
using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>
/// Reads calendar dates as pages write them. The day is taken as written, whatever the zone. A numeric date is read only where
/// the order of day and month cannot be mistaken: dots are the continent's day.month.year.
/// </summary>
internal static partial class DateReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The first whole date (with a year) in a text, or null.</summary>
    public static DateOnly? Find(string text)
    {
        if (text.Length > 400)
            text = text[..400];
        foreach (Match match in Any().Matches(text))
        {
            if (Read(match) is { } date)
                return date;
        }
        return null;
    }

    /// <summary>The value of a metadata field: ISO 8601, RFC 1123, seconds since 1970, or words.</summary>
    public static DateOnly? Field(string? value)
    {
        var text = value?.Trim() ?? "";
        if (Epoch().IsMatch(text) && long.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 10 ? number * 1000 : number).UtcDateTime);
        return Find(text);
    }

    private static DateOnly? Read(Match match)
    {
        var year = Number(match, "y");
        var month = match.Groups["mon"].Success ? MonthOf(match.Groups["mon"].Value) : Number(match, "m");
        var day = Number(match, "d");
        if (match.Groups["a"].Success)
        {
            var (first, second) = (Number(match, "a"), Number(match, "b"));
            if (first <= 12 && second <= 12 && first != second)
                return null;
            (day, month) = first > 12 ? (first, second) : (second, first);
        }
        return Of(year, month, day);
    }

    /// <summary>A date from its parts, or null where there is no such day.</summary>
    internal static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>Number of a month by its first three letters, or 0.</summary>
    internal static int MonthOf(string name) => name.Length < 3 ? 0 : name[..3].ToUpperInvariant() switch
    {
        "JAN" => 1,
        "FEB" => 2,
        "MAR" => 3,
        "APR" => 4,
        "MAY" => 5,
        "JUN" => 6,
        "JUL" => 7,
        "AUG" => 8,
        "SEP" => 9,
        "OCT" => 10,
        "NOV" => 11,
        "DEC" => 12,
        _ => 0,
    };

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private const string Month = @"(?<mon>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\b\.?";

    [GeneratedRegex(
        @"(?<!\d)(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)" +
        @"|(?<!\d)(?<y>\d{4})[/.](?<m>\d{1,2})[/.](?<d>\d{1,2})(?!\d)" +
        @"|(?<!\d)(?<y>(19|20)\d{2})(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)" +
        @"|(?<![\d:.])(?<d>\d{1,2})(st|nd|rd|th)?[\s-]+(of\s+)?" + Month + @"[\s,-]+(?<y>\d{4})(?!\d)" +
        @"|\b" + Month + @"\s+(?<d>\d{1,2})(st|nd|rd|th)?,?\s+(?<y>\d{4})(?!\d)" +
        @"|\b" + Month + @"\s+(?<d>\d{1,2})\s+\d{1,2}:\d{2}(:\d{2})?\s+(\w{2,5}\s+)?(?<y>\d{4})(?!\d)" +
        @"|(?<!\d)(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?!\d)" +
        @"|(?<!\d)(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<y>\d{4})(?!\d)", Options)]
    private static partial Regex Any();

    [GeneratedRegex(@"^(\d{10}|\d{13})$", Options)]
    private static partial Regex Epoch();
}
