using Extraction.Documents;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Roles;

/// <summary>
/// Finds what an article calls a named target: words before the name ("IRGC commander Salar Abnoush"), an apposition after
/// it ("Hassan Karami, commander of …"), or the phrase that the name is an apposition of.
/// </summary>
public static class RoleFinder
{
    public static Filler? Find(Nominal target)
    {
        if (target.Kind is not NominalKind.Name || target.Type is TargetType.Country) return null;
        return After(target) ?? Before(target);
    }

    static Filler? After(Nominal t)
    {
        var s = t.Sentence;
        var at = t.End;
        if (at >= s.Count || s.Form(at) is not ("," or "(" or "-" or "--")) return null;
        var first = at + 1;
        while (first < s.Count && s.Lemma(first) is "the" or "a" or "an") first++;
        if (first >= s.Count || s.NameAt(first) >= 0 && s.Names[s.NameAt(first)].Type == NameType.Person) return null;
        var end = first;
        var noun = false;
        while (end < s.Count && end - first < 18 && s.Form(end) is not ("," or ")" or ";" or "-" or "--" or ".") && s.Lemma(end) is not ("who" or "whose" or "which" or "that") && s.Upos(end) is not (Upos.Verb or Upos.Aux))
            noun |= s.Upos(end++) == Upos.Noun;
        while (end > first && s.Upos(end - 1) is Upos.Adp or Upos.Cconj or Upos.Det) end--;
        // "Belruda Trade, its director Oleg Maryanov" goes on with another.
        return noun && end > first && (t.Type == TargetType.Person || !HasPerson(s, first, end)) && s.Upos(first) is not (Upos.Adp or Upos.Sconj or Upos.Cconj or Upos.Num) ? Of(s, first, end) : null;
    }

    static bool HasPerson(SentenceView s, int first, int end) => s.Names.Any(n => n.Type == NameType.Person && n.First >= first && n.First < end);

    static Filler? Before(Nominal t)
    {
        var s = t.Sentence;
        var first = t.First;
        while (first > 0 && t.First - first < 10 && s.Upos(first - 1) is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Part && s.NameAt(first - 1) is var n && (n < 0 || s.Names[n].Type != NameType.Person)) first--;
        var noun = false;
        for (var i = first; i < t.First; i++) noun |= s.Upos(i) is Upos.Noun or Upos.Propn && s.NameAt(i) < 0;
        return noun ? Of(s, first, t.First) : null;
    }

    static Filler Of(SentenceView s, int first, int end)
    {
        var range = s.RangeOf(first, end);
        return new(range, TargetNames.Clean(range.Of(s.Document.Text)));
    }
}
