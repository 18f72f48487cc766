using System.Collections.Frozen;

namespace Extraction.Annotate.Tokenize;

/// <summary>Words that keep their full stop. Those before a name never end a sentence; the others may.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> BeforeName = Words("""
        mr mrs ms messrs mx dr prof rev fr sr st ste mt ft gen maj col lt capt cmdr cdr cpl sgt adm brig vadm radm pvt
        sen sens rep reps gov govs pres supt amb hon hj sec secy min atty insp det sheikh imam abp bp
        fig figs vs eds e.g i.e cf viz al approx op vol art arts para paras sect ch pp ext tel nos no ca
        """);

    private static readonly FrozenSet<string> MayEnd = Words("""
        inc corp co cos ltd bros plc llc jr esq etc est dept univ assn ave blvd rd bldg
        jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
        ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo
        a.m p.m u.s u.n e.u u.k u.s.a d.c n.y l.a ph.d m.d b.a m.a b.sc b.c a.d s.a a.s a.g s.p.a s.r.l n.v b.v g.m.b.h l.l.c l.t.d c.o oct j.r
        """);

    // Words of the two lists that are also common words: abbreviations only where a number or a capital follows.
    private static readonly FrozenSet<string> Doubtful = Words("no nos fig art min sat sun mon wed mar jun del ind la miss mo pa va wash mass ill ore ms co al ext tel ch ca sec rep fr est ga mt st hon det op");

    /// <summary>Whether a word without its final full stop is an abbreviation, and whether it only stands before something.</summary>
    /// <param name="word">Plain characters, any case.</param>
    /// <param name="next">First character after the full stop and spaces, or '\0' at the end.</param>
    /// <param name="binds">True where no sentence can end here.</param>
    public static bool Is(ReadOnlySpan<char> word, char next, out bool binds)
    {
        Span<char> lower = stackalloc char[16];
        binds = false;
        if (word.Length is 0 or > 12)
            return false;
        var length = word.ToLowerInvariant(lower);
        var key = lower[..length];
        var first = BeforeName.GetAlternateLookup<ReadOnlySpan<char>>();
        var second = MayEnd.GetAlternateLookup<ReadOnlySpan<char>>();
        binds = first.Contains(key);
        if (!binds && !second.Contains(key))
            return false;
        if (!Doubtful.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key))
            return true;
        var asTitle = char.IsUpper(word[0]);
        return key switch
        {
            "no" or "nos" or "fig" or "art" or "op" or "ch" or "ext" or "tel" => char.IsAsciiDigit(next),
            "ca" => char.IsAsciiDigit(next) && !asTitle,
            "al" => !asTitle,
            "sat" or "sun" or "mon" or "wed" or "mar" or "jun" => asTitle && char.IsAsciiDigit(next),
            _ => asTitle && next != '\0',
        };
    }

    private static FrozenSet<string> Words(string lines) =>
        lines.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
