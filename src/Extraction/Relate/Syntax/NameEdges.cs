using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Relate.Syntax;

/// <summary>Moves the edges of names that a recogniser draws too wide or too narrow.</summary>
static class NameEdges
{
    public static List<NameMention> Settle(SentenceView s, List<NameMention> names)
    {
        var settled = new List<NameMention>(names.Count);
        foreach (var name in names)
        {
            if (settled.Count > 0 && IsGivenName(s, settled[^1], name)) settled[^1] = settled[^1] with { End = name.End };
            else settled.Add(name.Type == NameType.Person ? WithoutPeople(s, name) : name.Type is NameType.Organization or NameType.Misc ? WithoutRole(s, name) : name);
        }

        return settled;
    }

    // "crypto exchange Garantex", "Russian entity Parsek LLC": what it is stands before the name.
    static NameMention WithoutRole(SentenceView s, NameMention name)
    {
        var first = name.First;
        for (var i = name.First; i < name.End - 1; i++)
            if (s.Upos(i) == Upos.Noun && s.Form(i).All(char.IsLower)) first = i + 1;
        if (first == name.First || !char.IsUpper(s.Form(first)[0]) || TitleWords.IsLegalForm(s.Form(first))) return name;
        for (var i = name.First; i < first; i++)
            if (s.Upos(i) != Upos.Adj && !s.Form(i).All(char.IsLower)) return name;
        return name with { First = first };
    }

    // "the Georgian Tarkhan Batirashvili": what a person is stands before the name.
    static NameMention WithoutPeople(SentenceView s, NameMention name)
    {
        if (name.End - name.First < 3 || s.Upos(name.First) != Upos.Adj || s.Upos(name.First + 1) != Upos.Propn) return name;
        return name with { First = name.First + 1 };
    }

    // "VALENCIA TRUJILLO, Joaquin Mario": as lists write persons, surnames in capitals first.
    static bool IsGivenName(SentenceView s, NameMention surname, NameMention given)
    {
        if (surname.Type != NameType.Person || given.Type != NameType.Person || given.First != surname.End + 1 || s.Form(surname.End) != ",") return false;
        for (var i = surname.First; i < surname.End; i++)
            if (s.Form(i) is { Length: 1 } or [_, '.'] || s.Form(i).Any(char.IsLower)) return false;
        for (var i = given.First; i < given.End; i++)
            if (!s.Form(i).Any(char.IsLower)) return false;
        if (given.End == s.Count || s.Form(given.End) is "(" or ";" or ".") return true;
        // "MBS, Khalid Otaibi, and others" are two persons.
        return s.Form(given.End) == "," && (surname.End - surname.First > 1 || surname.First == 0 || s.Form(surname.First - 1) is ";" or ":" || s.Upos(surname.First - 1) == Upos.Num);
    }
}
