using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extraction.Documents;

namespace Extraction.Record;

/// <summary>A line that is no record: says which file, line and field.</summary>
public sealed class RecordFormatException(string message, Exception? inner = null) : FormatException(message, inner);

/// <summary>Records as JSON: one line each. Reading is strict: an unknown, missing or wrong field is an error with its line and name.</summary>
public static class RecordJson
{
    private static readonly RecordJsonContext Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    });

    /// <summary>One line, without its end.</summary>
    public static string Write(SanctionsRecord record) => JsonSerializer.Serialize(record, Context.SanctionsRecord);

    /// <param name="line">One record.</param>
    /// <param name="place">What messages begin with ("records.jsonl:12").</param>
    /// <exception cref="RecordFormatException">The line is no record.</exception>
    public static SanctionsRecord Read(string line, string place)
    {
        SanctionsRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(line, Context.SanctionsRecord);
        }
        catch (JsonException e)
        {
            throw new RecordFormatException($"{place}: {Field(e)}{e.Message.Split(" Path: ")[0]}", e);
        }

        if (record is null)
            throw new RecordFormatException($"{place}: null is no record.");
        var fault = RecordCheck.Faults(record).FirstOrDefault();
        return fault is null ? record : throw new RecordFormatException($"{place}: {fault}");
    }

    /// <summary>All records of JSON Lines, in order; empty lines are skipped.</summary>
    /// <exception cref="RecordFormatException">A line is no record.</exception>
    public static IEnumerable<SanctionsRecord> ReadLines(TextReader lines, string name)
    {
        for (var number = 1; lines.ReadLine() is { } line; number++)
            if (!string.IsNullOrWhiteSpace(line))
                yield return Read(line, $"{name}:{number}");
    }

    private static string Field(JsonException e) => e.Path is null or "$" ? "" : $"{e.Path.TrimStart('$', '.')}: ";
}

[JsonSerializable(typeof(SanctionsRecord))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
