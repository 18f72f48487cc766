using System.Text.Json;

namespace Extraction.Sinks.Linking;

/// <summary>Entities of FollowTheMoney, one a line, such as OpenSanctions' <c>targets.nested.json</c> or <c>entities.ftm.json</c>. Things without a name, and links between things, are passed over.</summary>
static class FtmList
{
    static readonly string[] NameProperties = ["name", "alias", "previousName"];

    public static IEnumerable<ListEntry> Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && Entry(line) is { } entry)
            {
                yield return entry;
            }
        }
    }

    static ListEntry? Entry(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("id", out var id)
            || !root.TryGetProperty("schema", out var schema)
            || !root.TryGetProperty("properties", out var properties)
            || Kind(schema.GetString()) is not { } kind)
        {
            return null;
        }

        var names = NameProperties
            .SelectMany(property => properties.TryGetProperty(property, out var values) && values.ValueKind == JsonValueKind.Array ? values.EnumerateArray() : default)
            .Where(value => value.ValueKind == JsonValueKind.String)
            .Select(value => value.GetString()!);
        return new(id.GetString() ?? "", kind, [.. names]);
    }

    static EntryKind? Kind(string? schema) => schema switch
    {
        "Person" => EntryKind.Person,
        "Organization" or "Company" or "PublicBody" => EntryKind.Organization,
        "LegalEntity" => EntryKind.Unknown,
        "Vessel" => EntryKind.Vessel,
        "Airplane" => EntryKind.Aircraft,
        _ => null,
    };
}
