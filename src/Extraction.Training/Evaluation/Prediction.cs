using System.Collections.Immutable;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Training.Corpus;

namespace Extraction.Training.Evaluation;

/// <summary>A predicted record, as far as it is measured. Read leniently, so that other programs' output can be measured too.</summary>
public sealed record Prediction
{
    /// <summary>Whatever names its document: an id, a path or an address.</summary>
    public string Document { get; init; } = "";

    public string? Actor { get; init; }

    public string? Action { get; init; }

    public string? Status { get; init; }

    public string? Target { get; init; }

    public string? Date { get; init; }

    public string? Justification { get; init; }

    public string? ActorAgency { get; init; }

    public string? TargetType { get; init; }

    public string? TargetRole { get; init; }

    public ImmutableArray<string> Measures { get; init; } = [];

    public ImmutableArray<string> Objectives { get; init; } = [];

    /// <summary>0 to 1, or null where the program gives none.</summary>
    public double? Confidence { get; init; }

    public static Prediction Of(SanctionsRecord record) => new()
    {
        Document = record.DocumentId,
        Actor = record.Actor,
        Action = record.Action,
        Status = record.Status,
        Target = record.Target,
        Date = record.Date,
        Justification = record.Justification,
        ActorAgency = record.ActorAgency,
        TargetType = record.TargetType,
        TargetRole = record.TargetRole,
        Measures = record.Measures,
        Objectives = record.Objectives,
        Confidence = record.Confidence,
    };

    /// <summary>All predictions of a file of JSON Lines.</summary>
    /// <exception cref="CorpusException">A line is no JSON object; names file and line.</exception>
    public static ImmutableArray<Prediction> Read(string file)
    {
        var predictions = ImmutableArray.CreateBuilder<Prediction>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using var json = Parse($"{file}:{number}", line);
            predictions.Add(Of(json.RootElement));
        }

        return predictions.ToImmutable();
    }

    private static JsonDocument Parse(string place, string line)
    {
        try
        {
            var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new CorpusException(place, "is no record");
        }
        catch (JsonException e)
        {
            throw new CorpusException(place, e.Message, e);
        }
    }

    private static Prediction Of(JsonElement record) => new()
    {
        Document = DocumentName(record),
        Actor = Text(record, "actor"),
        Action = Text(record, "action"),
        Status = Text(record, "status"),
        Target = Text(record, "target"),
        Date = Text(record, "date"),
        Justification = Text(record, "justification"),
        ActorAgency = Text(record, "actor_agency"),
        TargetType = Text(record, "target_type"),
        TargetRole = Text(record, "target_role"),
        Measures = List(record, "measures"),
        Objectives = List(record, "objectives"),
        Confidence = record.TryGetProperty("confidence", out var c) && c.ValueKind == JsonValueKind.Number ? c.GetDouble() : null,
    };

    private static string DocumentName(JsonElement record)
    {
        foreach (var name in new[] { "document_id", "document", "source", "doc", "path", "url" })
        {
            if (!record.TryGetProperty(name, out var value))
                continue;
            var text = value.ValueKind == JsonValueKind.Object ? Text(value, "id") ?? Text(value, "path") ?? Text(value, "source") : Text(record, name);
            if (!string.IsNullOrEmpty(text))
                return text;
        }

        return "";
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static ImmutableArray<string> List(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}
