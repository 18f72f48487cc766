using System.Globalization;
using System.Text.RegularExpressions;

namespace Extraction.Knowledge.Dates;

/// <summary>Which strings are EDTF dates (ISO 8601-2 level 1, as records use it).</summary>
public static partial class Edtf
{
    [GeneratedRegex(@"^(?:[12]\d{3}|[12]\d{2}X|[12]\dXX|XXXX)(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]|XX))?|XX|2[1-9]|3[0-9]|4[01]))?[~?%]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    /// <summary>True for a year, month, season or day, with X for what cannot be known and ~, ? or % for what is not certain, and for an interval of two.</summary>
    public static bool IsValid(string date)
    {
        var parts = date.Split('/');
        return parts.Length switch
        {
            1 => IsSingle(date),
            2 => (IsSingle(parts[0]) || IsOpen(parts[0])) && (IsSingle(parts[1]) || IsOpen(parts[1])) && !(IsOpen(parts[0]) && IsOpen(parts[1])),
            _ => false,
        };
    }

    private static bool IsOpen(string part) => part is "" or "..";

    private static bool IsSingle(string part)
    {
        if (!Single().IsMatch(part))
            return false;
        var plain = part.TrimEnd('~', '?', '%');
        if (plain.Length != 10 || plain.EndsWith('X'))
            return true;
        var year = plain.StartsWith('X') || plain[3] == 'X' ? 2000 : int.Parse(plain.AsSpan(0, 4), CultureInfo.InvariantCulture);
        return int.Parse(plain.AsSpan(8, 2), CultureInfo.InvariantCulture) <= DateTime.DaysInMonth(year, int.Parse(plain.AsSpan(5, 2), CultureInfo.InvariantCulture));
    }
}
