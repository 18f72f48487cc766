using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Merge;

/// <summary>
/// Other names of what was named before: "Sidanag Hitta, also known as Abu Qarwani and Abu Abdelhakim al-Kidali", "Cuban Revolutionary
/// National Police (Policía Nacional Revolucionaria, PNR)".
/// </summary>
static class Aliases
{
    static readonly FrozenSet<string> Markers = FrozenSet.ToFrozenSet(["aka", "a.k.a.", "a.k.a", "alias", "fka", "f.k.a."], StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Between = FrozenSet.ToFrozenSet([",", "(", "\"", "\u201C", "also", "better", "commonly", "formerly", "previously", "sometimes", "widely", "who", "which", "is", "was"], StringComparer.OrdinalIgnoreCase);

    /// <returns>Of each alias the first token, and that of the name it stands for.</returns>
    public static List<(int Alias, int Owner)> Of(SentenceView s)
    {
        var found = new List<(int, int)>();
        var names = s.Names;
        var owner = -1;
        for (var i = 1; i < names.Length; i++)
        {
            var marker = Marker(s, names[i].First);
            if (marker >= 0) owner = Owner(s, marker);
            else if (!(owner >= 0 && names[i].First - names[i - 1].End == 1 && s.Form(names[i - 1].End) is "and" or "or" or "/")) owner = -1;
            if (owner >= 0) found.Add((names[i].First, owner));
        }

        for (var i = 0; i + 1 < names.Length; i++) AddBracketed(found, s, i);
        return found;
    }

    // All names of a bracket behind a name, where they look like other names of it and not like its members: of a person in quotes, of
    // others with the initials of one of them ("Cuban Police (Policía Nacional Revolucionaria, PNR)").
    static void AddBracketed(List<(int Alias, int Owner)> found, SentenceView s, int owner)
    {
        var name = s.Names[owner];
        if (name.Type == NameType.Location || IsAuthority(s, name) || s.Form(name.End) != "(") return;
        var isPerson = name.Type == NameType.Person;
        var (at, next, quoted) = (name.End + 1, owner + 1, true);
        while (at < s.Count && s.Form(at) != ")")
        {
            if (next < s.Names.Length && s.Names[next].First == at)
            {
                if (s.Names[next].Type == NameType.Location || (s.Names[next].Type == NameType.Person) != isPerson || IsAuthority(s, s.Names[next])) return;
                quoted &= IsQuote(s.Form(at - 1));
                at = s.Names[next++].End;
            }
            else if (IsQuote(s.Form(at)) || s.Form(at) is "," or ";" or "/" or "or")
            {
                at++;
            }
            else
            {
                return;
            }
        }

        if (at >= s.Count || !(isPerson ? quoted : HasInitials(s, s.Names.AsSpan(owner, next - owner)))) return;
        for (var i = owner + 1; i < next; i++) found.Add((s.Names[i].First, name.First));
    }

    static bool IsAuthority(SentenceView s, NameMention name) => s.AuthorityAt(name.First) is >= 0 and var at && s.Authorities[at].End >= name.End;

    static bool IsQuote(string form) => form is "\"" or "\u201C" or "\u201D" or "'" or "\u2018" or "\u2019";

    static bool HasInitials(SentenceView s, ReadOnlySpan<NameMention> names)
    {
        foreach (var name in names)
            foreach (var other in names)
                if (name != other && AreInitials(s, name.First, name.End, other.First, other.End)) return true;
        return false;
    }

    /// <summary>True for one word whose capitals are, in order, among the first letters of the words <c>[ofFirst, ofEnd)</c>: "IRGC" of "Islamic Revolutionary Guard Corps".</summary>
    public static bool AreInitials(SentenceView s, int first, int end, int ofFirst, int ofEnd)
    {
        if (end - first != 1) return false;
        var capitals = s.Form(first).Where(char.IsUpper).ToList();
        var found = 0;
        for (var i = ofFirst; i < ofEnd; i++)
            if (found < capitals.Count && s.Form(i)[0] == capitals[found]) found++;
        return capitals.Count > 0 && found == capitals.Count;
    }

    /// <summary>The first token of the words before a name that say it is another; -1 where there are none.</summary>
    static int Marker(SentenceView s, int name)
    {
        var at = name - 1;
        while (at > 0 && s.Form(at) is "\"" or "\u201C" or "'" or "\u2018") at--;
        if (at < 1) return -1;
        if (Markers.Contains(s.Form(at))) return at;
        return s.Form(at) is "as" or "by" && at > 1 && s.Form(at - 1) is "known" ? at - 1 : -1;
    }

    static int Owner(SentenceView s, int marker)
    {
        var at = marker - 1;
        while (at >= 0 && Between.Contains(s.Form(at))) at--;
        foreach (var name in s.Names)
            if (name.First <= at && at < name.End) return name.First;
        return -1;
    }
}
