namespace Extraction.Knowledge.Dates;

/// <summary>Dates in digits: 2021-12-07, 16.08.2023, 12/07/2021, 2021/12/07. Read from the text, however it was cut into tokens.</summary>
internal static class NumericDates
{
    /// <summary>The date that starts at <paramref name="start"/> of the text, and where it ends; null when there is none.</summary>
    public static DateShape? At(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '/' or '-'))
            return null;
        var at = start;
        var first = Number(text, ref at, out var firstLength);
        if (firstLength is 0 or 3 || at >= text.Length)
            return null;
        var mark = text[at];
        if (mark is not ('-' or '.' or '/'))
            return null;
        at++;
        var second = Number(text, ref at, out var secondLength);
        if (secondLength is 0 or > 2 || at >= text.Length || text[at] != mark)
            return null;
        at++;
        var third = Number(text, ref at, out var thirdLength);
        if (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == mark && at + 1 < text.Length && char.IsDigit(text[at + 1])))
            return null;
        end = at;
        if (firstLength == 4)
            return thirdLength is 1 or 2 ? Day(first, second, third) : null;
        if (thirdLength != 4 || firstLength > 2)
            return null;

        // Dots are the continent's day.month.year; slashes are month/day in America and day/month elsewhere.
        if (mark == '.' || mark == '-')
            return Day(third, second, first);
        var american = Day(third, first, second);
        if (american is null)
            return Day(third, second, first);
        return first <= 12 && second <= 12 && first != second ? american with { OtherOrder = (second, first) } : american;
    }

    private static DateShape? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateShape(DateForm.Day) { Year = year, Month = month, Day = day }
            : null;

    private static int Number(ReadOnlySpan<char> text, ref int at, out int length)
    {
        var from = at;
        var n = 0;
        while (at < text.Length && at - from < 5 && char.IsAsciiDigit(text[at]))
            n = n * 10 + text[at++] - '0';
        length = at - from;
        return n;
    }
}
