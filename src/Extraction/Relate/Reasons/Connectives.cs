using System.Reflection;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reasons;

/// <summary>Words that introduce reasons (connectives.txt), matched by lemma, longest first.</summary>
public static class Connectives
{
    static readonly Dictionary<string, List<string[]>> ByFirst = Load();

    /// <summary>The connective that starts at this token and its length in tokens, or null.</summary>
    public static (string Cue, int Length)? Match(SentenceView s, int i)
    {
        if (!ByFirst.TryGetValue(Lower(s, i), out var phrases)) return null;
        foreach (var phrase in phrases)
        {
            if (i + phrase.Length > s.Count) continue;
            var k = 1;
            while (k < phrase.Length && (Lower(s, i + k) == phrase[k])) k++;
            if (k == phrase.Length) return (string.Join(' ', phrase), phrase.Length);
        }

        return null;
    }

    static string Lower(SentenceView s, int i) => s.Lemma(i).ToLowerInvariant();

    static Dictionary<string, List<string[]>> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Extraction.Relate.Lexicon.connectives.txt")!;
        using var reader = new StreamReader(stream);
        var found = new Dictionary<string, List<string[]>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var words = line.Split(' ');
            if (!found.TryGetValue(words[0], out var list)) found[words[0]] = list = [];
            list.Add(words);
        }

        foreach (var list in found.Values) list.Sort((x, y) => y.Length.CompareTo(x.Length));
        return found;
    }
}
