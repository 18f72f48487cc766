using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Relate.Syntax;

/// <summary>
/// The names of entries as the sanctions committees of the United Nations publish them, those of persons in numbered parts:
/// "QDi.415 Name: 1: HAJJI 2: ABD AL-NASIR 3: na 4: na Title: na", "CDe.011 Name: COMPTOIR KIVU (CK)". A name recogniser sees fragments in them.
/// </summary>
public static partial class ListEntries
{
    /// <summary>Sentences above an entry in which it may be introduced: the fields of other entries stand between.</summary>
    const int Reach = 200;

    static readonly string[] Bodies = ["committee", "council", "ofac", "sdn"];

    static readonly string[] Lists = ["list", "annex"];

    static readonly string[] Listed = ["entry", "name", "individual", "person", "entity"];

    static readonly string[] Acts = ["add", "addition", "listing", "designate", "designation", "include", "inclusion", "remove", "removal", "delist", "delisting", "delete", "deletion"];

    static readonly string[] Amendments = ["amend", "amendment", "change", "correct", "correction", "update"];

    const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\bName ?: *1 ?: *(?<name>\p{L}[^\n,;(\[]*)", Options)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b[A-Z]{2}e\.[0-9]{1,4}\w? +Name ?: *(?<name>[\p{L}0-9][^\n;(\[]*)", Options)]
    private static partial Regex Entity();

    /// <summary>As the Office of Foreign Assets Control lists persons: "HASSAN, Ali (a.k.a. …), Aleppo, Syria; DOB 12 Mar 1960; POB …; (individual) [SDGT].".</summary>
    [GeneratedRegex(@"^(?<name>\p{Lu}{2}[\p{Lu} '’-]*, \p{Lu}\p{Ll}[\p{L} .'’-]*)(?=[,;(]).*\(individual\)", Options)]
    private static partial Regex Individual();

    /// <summary>The next field of the entry, the next sentence, or parts that are not available.</summary>
    [GeneratedRegex(@"(?<= )(Title|Designation|DOB|POB|(Good |Low )?(quality )?[AaFf]\.k\.a\.|Nationality|Passport no|National identification|Address|Listed on|Other information)\b|(?<!\b\p{Lu})\.( |$)|[2-9] ?: *na\b", Options)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?<= )[2-9] ?: *", Options)]
    private static partial Regex Number();

    /// <summary>A name without the numbers of its parts; any other as it is.</summary>
    public static string Plain(string name) => name.Contains(':', StringComparison.Ordinal) ? Number().Replace(name, "") : name;

    /// <summary>True if this is the name of an entry.</summary>
    public static bool IsEntry(SentenceView s, int first) => IsOfIndividual(s) ? first == 0 : s.Form(first - 1) == ":" && (s.Form(first - 2) == "Name" || (s.Form(first - 2) == "1" && s.Form(first - 3) == ":" && s.Form(first - 4) == "Name"));

    /// <summary>True if the sentence that introduces the entry says that it is put on a list or taken off it, and not that it is amended.</summary>
    public static bool IsListed(SentenceView entry) => IsListed(entry, out _);

    /// <param name="entry">An entry.</param>
    /// <param name="above">The sentence that introduces it.</param>
    public static bool IsListed(SentenceView entry, [NotNullWhen(true)] out SentenceView? above)
    {
        above = Introduction(entry);
        return above is not null && Lemmas(above).Overlaps(Acts);
    }

    /// <summary>True if the sentence that introduces the entry says that it is changed, and neither put on a list nor taken off it.</summary>
    public static bool IsAmended(SentenceView entry) => Introduction(entry) is { } above && Lemmas(above) is var words && words.Overlaps(Amendments) && !words.Overlaps(Acts);

    static SentenceView? Introduction(SentenceView entry)
    {
        for (var i = entry.Number - 1; i >= 0 && i >= entry.Number - Reach; i--)
        {
            var s = entry.View.Sentences[i];
            var words = Lemmas(s);
            // "The following changes have been made to OFAC's SDN List:".
            if (words.Overlaps(Bodies) && (words.Overlaps(Listed) || s.Form(s.Count - 1) == ":")) return s;
        }

        return null;
    }

    /// <summary>True if the sentence says that names are put on a list or taken off it: "The following persons are added to the list set out in Annex I:".</summary>
    public static bool IsListing(SentenceView s) => Lemmas(s) is var words && words.Overlaps(Lists) && words.Overlaps(Listed) && words.Overlaps(Acts);

    /// <summary>True if the sentence is an entry of a person as the Office of Foreign Assets Control writes it: who it is about stands first, and whatever is named behind is where and with whom.</summary>
    public static bool IsOfIndividual(SentenceView s) => Individual().IsMatch(s.Sentence.Range.SpanOf(s.Document.Text));

    static HashSet<string> Lemmas(SentenceView s) => Enumerable.Range(0, s.Count).Select(i => s.Lemma(i).ToLowerInvariant()).ToHashSet();

    /// <summary>Names with those of entries in place of what was recognised in them.</summary>
    internal static List<NameMention> Join(AnnotatedDocument document, Sentence sentence, List<NameMention> names)
    {
        var words = sentence.Range.SpanOf(document.Text);
        if (!words.Contains("Name", StringComparison.Ordinal) && !words.Contains("(individual)", StringComparison.Ordinal)) return names;
        var text = words.ToString();
        foreach (var (pattern, type) in ((Regex, NameType)[])[(Person(), NameType.Person), (Entity(), NameType.Organization), (Individual(), NameType.Person)])
        {
            if (pattern.Match(text) is not { Success: true } match) continue;
            var at = match.Groups["name"];
            var behind = Behind().Match(at.Value);
            var end = at.Index + (behind.Success ? behind.Index : at.Length);
            if (Tokens(document, sentence, sentence.Range.Start + at.Index, sentence.Range.Start + end) is not { } entry) continue;
            names = [.. names.Where(n => n.End <= entry.First), new(entry.First, entry.End, type), .. names.Where(n => n.First >= entry.End)];
        }

        return names;
    }

    static (int First, int End)? Tokens(AnnotatedDocument document, Sentence sentence, int start, int end)
    {
        var (first, last) = (-1, -1);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var range = document.Tokens[i].Range;
            if (range.Start < start || range.End > end) continue;
            if (first < 0) first = i;
            last = i;
        }

        return first < 0 ? null : (first, last + 1);
    }
}
