using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Merge;

/// <summary>When two descriptions ("nine Iranian officials", "the officials") mean one set.</summary>
static class Descriptions
{
    /// <summary>Sets of as many members or fewer are told by their number alone no more than by chance.</summary>
    const int Few = 4;

    static readonly FrozenSet<string> Generic = WordLists.Set("generic");

    /// <summary>In different sentences, of one kind, and nothing that sets them apart: no two numbers, no two nationalities.</summary>
    public static bool Same(Nominal a, Nominal b)
    {
        if (a.Sentence == b.Sentence) return false;
        var (x, y) = (Number(a), Number(b));
        if (x is not null && y is not null && !Numerals.AreSame(x, y)) return false;
        if (AreOfTwoNations(a, b)) return false;
        var (h, k) = (Heads(a), Heads(b));
        // "17 Saudis" above, "17 Saudi nationals" below: the number tells a set where the words do not tell two apart.
        if (x is not null && y is not null && Numerals.Value(x) > Few && (h.Overlaps(k) || MayBeAlike(a, b))) return true;
        if (a.Type != b.Type) return false;
        return h.Overlaps(k) || (h.All(Generic.Contains) && k.All(Generic.Contains) && x is null != y is null && Nation(a) == Nation(b));
    }

    /// <summary>The number or quantity that a description gives, or null.</summary>
    public static string? Number(Nominal n)
    {
        for (var i = n.First; i < n.End && i <= n.Head; i++)
            if ((n.Sentence.Upos(i) == Upos.Num && !(i > n.First && char.IsUpper(n.Sentence.Form(i)[0]))) || n.Sentence.Lemma(i) is "dozen" or "dozens" or "several" or "hundred" or "hundreds" or "scores") return n.Sentence.Lemma(i);
        return null;
    }

    /// <summary>True if the words say what the set is made of: "ten officials", and not "ten others".</summary>
    public static bool SaysWhat(Nominal n) => Kind(n) is not null;

    /// <summary>True if both are sets of persons, both of bodies, and so on.</summary>
    public static bool AreOfOneKind(Nominal a, Nominal b) => Kind(a) is { } kind && kind == Kind(b);

    /// <summary>True if two descriptions say that they are of different countries.</summary>
    public static bool AreOfTwoNations(Nominal a, Nominal b) => Nation(a) is { } one && Nation(b) is { } other && one != other;

    // "five generals" and "five judges" are ten; "27 ships" and "27 vessels" are not, nor are "five judges" and "five officials".
    static bool MayBeAlike(Nominal a, Nominal b) =>
        IsOther(a) || IsOther(b) || (AreOfOneKind(a, b) && (Kind(a) != TargetType.Person || SaysLittle(a) || SaysLittle(b)));

    static bool IsOther(Nominal n) => n.Sentence.Lemma(n.Head).ToLowerInvariant() is "other" or "more" or "name" || n.Sentence.Upos(n.Head) == Upos.Num;

    static bool SaysLittle(Nominal n) => Generic.Contains(n.Sentence.Lemma(n.Head).ToLowerInvariant()) || IsPeople(n);

    // Of what a set is made; null where the words do not say.
    static TargetType? Kind(Nominal n)
    {
        if (IsPeople(n)) return TargetType.Person;
        var lemma = n.Sentence.Lemma(n.Head).ToLowerInvariant();
        return lemma == "entity" ? TargetType.Organization : TypeRules.OfNoun(lemma) ?? (n.Type == TargetType.Sector ? TargetType.Sector : null);
    }

    // "17 Saudis", "three Houthis".
    static bool IsPeople(Nominal n) => n.Sentence.AuthorityAt(n.Head) >= 0 || n.Sentence.NameAt(n.Head) >= 0;

    static string? Nation(Nominal n)
    {
        for (var i = n.First; i < n.End; i++)
            if (n.Sentence.AuthorityAt(i) is >= 0 and var at && n.Sentence.Authorities[at].Entry.Kind is AuthorityKind.Adjective or AuthorityKind.State or AuthorityKind.Official or AuthorityKind.Government)
                return n.Sentence.Authorities[at].Entry.Name;
        return null;
    }

    static HashSet<string> Heads(Nominal n)
    {
        var heads = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { n.Sentence.Lemma(n.Head) };
        for (var i = n.Head + 1; i < n.End; i++)
            if (n.Sentence.Is(i, "conj") && n.Sentence.Upos(i) == Upos.Noun) heads.Add(n.Sentence.Lemma(i));
        return heads;
    }
}
