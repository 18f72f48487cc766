using System.Collections.Frozen;

namespace Extraction.Annotate.Tokenize;

/// <summary>
/// Which hyphens part a word. The treebanks part most ("search - engine") and keep prefixes whole ("e-mail"). So do we,
/// but parts of one name stay together ("al-Khazali", "Amir-Ali", "Jong-un") and so do adjectives made of a word and a participle
/// ("Iran-backed", "US-led", "state-owned"); other countries and acronyms are parted from what follows them ("Russia - Ukraine").
/// </summary>
public static class HyphenRules
{
    private static readonly FrozenSet<string> Prefixes = Words("""
        e co pre post non re anti ex semi mid multi pro vice un sub socio counter inter intra ultra micro macro neo pan trans psycho
        pseudo quasi bio eco geo electro hydro infra mega meta mini mono para poly proto retro tele thermo tri bi over under super cyber crypto dis
        """);

    private static readonly FrozenSet<string> Particles = Words("""
        al el ul ol as ash an ad adh ar at ath az bin bint ibn abu abd abdul abdel umm ould bou ben de da di du la le les el- saint st san santa sainte
        jean marie o d mac ahl e-
        """);

    private static readonly FrozenSet<string> KoreanFirst = Words("jae jong yong ki geun sung dong myung moon yo kyong song ryong myong chol hyon yon pyong yeon seok");

    private static readonly FrozenSet<string> NameEndings = Words("""
        un il in eun hee hwan hyun jae min ho kook chol sik nam hui ri ryong su yong jong jung uk woo seok kyu hye sang shek sen ping pei ze
        dong lai tung kai an ji bek ud ul al i e
        """);

    private static readonly FrozenSet<string> Compounding = Words("""
        related style era wide wing level term time
        old year month day week mile long range scale profile ranking general elect designate chief in out up down off on to and of the by for
        """);

    // Participles that do not end in -ed, and adjectives that close a compound like one.
    private static readonly FrozenSet<string> Participles = Words("led born made run held known built hit bound torn won fought grown sown written driven friendly");

    // Words in -ed and -eed that are no participles.
    private static readonly FrozenSet<string> NotParticiples = Words("red bed shed sled med ted ned fed wed speed feed need seed breed creed deed reed weed greed steed mohamed mohammed muhammed ahmed hamed khaled waled rashed majed saeed waleed naveed javed");

    private static readonly FrozenSet<string> States = Words("""
        us u.s eu uk un iran iraq syria israel russia ukraine china japan korea india pakistan turkey egypt saudi yemen libya france germany britain
        america cuba venezuela belarus moscow kremlin beijing tehran washington brussels london pyongyang nato gulf palestine lebanon qatar
        iranian iraqi syrian israeli russian ukrainian chinese japanese korean indian pakistani turkish egyptian libyan french german british american
        cuban venezuelan belarusian european arab palestinian lebanese qatari afghan sudan sudanese mali myanmar armenia armenian azerbaijan azerbaijani
        georgia georgian serbia serbian kosovo taiwan african asian asia africa europe
        """);

    /// <summary>Whether the hyphen between two parts stays inside one token.</summary>
    public static bool Keeps(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return true;
        left = left.TrimEnd('.');
        if (left.IsEmpty)
            return true;
        var a = left[^1];
        var b = right[0];
        if (char.IsAsciiDigit(b) && left.Length <= 6 && char.IsUpper(left[0]))
            return true; // F-16, COVID-19, KN-23
        if (char.IsAsciiDigit(a) && char.IsAsciiDigit(b))
            return false; // 10-20; dates are kept by the scanner
        if (char.IsAsciiDigit(left[0]) || char.IsAsciiDigit(b))
            return false;
        if (char.IsLetter(left[0]) && char.IsLetter(a) && IsParticiple(right))
            return true; // Iran-backed, US-led, U.S.-imposed: one adjective
        if (In(Particles, left) && (char.IsUpper(b) || left is "al" or "Al" or "el" or "El" || b == '\''))
            return !In(States, left);
        if (char.IsUpper(left[0]) && In(KoreanFirst, left) && In(NameEndings, right))
            return true; // Jong-un, Jae-in
        if (In(Compounding, right) || (char.IsUpper(left[0]) && In(States, left)) || (char.IsUpper(b) && In(States, right)))
            return false;
        if (In(Prefixes, left))
            return true;
        var upperLeft = char.IsUpper(left[0]);
        if (upperLeft && left.Length > 1 && !In(NameEndings, right) && IsUpper(left))
            return left.Length == 1 || (IsUpper(right) && left.Length + right.Length <= 8); // IRGC-QF, but NATO - led
        if (upperLeft && char.IsUpper(b))
            return true;
        return upperLeft && right.Length <= 5 && In(NameEndings, right);
    }

    // "backed" but not "Ahmed"; headlines write "Backed" and "BACKED".
    private static bool IsParticiple(ReadOnlySpan<char> part) =>
        In(Participles, part)
        || (part.Length > 3 && part.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !In(NotParticiples, part));

    private static bool IsUpper(ReadOnlySpan<char> part)
    {
        foreach (var character in part)
        {
            if (char.IsLower(character))
                return false;
        }

        return true;
    }

    private static bool In(FrozenSet<string> set, ReadOnlySpan<char> part)
    {
        Span<char> lower = stackalloc char[16];
        if (part.Length > 14)
            return false;
        var length = part.ToLowerInvariant(lower);
        return set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..length]);
    }

    private static FrozenSet<string> Words(string lines) =>
        lines.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
