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

    const char SoftHyphen = '\u00ad';

    static readonly SearchValues<char> Gaps = SearchValues.Create("\n\r\t\u00a0\u00ad");

    static readonly SearchValues<string> Search = SearchValues.Create([.. Stems, .. Phrases], StringComparison.OrdinalIgnoreCase);

    /// <summary>True if the text has one of the stems, case aside.</summary>
    public static bool Matches(ReadOnlySpan<char> text) => Has(text, Stems);

    /// <summary>True if the text has a stem that hardly means anything but sanctions.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => Has(text, Plain);

    static bool Has(ReadOnlySpan<char> text, ImmutableArray<string> stems)
    {
        if (text.IndexOfAny(Gaps) >= 0 || text.Contains("  ", StringComparison.Ordinal)) text = Mended(text);
        for (var from = 0; text[from..].IndexOfAny(Search) is var at and >= 0; from += at + 1)
            if (IsStem(text, from + at, stems)) return true;
        return false;
    }

    // A phrase may go on in the next line, and a soft hyphen may divide a word.
    static ReadOnlySpan<char> Mended(ReadOnlySpan<char> text)
    {
        var mended = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (c == SoftHyphen || char.IsWhiteSpace(c) && length > 0 && mended[length - 1] == ' ') continue;
            mended[length++] = char.IsWhiteSpace(c) ? ' ' : c;
        }

        return mended.AsSpan(0, length);
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
