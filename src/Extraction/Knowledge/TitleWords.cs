using System.Collections.Frozen;

namespace Extraction.Knowledge;

/// <summary>Titles, ranks and posts before a person's name ("Brig. Gen.", "Ayatollah"), and what ends the name of a company.</summary>
public static class TitleWords
{
    private static readonly FrozenSet<string> Titles = DataFile.Lines("titles.txt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly int LongestTitle = Titles.Max(t => t.Count(c => c == ' ') + 1);

    private static readonly FrozenSet<string> Suffixes = DataFile.Lines("company-suffixes.txt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LegalForms = DataFile.Lines("legal-forms.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a word or phrase that is a title as it stands ("Gen.", "Prime Minister").</summary>
    public static bool IsTitle(string words) => Titles.Contains(words);

    /// <summary>True for a word that ends names of companies and organisations ("LLC", "Bank", "Brigade").</summary>
    public static bool IsOrganizationSuffix(string word) => Suffixes.Contains(word);

    /// <summary>True for the legal form of a company, with or without its points, in any case ("Ltd.", "corp").</summary>
    public static bool IsLegalForm(string word) => LegalForms.Contains(word.Replace(".", "", StringComparison.Ordinal));

    /// <summary>
    /// How many words at the start of a person's name are titles. Never all of them, and never down to a single word that
    /// would be lost without its title's company (a lone "Sultan" stays).
    /// </summary>
    public static int LeadingTitles(ReadOnlySpan<string> words)
    {
        var skipped = 0;
        while (true)
        {
            var taken = 0;
            for (var n = Math.Min(LongestTitle, words.Length - skipped - 1); n > 0 && taken == 0; n--)
                if (Titles.Contains(string.Join(' ', words.Slice(skipped, n))))
                    taken = n;
            if (taken == 0)
                return skipped;
            skipped += taken;
        }
    }
}
