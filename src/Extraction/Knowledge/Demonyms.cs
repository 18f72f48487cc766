using System.Collections.Frozen;

namespace Extraction.Knowledge;

/// <summary>Adjectives and demonyms of states: "Iranian", "Iranians" → "Iran".</summary>
public static class Demonyms
{
    private static readonly FrozenDictionary<string, string> States = Load();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = States.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The state of an adjective, written with its capital; hyphenated ("Iranian-backed") by the part before the hyphen.</summary>
    public static bool TryState(ReadOnlySpan<char> adjective, out string state)
    {
        if (Lookup.TryGetValue(adjective, out state!))
            return true;
        var hyphen = adjective.IndexOf('-');
        return hyphen > 0 && Lookup.TryGetValue(adjective[..hyphen], out state!);
    }

    private static FrozenDictionary<string, string> Load()
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in DataFile.Rows("states.tsv", 5))
            foreach (var adjective in DataFile.List(row[3]))
            {
                states.TryAdd(adjective, row[0]);
                if (AuthorityTables.Plural(adjective) is { } plural)
                    states.TryAdd(plural, row[0]);
            }

        foreach (var (noun, state) in new[] { ("Turks", "Turkey"), ("Turk", "Turkey"), ("Swedes", "Sweden"), ("Danes", "Denmark"), ("Poles", "Poland"), ("Finns", "Finland"), ("Spaniards", "Spain"), ("Frenchman", "France"), ("Frenchmen", "France"), ("Briton", "United Kingdom"), ("Britons", "United Kingdom"), ("Englishman", "United Kingdom"), ("Dutchman", "Netherlands"), ("Irishman", "Ireland"), ("Iraqis", "Iraq"), ("Filipinos", "Philippines"), ("Icelanders", "Iceland"), ("New Zealanders", "New Zealand") })
            states.TryAdd(noun, state);
        return states.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
