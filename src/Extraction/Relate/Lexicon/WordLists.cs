using System.Collections.Frozen;
using System.Reflection;

namespace Extraction.Relate.Lexicon;

/// <summary>Small word lists of this room (words.txt): a line <c>[name]</c> opens a list, words follow, a line or many to a line.</summary>
public static class WordLists
{
    static readonly FrozenDictionary<string, FrozenSet<string>> Lists = Load();

    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public static FrozenSet<string> Set(string name) => Lists[name];

    static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Extraction.Relate.Lexicon.words.txt")!;
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<string>>();
        List<string>? open = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') lists[line[1..^1]] = open = [];
            else open!.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return lists.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenSet(StringComparer.Ordinal));
    }
}
