using System.Collections.Frozen;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Merge;

/// <summary>Other names of what was named before: "Sidanag Hitta, also known as Abu Qarwani and Abu Abdelhakim al-Kidali".</summary>
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

        return found;
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
