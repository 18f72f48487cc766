using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Record;
using Extraction.Sinks.Delivery;

namespace Extraction.Sinks.Reading;

/// <summary>A line of JSON Lines: a record, or what is wrong with the line.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Record">Null where there is a fault.</param>
/// <param name="Fault"><c>records.jsonl:12: confidence: is not between 0 and 1</c>, or null.</param>
public sealed record RecordLine(long Number, SanctionsRecord? Record, string? Fault);

/// <summary>
/// Reads records strictly (by <see cref="RecordJson"/>): every line is a record with known fields and values, or it is a fault that names the line and the
/// field. Lines of dead letters are unwrapped. Blank lines are passed over. What to do about faults is the caller's matter.
/// </summary>
public static class RecordReader
{
    /// <summary>A line longer than this is a fault; no record comes near it. Bytes.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    /// <summary>Reads a file; one whose name ends in <c>.gz</c> is unpacked.</summary>
    public static IEnumerable<RecordLine> ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var lines = Read(path, stream).GetEnumerator();
        while (Next(lines, path))
        {
            yield return lines.Current;
        }
    }

    // What does not unpack does not say which file it is.
    static bool Next(IEnumerator<RecordLine> lines, string path)
    {
        try
        {
            return lines.MoveNext();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <param name="name">For messages.</param>
    /// <param name="stream">UTF-8, with or without a mark at its start.</param>
    public static IEnumerable<RecordLine> Read(string name, Stream stream)
    {
        var number = 0L;
        foreach (var line in ByteLines.Of(stream, LongestLine))
        {
            number++;
            if (line is not { } bytes)
            {
                yield return new(number, null, $"{name}:{number}: longer than {LongestLine >> 20} MiB");
            }
            else if (!IsBlank(bytes.Span))
            {
                yield return Parse(name, number, bytes);
            }
        }
    }

    static RecordLine Parse(string name, long number, ReadOnlyMemory<byte> line)
    {
        RecordLine Fault(string what) => new(number, null, Plain.Line(what));
        var place = $"{name}:{number}";
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var record = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("record", out var dead) ? dead : root;
            var read = RecordJson.Read(record.GetRawText(), place);
            return NulField(record) is { } field ? Fault($"{place}: {field}: holds a NUL character, which no database keeps") : new(number, read, null);
        }
        catch (RecordFormatException e)
        {
            return Fault(e.Message);
        }
        catch (JsonException e)
        {
            return Fault($"{place}: not JSON at byte {e.BytePositionInLine ?? 0}: {e.Message.Split(" LineNumber:", 2)[0]}");
        }
        catch (Exception e) when (e is InvalidOperationException or DecoderFallbackException)
        {
            return Fault($"{place}: has half of a surrogate pair, or bytes that are not UTF-8");
        }
    }

    static string? NulField(JsonElement record) => record.EnumerateObject()
        .FirstOrDefault(property => HasNul(property.Value)) is { Value.ValueKind: not JsonValueKind.Undefined } found ? found.Name : null;

    static bool HasNul(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetRawText().Contains("u0000", StringComparison.Ordinal) && value.GetString()!.Contains('\0', StringComparison.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Any(HasNul),
        JsonValueKind.Object => value.EnumerateObject().Any(property => HasNul(property.Value)),
        _ => false,
    };

    static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;
}
