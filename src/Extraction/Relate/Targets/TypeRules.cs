using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Targets;

/// <summary>What kind of target a phrase names, from its name type and the nouns in and around it.</summary>
public static class TypeRules
{
    static readonly FrozenSet<string> Vessels = WordLists.Set("vessel");
    static readonly FrozenSet<string> Aircraft = WordLists.Set("aircraft");
    static readonly FrozenSet<string> People = WordLists.Set("person");
    static readonly FrozenSet<string> Organizations = WordLists.Set("organization");
    static readonly FrozenSet<string> Sectors = WordLists.Set("sector");

    public static TargetType OfPronoun(string lemma) => lemma switch
    {
        "he" or "she" or "him" or "her" => TargetType.Person,
        "they" or "them" => TargetType.Group,
        _ => TargetType.Organization,
    };

    /// <summary>Of "the country", "the airline": what stands for something named before.</summary>
    public static TargetType OfBareDefinite(string lemma) =>
        lemma is "country" or "nation" or "island" or "territory" ? TargetType.Country : OfNoun(lemma) ?? TargetType.Organization;

    /// <summary>What a common noun is called of; null for one that may be anything.</summary>
    public static TargetType? OfNoun(string lemma) =>
        People.Contains(lemma) ? TargetType.Person
        : Vessels.Contains(lemma) ? TargetType.Vessel
        : Aircraft.Contains(lemma) ? TargetType.Aircraft
        : Organizations.Contains(lemma) ? TargetType.Organization
        : null;

    public static TargetType OfName(SentenceView s, NameMention name, int head)
    {
        if (IsNear(s, name, head, Vessels)) return TargetType.Vessel;
        if (IsNear(s, name, head, Aircraft)) return TargetType.Aircraft;
        if (name.Type == NameType.Person) return TargetType.Person;
        if (name.Type == NameType.Location && s.Places(name)) return TargetType.Country;
        return TargetType.Organization;
    }

    public static TargetType OfCommon(SentenceView s, int first, int end, int head)
    {
        var lemma = s.Lemma(head);
        var plural = s.Xpos(head) is "NNS" or "NNPS" || s.Upos(head) is Upos.Num or Upos.Pron;
        for (var i = first; i < end && !plural; i++) plural = s.Upos(i) == Upos.Num && i < head;
        if (Sectors.Contains(lemma) && !People.Contains(lemma)) return TargetType.Sector;
        return plural ? TargetType.Group : OfNoun(lemma) ?? TargetType.Group;
    }

    // "the tanker Grace 1", "Adrian Darya, a tanker", "(IMO 9116412)".
    static bool IsNear(SentenceView s, NameMention name, int head, FrozenSet<string> words)
    {
        for (var i = Math.Max(0, name.First - 2); i < name.First; i++)
            if (words.Contains(s.Lemma(i).ToLowerInvariant()) && s.Upos(i) != Upos.Verb) return true;
        for (var i = name.End; i < Math.Min(s.Count, name.End + 3); i++)
            if (words.Contains(s.Lemma(i).ToLowerInvariant()) && s.NameAt(i) < 0 && s.Form(name.End) is "(" or ",") return s.Form(name.End) == "(" || s.IsUnder(i, head);
        return words.Contains(s.Lemma(name.First).ToLowerInvariant()) && name.End - name.First > 1;
    }
}
