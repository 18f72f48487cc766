using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Merge;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reading;

/// <summary>Words that stand for several targets that are named elsewhere: "the same four", "all three", "both men", "the pair", "these companies", "they".</summary>
/// <param name="Count">How many they are; null where the words do not say.</param>
/// <param name="Type">What they are; null where the words do not say.</param>
/// <param name="Kind">By what they are known to be several.</param>
readonly record struct SetMention(int? Count, TargetType? Type, SetKind Kind)
{
    static readonly FrozenSet<string> Generic = WordLists.Set("generic");

    /// <summary>What a target's words, or the sentence of an act without an object, say of a set; null where they mean nothing named before.</summary>
    public static SetMention? Of(Span span)
    {
        var s = span.Sentence;
        if (s.Upos(span.Head) == Upos.Num || !ReferentChooser.StandsForAnother(span)) return Phrase(s, span.First, span.End, span.Head);
        if (s.Upos(span.First) is Upos.Pron or Upos.Det) return Word(s, span.First);
        for (var i = 0; i < s.Count; i++)
            if (IsUnder(s, i, span.First) && (Word(s, i) ?? (s.Upos(i) == Upos.Num && !s.Is(i, "nummod") ? Phrase(s, i, i + 1, i) : null)) is { } set) return set;
        foreach (var n in NominalFinder.Find(s))
            if (n.Kind == NominalKind.Common && IsUnder(s, n.Head, span.First) && Phrase(s, n.First, n.End, n.Head) is { Kind: SetKind.Said } set) return set;
        return new(null, null, SetKind.Unsaid);
    }

    // "took action against them", "must list both": the word of the act is its head, or near it in the tree.
    static bool IsUnder(SentenceView s, int i, int act) => s.Head(i) is >= 0 and var head && (head == act || head == s.Head(act) || (s.Head(head) >= 0 && s.Head(head) == act));

    // "They had banned": those who act.
    static bool Acts(SentenceView s, int i) => s.Deprel(i) == "nsubj" && s.Upos(s.Head(i)) == Upos.Verb;

    // "They", "both", without a noun.
    static SetMention? Word(SentenceView s, int i) =>
        s.Upos(i) is Upos.Pron or Upos.Det && s.Xpos(i) != "WDT" && !s.Is(i, "det") && !Acts(s, i) && !s.Is(i, "cc") && s.Form(i).ToLowerInvariant() is "they" or "them" or "these" or "both" or "all" && !HasMore(s, i)
            ? new(s.Lemma(i) == "both" ? 2 : null, null, SetKind.Said)
            : null;

    // "the four", "these companies", "both men": points back, counts or is plural, and nothing beside it says which are meant.
    static SetMention? Phrase(SentenceView s, int first, int end, int head)
    {
        var noun = s.Lemma(head).ToLowerInvariant();
        var (points, isSame, isDefinite, isAll, count) = (false, false, false, false, CountOf(noun));
        if (end > head + 1 || !(s.Xpos(head) is "NNS" or "NNPS" || s.Upos(head) == Upos.Num || count is not null) || s.Is(head, "nmod:poss") || s.Form(head + 1) is "'s" or "’s" or "'" or "’") return null;
        while (first > 0 && s.Form(first - 1).ToLowerInvariant() is "the" or "same" or "all" or "both" or "these" or "those") first--;
        for (var i = first; i <= head; i++)
        {
            var word = s.Form(i).ToLowerInvariant();
            if (s.NameAt(i) >= 0 || (s.AuthorityAt(i) >= 0 && i == head)) return null;
            switch (word)
            {
                case "the": isDefinite = true; break;
                case "all": isAll = true; break;
                case "same": points = isSame = true; break;
                case "these" or "those" or "named" or "aforementioned": points = true; break;
                case "both": (points, count) = (true, 2); break;
                case "other" or "others" or "more" or "further" or "another" or "remaining" or "new" or "additional" or "following" or "first" or "next" or "last" or "than": return null;
                default: if (s.Upos(i) == Upos.Num && Numerals.Value(word) is { } value) count = value; break;
            }
        }

        if (!isSame && HasMore(s, head)) return null;
        var counts = (isDefinite || isAll) && count is > 1;
        if (s.Upos(head) == Upos.Num || CountOf(noun) is not null) return points || counts ? new(count, null, SetKind.Said) : null;
        var type = TypeOf(noun);
        if (points || counts) return type is null && !Generic.Contains(noun) && noun != "name" ? null : new(count, type, SetKind.Said);
        return isDefinite && first == head - 1 && type is TargetType.Organization or TargetType.Vessel or TargetType.Aircraft ? new(null, type, SetKind.Definite) : null;
    }

    static int? CountOf(string noun) => noun switch { "pair" or "duo" or "couple" => 2, "trio" => 3, "quartet" => 4, _ => null };

    static bool HasMore(SentenceView s, int head)
    {
        foreach (var c in s.Children(head))
            if (c > head && ((s.Is(c, "nmod") && IsOf(s, c)) || (s.Is(c, "acl") && s.Child(c, "mark") < 0 && s.Lemma(c) is not ("concern" or "name" or "mention")) || s.Is(c, "conj"))) return true;
        return false;
    }

    // "two of the companies", and not "two of them".
    static bool IsOf(SentenceView s, int i) => s.Child(i, "case") is >= 0 and var preposition && s.Lemma(preposition) is "of" or "in" && !s.IsDate(i) && s.Upos(i) != Upos.Pron;

    /// <summary>What a noun in the plural is called of; null for one that may be anything.</summary>
    public static TargetType? TypeOf(string noun) => noun == "person" ? null : noun is "country" or "state" or "nation" ? TargetType.Country : noun == "entity" ? TargetType.Organization : TypeRules.OfNoun(noun);
}

/// <summary>By what a set is known to be one.</summary>
enum SetKind
{
    /// <summary>Its words say that it is: "the same four", "both", "they".</summary>
    Said,

    /// <summary>Its words may say it, or describe others: "the companies".</summary>
    Definite,

    /// <summary>No words: an act without an object, which may have one target or several.</summary>
    Unsaid,
}
