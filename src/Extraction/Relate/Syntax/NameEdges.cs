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
            if (IsNumberLabel(s, name) || IsOfCompound(s, name)) continue;
            if (settled.Count > 0 && IsGivenName(s, settled[^1], name)) settled[^1] = settled[^1] with { End = name.End };
            else settled.Add(name.Type == NameType.Person ? WithoutPeople(s, name) : name.Type is NameType.Organization or NameType.Misc ? WithFirstWord(s, WithoutRole(s, name)) : name);
        }

        AddShips(s, settled);
        return settled;
    }

    // "(IMO 9321938)".
    static bool IsNumberLabel(SentenceView s, NameMention name) =>
        name.End - name.First == 1 && s.Form(name.First) is "IMO" or "MMSI" && name.End < s.Count && char.IsAsciiDigit(s.Form(name.End)[0]);

    // "Hong" of "Hong Kong-based Marinova Freight", "Marshall" of "Marshall Islands-flagged": nobody.
    static bool IsOfCompound(SentenceView s, NameMention name) =>
        name.Type == NameType.Person && name.End - name.First == 1 && IsCompound(s.Form(name.End));

    // "Kong-based", "Islands-flagged".
    static bool IsCompound(string form) =>
        form.Length > 2 && char.IsUpper(form[0]) && form.IndexOf('-', StringComparison.Ordinal) is > 0 and var at && form.AsSpan(at + 1) is "based" or "flagged" or "registered" or "headquartered" or "incorporated";

    // "Hong Kong-based Billion Nexus Co.", "…; Billion Nexus Co.; …": the words from there on are the body's name.
    static NameMention WithFirstWord(SentenceView s, NameMention name)
    {
        const int MaxMissing = 2;
        if (name.Type != NameType.Organization) return name;
        var first = name.First;
        while (first > 0 && name.First - first < MaxMissing && s.Form(first - 1) is var form && char.IsUpper(form[0]) && form.All(char.IsLetter) && s.Upos(first - 1) is not (Upos.Det or Upos.Adp or Upos.Pron)) first--;
        return first > 0 && first < name.First && (IsCompound(s.Form(first - 1)) || s.Form(first - 1) == ";") ? name with { First = first } : name;
    }

    // "the tanker WELL SAIL (IMO 9321938)", "…: WELL SAIL (Qi Hang Ship Management Limited); …": the words in capitals before such a bracket are the ship's name.
    static void AddShips(SentenceView s, List<NameMention> names)
    {
        for (var i = 1; i + 2 < s.Count; i++)
        {
            if (s.Form(i) != "(") continue;
            var first = i;
            while (first > 0 && s.Form(first - 1) is var form && form.Any(char.IsUpper) && form.All(c => char.IsUpper(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '\'')) first--;
            if (s.Form(i + 1) != "IMO" && (first == 0 || s.Form(first - 1) is not (":" or ";") || !names.Exists(n => n.First == i + 1 && TitleWords.IsLegalForm(s.Form(n.End - 1))))) continue;
            if (first == i || names.Exists(n => n.First < first && n.End > first)) continue;
            var at = names.FindIndex(n => n.First >= first && n.End <= i);
            var ship = new NameMention(first, i, at < 0 ? NameType.Misc : names[at].Type);
            names.RemoveAll(n => n.First >= first && n.End <= i);
            names.Insert(names.FindIndex(n => n.First >= i) is >= 0 and var next ? next : names.Count, ship);
        }
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
