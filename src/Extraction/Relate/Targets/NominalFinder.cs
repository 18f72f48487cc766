using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Targets;

/// <summary>Finds the phrases of a sentence that could be targets: names, countries, noun phrases, pronouns.</summary>
public static class NominalFinder
{
    static readonly FrozenSet<string> Bare = WordLists.Set("bare");

    /// <summary>The phrases of a sentence, left to right; found once.</summary>
    public static IReadOnlyList<Nominal> Find(SentenceView s) => s.Nominals ??= FindAll(s);

    static List<Nominal> FindAll(SentenceView s)
    {
        var found = new List<Nominal>();
        for (var i = 0; i < s.Names.Length; i++)
            if (!IsPeople(s, i)) found.Add(OfName(s, s.Names[i]));
        foreach (var a in s.Authorities)
            if (a.Entry.Kind is AuthorityKind.State or AuthorityKind.Adjective or AuthorityKind.Capital or AuthorityKind.Government && s.NameAt(a.First) < 0)
                found.Add(new(s, a.First, a.End, a.Head, NominalKind.Country, TargetType.Country, a.Entry.Name));
        for (var i = 0; i < s.Count; i++)
        {
            if ((s.NameAt(i) >= 0 && !IsPeople(s, s.NameAt(i))) || s.IsDate(i)) continue;
            if (IsAnaphor(s, i)) found.Add(new(s, i, i + 1, i, NominalKind.Anaphor, TypeRules.OfPronoun(s.Lemma(i)), null));
            else if (IsBareDefinite(s, i)) found.Add(new(s, i, i + 1, i, NominalKind.Anaphor, TypeRules.OfBareDefinite(s.Lemma(i)), null));
            else if (IsCommonHead(s, i)) AddCommon(found, s, i);
        }

        found.Sort((x, y) => x.First != y.First ? x.First.CompareTo(y.First) : x.End.CompareTo(y.End));
        return found;
    }

    /// <summary>"ten Europeans", "51 Americans": a people by its name is a set, not a name.</summary>
    static bool IsPeople(SentenceView s, int name) => s.Names[name] is { Type: NameType.Misc } n && s.Xpos(n.End - 1) is "NNPS" or "NNS";

    static Nominal OfName(SentenceView s, NameMention name)
    {
        var head = s.HeadOf(name.First, name.End);
        var first = name.First;
        while (first < name.End - 1 && s.Lemma(first) is "the" or "The") first++;
        var authority = s.AuthorityAt(first);
        if (name.Type != NameType.Person && authority >= 0)
        {
            var a = s.Authorities[authority];
            if (a.End >= name.End && a.Entry.Kind is AuthorityKind.State or AuthorityKind.Adjective or AuthorityKind.Capital)
                return new(s, first, name.End, head, NominalKind.Country, TargetType.Country, a.Entry.Name);
        }

        return new(s, first, name.End, head, NominalKind.Name, TypeRules.OfName(s, name, head), null);
    }

    static bool IsAnaphor(SentenceView s, int i) =>
        s.Upos(i) == Upos.Pron && s.Lemma(i) is "he" or "she" or "it" or "they" or "him" or "her" or "them";

    // "the country", "that bank": what it is has been named before, and nothing beside it says which one is meant.
    static bool IsBareDefinite(SentenceView s, int i)
    {
        if (i == 0 || s.Upos(i) != Upos.Noun || s.Xpos(i) != "NN" || s.Form(i - 1) is not ("the" or "The" or "this" or "This" or "that" or "That")) return false;
        if (!Bare.Contains(s.Lemma(i)) || s.Is(i, "compound") || s.Is(i, "flat")) return false;
        foreach (var c in s.Children(i))
            if (!s.Is(c, "det") && !s.Is(c, "case") && !s.Is(c, "punct") && !s.Is(c, "cc") && !s.Is(c, "conj")) return false;
        return true;
    }

    static bool IsCommonHead(SentenceView s, int i)
    {
        if (s.Upos(i) == Upos.Pron && s.Lemma(i) is "those" or "anyone" or "that" && s.Form(i) is "those" or "Those" or "anyone" or "Anyone") return true;
        if (s.Upos(i) == Upos.Num) return s.Head(i) < 0 || !s.Is(i, "nummod") && !s.Is(i, "nmod") && s.Child(i, "nmod") >= 0;
        if (s.Upos(i) is not (Upos.Noun or Upos.Propn)) return s.Upos(i) == Upos.Adj && s.Child(i, "nmod") >= 0 && (s.Is(i, "obj") || s.Is(i, "nsubj") || s.Is(i, "obl") || s.Is(i, "nmod"));
        return !s.Is(i, "compound") && !s.Is(i, "flat") && (s.Upos(i) == Upos.Noun || s.Xpos(i) == "NNPS" || s.AuthorityAt(i) < 0);
    }

    static void AddCommon(List<Nominal> found, SentenceView s, int head)
    {
        var first = LeftEdge(s, head);
        var end = RightEdge(s, head);
        while (first < head && (s.Upos(first) is Upos.Punct or Upos.Cconj || s.Form(first) is "the" or "The" or "a" or "A" or "an" or "An")) first++;
        Add(found, s, first, end, head);
        // "nine people and four companies" are two groups; "officials and entities" under one quantifier are one.
        foreach (var c in s.Children(head))
        {
            if (c < head || !s.Is(c, "conj") || s.NameAt(c) >= 0 || s.Upos(c) != Upos.Noun) continue;
            if (s.Child(c, "nummod") >= 0 || s.Child(c, "det") >= 0 || c - end > 6) continue;
            Add(found, s, first, RightEdge(s, c), head);
            break;
        }

        // Without what follows: "officials" of "officials in the region accused of …".
        if (end > head + 1) Add(found, s, first, head + 1, head);
    }

    static void Add(List<Nominal> found, SentenceView s, int first, int end, int head)
    {
        if (end <= first || end - first > 24) return;
        found.Add(new(s, first, end, head, NominalKind.Common, TypeRules.OfCommon(s, first, end, head), null));
    }

    static int LeftEdge(SentenceView s, int head)
    {
        // By parts of speech, not by the tree: a noun phrase's left side is the part that parsers get wrong.
        var first = head;
        while (first > 0 && head - first < 14 && MayModify(s, first - 1, first)) first--;
        while (first < head && (s.Upos(first) is Upos.Punct or Upos.Part or Upos.Cconj || s.Form(first) is "'s" or "'")) first++;
        return first;
    }

    static bool MayModify(SentenceView s, int i, int next)
    {
        if (s.IsDate(i)) return false;
        // "Sanctions Target Officials": a trigger word is a verb that the tagger took for a noun.
        if (s.Upos(i) != Upos.Adj && s.Xpos(i) is not ("VBN" or "VBG" or "JJ") && TriggerLexicon.Default.IsVerb(s.Lemma(i))) return false;
        return s.Upos(i) switch
        {
            Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num => true,
            Upos.Det => s.Lemma(i) is "the" or "a" or "an" or "some" or "all" or "any" or "several" or "both" or "another" or "these" or "those",
            Upos.Part => s.Form(i) is "'s" or "'",
            Upos.Punct => s.Form(i) is "-" or "\"" && next < s.Count && s.Upos(next) is not Upos.Punct && i > 0 && s.Upos(i - 1) is Upos.Adj or Upos.Noun or Upos.Num,
            Upos.Verb => s.Xpos(i) is "VBN" && s.Is(i, "amod"),
            Upos.Adv => s.Lemma(i) is "about" or "around" or "nearly" or "almost" or "approximately" or "least" or "most" or "more" or "senior" or "over" or "roughly" or "currently" or "formerly",
            Upos.Pron => s.Xpos(i) is "PRP$",
            Upos.Cconj => s.Lemma(i) == "and" && i > 0 && s.Upos(i - 1) is Upos.Adj or Upos.Propn && s.Upos(next) is Upos.Adj && s.AuthorityAt(i - 1) >= 0 && s.AuthorityAt(next) >= 0,
            Upos.Adp => s.Lemma(i) is "than" or "least" || (s.Lemma(i) is "of" && i > 0 && s.Lemma(i - 1) is "dozen" or "dozens" or "number" or "hundreds" or "scores" or "thousands" or "couple"),
            _ => false,
        };
    }

    static int RightEdge(SentenceView s, int head)
    {
        var end = head + 1;
        var those = s.Upos(head) == Upos.Pron;
        foreach (var c in s.Children(head))
        {
            if (c <= head) continue;
            var open = s.Is(c, "nmod") || s.Is(c, "flat") || s.Deprel(c) == "compound" || s.Is(c, "nummod") || (those && (s.Is(c, "acl") || s.Is(c, "amod") || s.Is(c, "advmod")));
            if (!open || Subtree(s, c) is var part && (part.First > end || part.End - end > 16)) break;
            end = Math.Max(end, Clip(s, end, Subtree(s, c).End));
        }

        return end;
    }

    /// <summary>A phrase ends before a comma, a bracket, or a relative clause inside it.</summary>
    static int Clip(SentenceView s, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (s.Form(i) is "," or "(" or ";" or ":" or "-" or "--" or ".") return i;
            if (s.IsDate(i) || (s.Upos(i) == Upos.Adp && i + 1 < end && s.IsDate(i + 1))) return i;
            if (i > from && (s.Is(i, "acl:relcl") || s.Lemma(i) is "who" or "which" or "that" && s.Upos(i) == Upos.Pron)) return i;
        }

        return end;
    }

    /// <summary>The stretch of tokens under a token.</summary>
    public static (int First, int End) Subtree(SentenceView s, int i)
    {
        var (first, end) = (i, i + 1);
        foreach (var c in s.Children(i))
        {
            var part = Subtree(s, c);
            first = Math.Min(first, part.First);
            end = Math.Max(end, part.End);
        }

        return (first, end);
    }
}
