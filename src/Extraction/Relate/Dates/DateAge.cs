using System.Globalization;

namespace Extraction.Relate.Dates;

/// <summary>How long before publication a date lies, in words for features.</summary>
static class DateAge
{
    public static string Of(DateOnly? published, string? edtf)
    {
        if (edtf is null) return "?";
        if (published is not { } p) return "no news day";
        if (edtf.Length != 10 || !DateOnly.TryParseExact(edtf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return edtf.StartsWith(p.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal) ? "this year" : "other year";
        return (p.DayNumber - day.DayNumber) switch { < 0 => "ahead", 0 => "0", 1 => "1", <= 3 => "2", <= 7 => "4", <= 40 => "8", <= 400 => "41", _ => "old" };
    }
}
