using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Merge;

/// <summary>When two descriptions ("nine Iranian officials", "the officials") mean one set.</summary>
static class Descriptions
{
    static readonly FrozenSet<string> Generic = WordLists.Set("generic");

    /// <summary>In different sentences, of one kind, and nothing that sets them apart: no two numbers, no two nationalities.</summary>
    public static bool Same(Nominal a, Nominal b)
    {
        if (a.Sentence == b.Sentence || a.Type != b.Type) return false;
        var (x, y) = (Number(a), Number(b));
        if (x is not null && y is not null && !string.Equals(x, y, StringComparison.OrdinalIgnoreCase)) return false;
        var (p, q) = (Nation(a), Nation(b));
        if (p is not null && q is not null && p != q) return false;
        var (h, k) = (Heads(a), Heads(b));
        return h.Overlaps(k) || (h.All(Generic.Contains) && k.All(Generic.Contains) && x is null != y is null && p == q);
    }

    /// <summary>The number or quantity that a description gives, or null.</summary>
    public static string? Number(Nominal n)
    {
        for (var i = n.First; i < n.End && i <= n.Head; i++)
            if (n.Sentence.Upos(i) == Upos.Num || n.Sentence.Lemma(i) is "dozen" or "dozens" or "several" or "hundred" or "hundreds" or "scores") return n.Sentence.Lemma(i);
        return null;
    }

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
