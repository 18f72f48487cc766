using System.Buffers;
using System.Collections.Immutable;

namespace Extraction.Relate.Lexicon;

/// <summary>
/// Whether an article can state an act of sanction at all: it needs one of a few stems. The cheap gates before this room use
/// the same stems, and this room itself reads no article without one, so that a gate changes no record.
/// </summary>
public static class Relevance
{
    /// <summary>Lower case. Of several words the gates look for the longest alone, so it must be a rare one. A stem of four letters or fewer counts only as a whole word, one of five only at a word's start.</summary>
    public static ImmutableArray<string> Stems { get; } =
    [
        "sanction", "embargo", "blacklist", "black list", "black-list", "designat", "delist", "de-list", "debar", "freez", "froze", "magnitsky", "entity list",
        "countermeasure", "counter-measure", "export control", "travel ban", "restrictive measure", "re-list", "relist", "ofac", "sdn", "blockade", "boycott", "visa", "visas", "ban", "bans", "banned", "banning", "barred", "barring", "prohibit",
    ];

    // Words of every other field, too: elections, sport, schools, streets.
    static readonly ImmutableArray<string> Ambiguous = ["sdn", "designat", "blockade", "boycott", "ban", "bans", "banned", "banning", "barred", "barring", "prohibit"];

    /// <summary>The longest stem that must stand as a whole word.</summary>
    public const int WholeWordLength = 4;

    // What nobody but sanctioning authorities says, though its words mean other things elsewhere.
    static readonly ImmutableArray<string> Phrases = ["sdn list", "specially designated", "foreign terrorist organi", "terrorist list", "terror list", "section 7031"];

    static readonly ImmutableArray<string> Plain = [.. Stems.Except(Ambiguous), .. Phrases];

    static readonly SearchValues<string> Search = SearchValues.Create([.. Stems, .. Phrases], StringComparison.OrdinalIgnoreCase);

    /// <summary>True if the text has one of the stems, case aside.</summary>
    public static bool Matches(ReadOnlySpan<char> text) => Has(text, Stems);

    /// <summary>True if the text has a stem that hardly means anything but sanctions.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => Has(text, Plain);

    static bool Has(ReadOnlySpan<char> text, ImmutableArray<string> stems)
    {
        for (var from = 0; text[from..].IndexOfAny(Search) is var at and >= 0; from += at + 1)
            if (IsStem(text, from + at, stems)) return true;
        return false;
    }

    // "ban" in "urban" or "bank", "debar" in "sidebar" are no stems; "sanction" in "unsanctioned" is.
    static bool IsStem(ReadOnlySpan<char> text, int at, ImmutableArray<string> stems)
    {
        var wordStart = at == 0 || !char.IsLetter(text[at - 1]);
        var rest = text[at..];
        foreach (var stem in stems)
        {
            if (!rest.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) continue;
            if (stem.Length > WholeWordLength + 1) return true;
            if (wordStart && (stem.Length > WholeWordLength || rest.Length == stem.Length || !char.IsLetter(rest[stem.Length]))) return true;
        }

        return false;
    }
}
