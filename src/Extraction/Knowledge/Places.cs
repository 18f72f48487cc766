using Extraction.Documents;

namespace Extraction.Knowledge;

/// <summary>A place: its canonical name and the code of its state or territory (null for a region of several states).</summary>
/// <param name="Name">Canonical name ("Crimea").</param>
/// <param name="Code">ISO 3166-1 alpha-2, or null.</param>
/// <param name="IsState">True for a state, false for a territory, region or city.</param>
public sealed record PlaceEntry(string Name, string? Code, bool IsState);

/// <summary>Names of states, territories, regions and cities: what may be hit as a country, and where things happen.</summary>
public sealed class Places
{
    private readonly PhraseTrie _names = new(2_000);
    private readonly List<PlaceEntry> _places = [];

    private Places()
    {
        foreach (var row in DataFile.Rows("states.tsv", 5))
        {
            var state = new PlaceEntry(row[0], row[1].Length > 0 ? row[1] : null, true);
            Add([row[0], .. DataFile.List(row[4])], state);
            foreach (var city in DataFile.List(row[2]))
                Add([city], new PlaceEntry(city, state.Code, false));
        }

        foreach (var row in DataFile.Rows("territories.tsv", 3))
            Add([row[0], .. DataFile.List(row[2])], new PlaceEntry(row[0], row[1].Length > 0 ? row[1] : null, false));
    }

    public static Places Default { get; } = new();

    /// <summary>The longest place name that starts at <paramref name="index"/> of one sentence's tokens.</summary>
    public bool TryMatch(ReadOnlySpan<Token> tokens, int index, out PlaceEntry place, out int length)
    {
        var at = _names.Longest(tokens, index, out length);
        place = at < 0 ? null! : _places[at];
        return at >= 0;
    }

    private void Add(string[] names, PlaceEntry place)
    {
        var any = false;
        foreach (var name in names)
            any |= _names.Add(name, _places.Count);
        if (any)
            _places.Add(place);
    }
}
