using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extraction.Copies;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Flow;

/// <summary>
/// Marks copies as articles leave the line, in order, and notes the sketch of each in a file: a run that is resumed, and a merge of
/// shards, learn from it what had gone before. The file is cut and taken up by the checkpoint like every other output.
/// </summary>
/// <param name="finder">Decides; null where the sketches are only noted, for a merge to decide.</param>
/// <param name="file">Where they are noted; null in a run that cannot be resumed.</param>
public sealed class CopyLedger(CopyFinder? finder, LineFile? file)
{
    /// <summary>What is added to the name of the records' file.</summary>
    public const string Suffix = ".sketches";

    public LineFile? File => file;

    /// <summary>Takes up what a run that was broken off had noted. The file may be longer; what is behind is not looked at.</summary>
    internal void Resume(long length)
    {
        if (finder is not null && file is not null)
        {
            TakeUp(finder, file.Path + LineFile.PartialSuffix, length);
        }
    }

    /// <summary>Tells a finder of the articles whose sketches a file has.</summary>
    /// <param name="finder">Knows them then.</param>
    /// <param name="path">Of the file.</param>
    /// <param name="length">How many of its bytes are looked at.</param>
    public static void TakeUp(CopyFinder finder, string path, long length)
    {
        using var stored = System.IO.File.OpenRead(path);
        using var lines = new StreamReader(stored);
        for (var read = 0L; read < length && lines.ReadLine() is { } line; read += System.Text.Encoding.UTF8.GetByteCount(line) + 1)
        {
            var note = SketchLine.Parse(line);
            finder.Settle(note.Place, note.Sketch);
        }
    }

    /// <summary>The records of one article, marked where it is a copy.</summary>
    internal async ValueTask<ImmutableArray<SanctionsRecord>> SettleAsync(ArticleRecords article, CancellationToken cancellation)
    {
        if (article.Sketch is not { } sketch)
        {
            return article.Records;
        }

        var place = new ArticlePlace(article.DocumentId, article.Records[0].Article);
        if (file is not null)
        {
            await file.WriteAsync(SketchLine.Of(place, sketch, article.Records.Length).ToBytes(), cancellation).ConfigureAwait(false);
        }

        return finder?.Settle(place, sketch) is { } original ? [.. article.Records.Select(record => Marked(record, original))] : article.Records;
    }

    internal static SanctionsRecord Marked(SanctionsRecord record, ArticlePlace original) =>
        record with { DuplicateOf = original.DocumentId, DuplicateArticle = original.Article };
}

/// <summary>A sketch as a line of JSON: of which article, and how many records it has.</summary>
sealed record SketchLine(
    [property: JsonPropertyName("document_id")] string DocumentId,
    [property: JsonPropertyName("article")] int Article,
    [property: JsonPropertyName("records")] int Records,
    [property: JsonPropertyName("sequences")] int Sequences,
    [property: JsonPropertyName("sketch")] string Text)
{
    [JsonIgnore]
    public ArticlePlace Place => new(DocumentId, Article);

    [JsonIgnore]
    public Sketch Sketch => Sketch.FromText(Sequences, Text);

    public static SketchLine Of(ArticlePlace place, Sketch sketch, int records) => new(place.DocumentId, place.Article, records, sketch.Sequences, sketch.ToText());

    /// <summary>With the end of the line. Field by field: setting a serializer up takes longer than many a run.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("document_id", DocumentId);
            json.WriteNumber("article", Article);
            json.WriteNumber("records", Records);
            json.WriteNumber("sequences", Sequences);
            json.WriteString("sketch", Text);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    public static SketchLine Parse(string line) => JsonSerializer.Deserialize(line, SketchContext.Default.SketchLine) ?? throw new JsonException("null is no sketch");
}

[JsonSerializable(typeof(SketchLine))]
sealed partial class SketchContext : JsonSerializerContext;
