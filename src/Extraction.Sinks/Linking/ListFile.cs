using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using Extraction.Sinks.Delivery;

namespace Extraction.Sinks.Linking;

/// <summary>
/// Sanction lists as their authorities publish them: FollowTheMoney entities (JSON Lines), OFAC's SDN list as CSV (with its ALT file of
/// aliases, named after it) or XML, the European Union's and the United Nations' consolidated lists as XML. Any of them with .gz.
/// What a file is is seen from its content.
/// </summary>
public static class ListFile
{
    /// <summary>All entries of all files, in their order; names that several files give for the same id come together.</summary>
    /// <exception cref="FormatException">A file is no list that is known; says which.</exception>
    public static ImmutableArray<ListEntry> ReadAll(IEnumerable<string> files)
    {
        var entries = new List<ListEntry>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in files.SelectMany(Read))
        {
            if (places.TryGetValue(entry.Id, out var at))
            {
                var known = entries[at];
                entries[at] = known with { Kind = known.Kind == EntryKind.Unknown ? entry.Kind : known.Kind, Names = [.. known.Names.Union(entry.Names, StringComparer.Ordinal)] };
            }
            else
            {
                places[entry.Id] = entries.Count;
                entries.Add(entry);
            }
        }

        return [.. entries.Where(entry => !entry.Names.IsEmpty)];
    }

    static List<ListEntry> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var stream = new BufferedStream(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
            var entries = Entries(path, stream).ToList();
            return entries.Count > 0 ? entries : throw new FormatException($"{path}: no entry of a sanctions list is in it");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or XmlException or System.Text.Json.JsonException or InvalidOperationException)
        {
            throw new FormatException(Plain.Line($"{path}: cannot be read as a sanctions list: {e.Message}"), e);
        }
    }

    static IEnumerable<ListEntry> Entries(string path, BufferedStream stream)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".xml" => XmlLists.Read(path, stream),
            ".csv" => OfacCsv.Read(stream),
            ".json" or ".jsonl" or ".ijson" or ".ftm" => FtmList.Read(stream),
            _ => throw new FormatException($"{path}: is no sanctions list by its name; known are .json (FollowTheMoney entities), .csv (OFAC SDN, ALT) and .xml (OFAC, EU, UN), each also with .gz"),
        };
    }
}
