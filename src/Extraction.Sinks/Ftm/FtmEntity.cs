using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extraction.Sinks.Ftm;

/// <summary>An entity of FollowTheMoney: an id, a schema, and lists of strings by property. Values are kept once, in the order they came.</summary>
sealed class FtmEntity(string id, string schema)
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly SortedDictionary<string, List<string>> properties = new(StringComparer.Ordinal);

    public string Id => id;

    public string Schema => schema;

    public FtmEntity Add(string property, params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            if (!properties.TryGetValue(property, out var list))
            {
                properties[property] = list = [];
            }

            if (!list.Contains(value, StringComparer.Ordinal))
            {
                list.Add(value);
            }
        }

        return this;
    }

    public void WriteTo(Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("schema", schema);
            writer.WriteStartObject("properties");
            foreach (var (property, values) in properties)
            {
                writer.WriteStartArray(property);
                values.ForEach(writer.WriteStringValue);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }
}
