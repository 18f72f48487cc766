using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>
/// A line of the page that holds a whole date and no prose, where nothing plainer dates the article: a masthead ("Straits Ledger | 16 Feb
/// 2023"), the place line of any shape ("Göteborg, 11 May 2018. Shares …"), the foot ("28.02.2022 / sda").
/// </summary>
internal static partial class DatedLine
{
    private const int Head = 14;
    private const int Foot = 4;
    private const int LongestLine = 140;
    private const int LongestPlace = 60;

    /// <summary>So many passages that open with a date are a chronology.</summary>
    private const int Entries = 3;

    public static DateOnly? Of(IReadOnlyList<Passage> passages, PagePart part)
    {
        if (passages.Count(p => Entry().IsMatch(p.Text)) >= Entries)
            return null;
        var body = Math.Max(0, part.First);
        for (var i = 0; i < Math.Min(passages.Count, body + Head); i++)
            if (Date(passages[i], opens: i <= body + 2) is { } date)
                return date;
        for (var i = passages.Count - 1; i >= Math.Max(0, passages.Count - Foot); i--)
            if (Date(passages[i], opens: false) is { } date)
                return date;
        return null;
    }

    private static DateOnly? Date(Passage passage, bool opens)
    {
        var text = passage.Text;
        if (!passage.IsProse && text.Length <= LongestLine)
            return DateReader.Find(text);
        var head = text[..Math.Min(text.Length, LongestPlace + 40)];
        // Few paragraphs open with a year, and the pattern tries many ways of reading a row of names.
        return opens && HasYear(head) && Place().Match(head) is { Success: true } place ? DateReader.Find(place.Value) : null;
    }

    private static bool HasYear(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsDigit(c) ? digits + 1 : 0;
            if (digits == 4)
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"^(\d{1,2}\s+\p{Lu}\p{L}+|\p{Lu}\p{L}+\s+\d{1,2},?)\s+\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    /// <summary>Names, agencies and a weekday before a date with its year: no word in lower case but particles.</summary>
    [GeneratedRegex(@"^[^\p{L}]*((?>\p{Lu}[\p{L}'’.]*|de|la|el|du|the|of|and|day|[^\p{L}\d\s])\s*){0,9}(\d{1,2}(st|nd|rd|th)?\s+(of\s+)?\p{Lu}\p{L}+\.?,?\s+\d{4}|\p{Lu}\p{L}+\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
