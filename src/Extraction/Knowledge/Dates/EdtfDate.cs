using System.Globalization;

namespace Extraction.Knowledge.Dates;

/// <summary>A plain EDTF date: year, year and month, or day. The start of an interval stands for it.</summary>
internal readonly record struct EdtfDate(int Year, int? Month, int? Day)
{
    /// <summary>Its first day.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>Null for null, for an unknown year and for what is no date.</summary>
    public static EdtfDate? Parse(string? edtf)
    {
        if (edtf is null)
            return null;
        var parts = edtf.Split('/')[0].TrimEnd('~', '?', '%').Split('-');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        if (numbers[0] is < 1 or > 9999 || parts.Length > 3)
            return null;
        if (parts.Length > 1 && numbers[1] is < 1 or > 12)
            return new EdtfDate(numbers[0], null, null);
        if (parts.Length > 2 && (numbers[2] < 1 || numbers[2] > DateTime.DaysInMonth(numbers[0], numbers[1])))
            return null;
        return new EdtfDate(numbers[0], parts.Length > 1 ? numbers[1] : null, parts.Length > 2 ? numbers[2] : null);
    }

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        ({ } m, null) => $"{Year:0000}-{m:00}",
        ({ } m, { } d) => $"{Year:0000}-{m:00}-{d:00}",
    };
}
