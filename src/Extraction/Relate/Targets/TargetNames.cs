using System.Text;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Targets;

/// <summary>Names of targets: how they are written in a record, and the form by which two mentions are seen to be the same.</summary>
public static class TargetNames
{
    /// <summary>Lower case letters and digits without accents, single spaces, no leading article, no possessive.</summary>
    public static string Normalize(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in Folding.Table.Fold(name))
        {
            if (char.IsLetterOrDigit(c)) text.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '‘' or '`' or '\u00ad') && text.Length > 0 && text[^1] != ' '
                && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark) text.Append(' ');
        }

        var plain = text.ToString().Trim();
        foreach (var article in (string[])["the ", "a ", "an "])
            if (plain.StartsWith(article, StringComparison.Ordinal)) plain = plain[article.Length..];
        return plain;
    }

    public static string Normalize(Nominal nominal) => nominal.Canonical is { } name ? Normalize(name) : Normalize(Clean(nominal.Text));

    /// <summary>White space collapsed, invisible marks and possessive endings dropped, wrapping quotes removed.</summary>
    public static string Clean(string words)
    {
        var clean = ListEntries.Plain(Words.Clean(words)).Trim(' ', ',', ';', ':', '"', '“', '”');
        foreach (var ending in (string[])["'s", "’s"])
            if (clean.EndsWith(ending, StringComparison.Ordinal)) clean = clean[..^2];
        return clean;
    }

    /// <summary>
    /// How a target is written: as the article has it, but a country that is named only by an adjective, a capital or initials by the
    /// name that the article has for it elsewhere ("Burma"), or else by its usual name.
    /// </summary>
    public static string Display(Nominal nominal) => nominal is { Kind: NominalKind.Country, Canonical: { } name } && !IsNamed(nominal) ? NameElsewhere(nominal, name) : Clean(nominal.Text);

    static bool IsNamed(Nominal country) => country.Sentence.AuthorityAt(country.First) is >= 0 and var at && IsName(country.Sentence.Authorities[at].Entry, country.Text);

    static bool IsName(AuthorityEntry entry, string text) => entry.Kind == AuthorityKind.State && text.Length > 4 && text.Any(char.IsLower);

    static string NameElsewhere(Nominal country, string usual)
    {
        string? other = null;
        foreach (var (s, a) in country.Sentence.View.MentionsOf(usual))
        {
            if (a.Entry.Agency is not null) continue;
            var text = Clean(s.RangeOf(a.First, a.End).Of(s.Document.Text));
            if (text == usual) return usual;
            if (IsName(a.Entry, text)) other ??= text;
        }

        return other ?? usual;
    }

    /// <summary>True if one name is the other cut short: "Khazali" of "Qais al-Khazali", "Law Enforcement Forces" of the same with its country.</summary>
    public static bool IsShortFor(string shorter, string longer, TargetType type)
    {
        if (shorter.Length >= longer.Length || shorter.Length < 3) return false;
        if (type == TargetType.Person) return longer.EndsWith(" " + shorter, StringComparison.Ordinal) || longer.EndsWith("-" + shorter, StringComparison.Ordinal);
        return longer.StartsWith(shorter + " ", StringComparison.Ordinal) || longer.EndsWith(" " + shorter, StringComparison.Ordinal);
    }

    /// <summary>True if two or more of a person's names are given, in their order: "Masood Azhar" of "Mohammed Masood Azhar Alvi". Both in normal form.</summary>
    public static bool LeavesNamesOut(string some, string all) => some.Split(' ') is var words && words.Count(w => !IsParticle(w)) > 1 && all.Split(' ') is var others && !others.Except(words).Any(IsGeneration) && IsWithin(words, others);

    /// <summary>True if a company's legal form is left out: "Lockheed Martin" of "Lockheed Martin Corp". Both in normal form.</summary>
    public static bool LeavesFormOut(string shorter, string longer) =>
        longer.StartsWith(shorter + " ", StringComparison.Ordinal) && longer[(shorter.Length + 1)..] is var rest
        && (rest.Split(' ').All(TitleWords.IsLegalForm) || TitleWords.IsLegalForm(rest.Replace(" ", "", StringComparison.Ordinal)));

    /// <summary>True if the same words stand the other way round: "Dandong bank", "Bank of Dandong". Both in normal form.</summary>
    public static bool TurnsRound(string shorter, string longer)
    {
        string[] some = [.. Significant(shorter)];
        string[] all = [.. Significant(longer)];
        return some.Length > 1 && some.Length == all.Length && some.Order(StringComparer.Ordinal).SequenceEqual(all.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    static bool IsParticle(string word) => word is "al" or "el" or "bin" or "ibn" or "bint" or "abu" or "abd" or "de" or "del" or "la" or "van" or "von" or "da" or "dos";

    // A son is not his father.
    static bool IsGeneration(string word) => word is "junior" or "jr" or "senior" or "sr" or "ii" or "iii";

    static IEnumerable<string> Significant(string name) => name.Split(' ').Where(w => w is not ("of" or "the" or "for" or "and" or "in"));

    static bool IsWithin(string[] some, string[] all)
    {
        var at = 0;
        foreach (var word in all)
            if (at < some.Length && word == some[at]) at++;
        return some.Length < all.Length && at == some.Length;
    }

    /// <summary>True if a headline's name leaves words of another out: "Cuban Police" of "Cuban Revolutionary National Police". Both in normal form.</summary>
    public static bool IsHeadlineFor(string shorter, string longer)
    {
        var (some, all) = (shorter.Split(' '), longer.Split(' '));
        return some.Length > 1 && some[0] == all[0] && some[^1] == all[^1] && IsWithin(some, all);
    }
}
