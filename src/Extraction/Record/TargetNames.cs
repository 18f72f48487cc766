using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Record;

/// <summary>
/// The name of a target as the record shows it: the fullest name, without article, title, role, age, alias, acronym in brackets or
/// possessive. The words as they stood are in <c>target_text</c>.
/// </summary>
public static partial class TargetNames
{
    [GeneratedRegex(@"\s*[,(]?\s*\b(?:also known as|better known as|known as|a\.?k\.?a\.?|f\.?k\.?a\.?|formerly known as|alias)\s.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alias();

    [GeneratedRegex(@"\s*\((?<acronym>[\p{Lu}\d][\p{L}\d&./-]{1,14})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();

    [GeneratedRegex(@",(?!\s*(?:Jr|Sr|I{1,3}|IV)\b).*$", RegexOptions.CultureInvariant)]
    private static partial Regex AgeOrRole();

    /// <summary>"CHERIZIER, Jimmy", as lists write persons: what follows the comma is neither age nor role.</summary>
    [GeneratedRegex(@"^(?<name>\p{Lu}{2}[\p{Lu} '’-]*, (?<given>\p{Lu}\p{Ll}[\p{L}'’-]*)[\p{L} '’-]*)(?:,.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SurnameFirst();

    private static readonly char[] Quotes = ['"', '“', '”', '‘', '„', '«', '»', '`'];

    /// <param name="words">The name as found.</param>
    /// <param name="type">What kind of target it is: titles and roles are taken from persons only, and groups keep their own words.</param>
    public static string Clean(string words, TargetType type)
    {
        var name = Trim(Words.Clean(words));
        if (type is TargetType.Person)
            name = Person(name);
        if (type is not TargetType.Group)
        {
            name = Trim(Alias().Replace(name, ""));
            if (Acronym().Match(name) is { Success: true } acronym && acronym.Index > 0 && IsShort(acronym.Groups["acronym"].Value, name[..acronym.Index]))
                name = name[..acronym.Index];
        }

        if (type is not TargetType.Group and not TargetType.Sector)
            name = WithoutPossessive(name);
        name = WithoutArticle(name);
        return name.Length > 0 ? name : Words.Clean(words);
    }

    private static string Person(string name)
    {
        name = SurnameFirst().Match(name) is { Success: true } listed && !TitleWords.IsTitle(listed.Groups["given"].Value) ? listed.Groups["name"].Value : Trim(AgeOrRole().Replace(name, ""));
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var titles = TitleWords.LeadingTitles(words);

        // "commander of the Rapid Intervention Battalion" is a description, not a title with a name.
        return titles == 0 || char.IsLower(words[titles][0]) && words[titles] is "of" or "for" or "in" or "at" or "to" ? name : string.Join(' ', words[titles..]);
    }

    private static string WithoutPossessive(string name) =>
        name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2]
        : name.EndsWith("s'", StringComparison.Ordinal) || name.EndsWith("s’", StringComparison.Ordinal) ? name[..^1]
        : name;

    /// <summary>"the Wagner Group" is "Wagner Group"; names that begin with it ("The Gambia") lose it too, as the usual short name does.</summary>
    private static string WithoutArticle(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string Trim(string name)
    {
        name = name.Trim(' ', ',', ';', ':', '-', '–', '—');

        // Quotation marks around the whole, not those around a word of it.
        if (name.Length > 2 && !name[1..^1].Any(Quotes.Contains) || name.Count(Quotes.Contains) == 1)
            name = name.Trim(Quotes).Trim(' ', ',', ';', ':');

        // "Ltd.", "Jr." and "Golyakov-M." keep their full stop, a sentence's end does not.
        var last = name[(name.LastIndexOf(' ') + 1)..];
        var stop = name.EndsWith('.') && last.Length > 2 && !char.IsUpper(last[^2]) && last.IndexOf('.', StringComparison.Ordinal) == last.Length - 1
            && !TitleWords.IsOrganizationSuffix(last) && last is not ("Jr." or "Sr.");
        return stop ? name[..^1] : name;
    }

    /// <summary>Acronyms are of capitals mostly: "(IRGC)", not "(Hamid)".</summary>
    private static bool IsShort(string acronym, string name) =>
        acronym.Count(char.IsUpper) * 2 >= acronym.Length && acronym.Length < name.Length;
}
