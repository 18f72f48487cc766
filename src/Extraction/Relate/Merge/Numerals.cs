using System.Globalization;

namespace Extraction.Relate.Merge;

/// <summary>Cardinal numbers as an article writes them.</summary>
static class Numerals
{
    static readonly string[] Units =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>What a number says ("1,200", "seventy-one"); null for a quantity that is none ("dozens").</summary>
    public static int? Value(string words)
    {
        if (int.TryParse(words, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var digits)) return digits;
        var parts = words.ToLowerInvariant().Split('-');
        if (parts is [var one] && Array.IndexOf(Units, one) is >= 0 and var unit) return unit;
        if (Array.IndexOf(Tens, parts[0]) is not (> 1 and var tens)) return null;
        return parts.Length == 1 ? tens * 10 : parts.Length == 2 && Array.IndexOf(Units, parts[1]) is > 0 and < 10 and var rest ? (tens * 10) + rest : null;
    }

    /// <summary>True for the same words, and for the same number in words and in digits.</summary>
    public static bool AreSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase) || (Value(a) is { } x && x == Value(b));
}
