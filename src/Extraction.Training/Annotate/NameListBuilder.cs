using System.Text.Json;
using Extraction.Annotate;
using Extraction.Annotate.Recognize;
using Extraction.Annotate.Tokenize;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>Makes the recogniser's lists of names from openly licensed ones: the actors of the Phoenix dictionaries (MIT), CLDR's territories, and our lists of cities (GeoNames, CC BY) and of persons' names (faker, MIT).</summary>
public sealed class NameListBuilder
{
    private const ushort Place = 1;
    private const ushort National = 2;
    private const ushort Body = 4;
    private const ushort Armed = 8;
    private const ushort City = 16;
    private const ushort FirstName = 32;
    private const ushort LastName = 64;
    private const ushort NamePart = 128;
    private const int FewestPartLetters = 4;
    private readonly Dictionary<ulong, ushort> _map = [];

    public static byte[] Build(string data)
    {
        var builder = new NameListBuilder();
        var phoenix = Path.Combine(data, "Phoenix_dictionaries");
        builder.AddPhoenix(Path.Combine(phoenix, "Phoenix.Countries.actors.txt"), Place, National);
        builder.AddPhoenix(Path.Combine(phoenix, "Phoenix.International.actors.txt"), Body, Body);
        builder.AddPhoenix(Path.Combine(phoenix, "Phoenix.MilNonState.actors.txt"), Armed, Armed);
        builder.AddTerritories(Path.Combine(data, "CLDR_en", "territories.json"));
        builder.AddNameParts(Path.Combine(phoenix, "Phoenix.Countries.actors.txt"));
        builder.AddOwn("cities.txt", City);
        builder.AddOwn("first-names.txt", FirstName);
        builder.AddOwn("last-names.txt", LastName);
        return PackedMap.Pack(builder._map);
    }

    private void AddOwn(string list, ushort bit)
    {
        foreach (var line in EmbeddedLists.Lines(list))
            Add(line, bit);
    }

    // Office holders stand there by hundreds, many transliterated from Arabic, Russian or Chinese: their words, but for those of offices, are
    // parts of names. A word that stands in many entries is no name's.
    private void AddNameParts(string path)
    {
        var people = File.ReadLines(path, System.Text.Encoding.Latin1)
            .Where(line => line.Length > 0 && line[0] != '#' && line.Contains("GOV", StringComparison.Ordinal) && line.Contains('[', StringComparison.Ordinal))
            .SelectMany(line => line.Split('[')[0].Trim('+', ' ', '_', '\t').Split('_'))
            .Where(part => part.Length >= FewestPartLetters && part.All(character => char.IsLetter(character) || character is '-' or '\''))
            .CountBy(part => part, StringComparer.OrdinalIgnoreCase);
        foreach (var (part, count) in people.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (count <= 20)
                Add(part, NamePart);
        }
    }

    // An entry: the name, then synonyms on lines with "+", codes in brackets on the same or a later line.
    private void AddPhoenix(string path, ushort plain, ushort withRole)
    {
        var names = new List<string>();
        foreach (var raw in File.ReadLines(path, System.Text.Encoding.Latin1))
        {
            var line = raw.Split('#')[0].Trim();
            if (line.Length == 0)
                continue;
            var bracket = line.IndexOf('[', StringComparison.Ordinal);
            var name = (bracket < 0 ? line : line[..bracket]).Trim();
            if (name.Length > 0 && line[0] != '+' && bracket != 0)
                names.Clear();
            if (name.Length > 0)
                names.Add(name.TrimStart('+'));
            if (bracket < 0)
                continue;
            var code = line[(bracket + 1)..].Split(']', ' ')[0];
            foreach (var known in names)
                Add(known.Replace('_', ' '), code.Length <= 3 ? plain : withRole);
        }
    }

    private void AddTerritories(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var territories = document.RootElement.GetProperty("main").GetProperty("en").GetProperty("localeDisplayNames").GetProperty("territories");
        foreach (var territory in territories.EnumerateObject())
            Add(territory.Value.GetString()!, Place);
    }

    private void Add(string name, ushort bit)
    {
        var title = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()));
        if (title.Length < 3)
            return;
        var slices = new List<TextSlice>();
        Tokenizer.Tokenize(title, 0, title.Length, slices);
        if (slices.Count is 0 or > 8)
            return;
        ulong key = 0;
        for (var at = 0; at < slices.Count; at++)
        {
            var word = Word.Of(title.AsSpan(slices[at].Start, slices[at].Length), Casing.Prose);
            key = at == 0 ? NameLists.First(word) : NameLists.Next(key, word);
            var value = _map.GetValueOrDefault(key);
            _map[key] = (ushort)(value | (at + 1 < slices.Count ? NameLists.Begins : bit));
        }
    }
}
