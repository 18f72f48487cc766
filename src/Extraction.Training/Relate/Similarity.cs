using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Training.Relate;

/// <summary>Token overlap of names and spans, as the scorer measures it.</summary>
public static partial class Similarity
{
    static readonly HashSet<string> Titles = ["mr", "mrs", "ms", "dr", "gen", "general", "president", "minister", "prime", "ayatollah", "the", "a", "an", "of",
        "and", "s", "sir", "lord", "sheikh", "colonel", "col", "major", "brigadier", "ex", "former", "senior", "commander"];

    /// <summary>How well a name fits a gold target, 0 to 1; a person's name cut short scores 0.9.</summary>
    public static double Target(string name, string gold, string type)
    {
        var (a, b) = (NameTokens(name), NameTokens(gold));
        var score = a.SequenceEqual(b) ? 1 : F1(a, b);
        if (type == "person" && a.Count > 0 && b.Count > 0 && a[^1] == b[^1] && (a.TrueForAll(b.Contains) || b.TrueForAll(a.Contains))) score = Math.Max(score, 0.9);
        return score;
    }

    /// <summary>Token F1 of two spans, 0 to 1.</summary>
    public static double Span(string a, string b) => F1(Tokens(a), Tokens(b));

    static List<string> NameTokens(string name)
    {
        var all = Tokens(name);
        var kept = all.FindAll(t => !Titles.Contains(t));
        return kept.Count > 0 ? kept : all;
    }

    static List<string> Tokens(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in Possessive().Replace(text.Normalize(NormalizationForm.FormKD), " "))
            if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
                plain.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    static double F1(List<string> a, List<string> b)
    {
        if (a.Count == 0 || b.Count == 0) return 0;
        var rest = new List<string>(b);
        var common = a.Count(rest.Remove);
        return 2.0 * common / (a.Count + b.Count);
    }

    [GeneratedRegex("[’']s\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();
}
