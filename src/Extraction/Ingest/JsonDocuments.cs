using System.Text;
using System.Text.Json;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>Documents as JSON objects: a line of JSON Lines, a news-please file, a side car.</summary>
static class JsonDocuments
{
    /// <summary>Arrays and objects inside a document deeper than this are nobody's article.</summary>
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <summary>The names that news-please gives its fields; it has no others.</summary>
    static readonly FieldNames NewsPlease = new() { Id = "", Text = "maintext", Html = "", Title = "title", Published = "date_publish", Url = "url" };

    public static SourceItem ReadLine(InputFile file, InputLine line, IngestOptions options)
    {
        var place = $"{file.DocumentId}#{line.Number}";
        try
        {
            if (line.TooLong)
            {
                throw new DocumentException("ingest/too-large", $"the line is longer than {options.MaxDocumentMegabytes} MiB and was passed over; raise ingest.max_document_megabytes to read it");
            }

            using var json = Parse(line.Bytes);
            return Document(json.RootElement, options.Fields, place, options.Published);
        }
        catch (DocumentException e)
        {
            return new SourceFault(new(e.Code, place, $"{file.Shown}:{line.Number}: {e.Message}"));
        }
    }

    public static SourceItem ReadFile(InputFile file, byte[] bytes, IngestOptions options)
    {
        using var json = Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        var root = json.RootElement;
        var isNewsPlease = root.ValueKind == JsonValueKind.Object && Find(root, NewsPlease.Text) is not null;
        var names = isNewsPlease ? NewsPlease : options.Fields with { Id = "" };
        return Document(root, names, file.DocumentId, options.Published);
    }

    public static SourceHints ReadHints(byte[] bytes, FieldNames names)
    {
        using var json = Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        return json.RootElement.ValueKind == JsonValueKind.Object
            ? Hints(json.RootElement, names)
            : throw new DocumentException("ingest/bad-json", "not a JSON object");
    }

    static SourceItem Document(JsonElement root, FieldNames names, string place, string? published)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new DocumentException("ingest/bad-json", $"a JSON object is expected, not {root.ValueKind}");
        }

        var id = Text(root, names.Id) is { Length: > 0 } given ? given : place;
        var text = Text(root, names.Text);
        var body = text ?? Text(root, names.Html)
            ?? throw new DocumentException("ingest/no-text", $"neither '{names.Text}' nor '{names.Html}' is there; name the fields under ingest.fields");
        if (string.IsNullOrWhiteSpace(body))
        {
            return new SourceSkip(id, "empty");
        }

        var hints = Hints(root, names);
        var (words, format) = text is null ? (body, BodyFormat.Html) : FieldText.Of(body);
        return new SourceDocument(new(id, Encoding.UTF8.GetBytes(words), format, "utf-8", hints with { Published = hints.Published ?? published }), []);
    }

    static SourceHints Hints(JsonElement root, FieldNames names) =>
        new(Text(root, names.Title), Text(root, names.Published), Text(root, names.Url));

    static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException e)
        {
            throw new DocumentException("ingest/bad-json", $"broken JSON{Place(e)}: {e.Message.Split(" LineNumber:")[0]}", e);
        }
    }

    /// <summary>Where in the object: its line where it has several, and the byte in that line, both from 1.</summary>
    static string Place(JsonException e) =>
        e.LineNumber > 0 ? $" in line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}" : $" at byte {e.BytePositionInLine + 1}";

    /// <summary>A field, or null. Names are unescaped to be compared, which half a surrogate pair does not survive.</summary>
    static JsonElement? Find(JsonElement root, string name)
    {
        try
        {
            return root.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException e)
        {
            throw new DocumentException("ingest/bad-json", $"a field's name is no valid text: {e.Message}", e);
        }
    }

    /// <summary>A field as text: strings as they are, numbers as written, null and absent as null.</summary>
    static string? Text(JsonElement root, string name)
    {
        if (name.Length == 0 || Find(root, name) is not { } value)
        {
            return null;
        }

        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.Null => null,
                _ => throw new DocumentException("ingest/bad-json", $"'{name}' is {value.ValueKind}, not text"),
            };
        }
        catch (InvalidOperationException e)
        {
            throw new DocumentException("ingest/bad-json", $"'{name}' is no valid text: {e.Message}", e);
        }
    }
}
