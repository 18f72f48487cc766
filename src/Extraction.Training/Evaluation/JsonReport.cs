using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extraction.Training.Evaluation;

/// <summary>An evaluation as JSON: all figures unrounded, the calibration, every document, every miss.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Write(EvaluationResult result)
    {
        var measures = new JsonObject();
        foreach (var measure in Measure.All)
            measures[measure.Name] = measure.Of(result);
        var report = new JsonObject
        {
            ["measures"] = measures,
            ["counts"] = new JsonObject { ["documents"] = result.Documents.Length, ["gold"] = result.Core.Gold, ["predicted"] = result.Core.Predicted, ["right"] = result.Core.Right, ["strays"] = result.Strays },
            ["calibration"] = result.Calibration is { } calibration ? Bins(calibration) : null,
            ["documents"] = new JsonArray([.. result.Documents.Select(Document)]),
            ["misses"] = new JsonArray([.. result.Documents.SelectMany(d => d.Misses()).Select(Miss)]),
        };
        return report.ToJsonString(Indented) + "\n";
    }

    private static JsonArray Bins(Calibration calibration) => new(
        [.. calibration.Bins.Select(b => (JsonNode)new JsonObject { ["from"] = b.From, ["count"] = b.Count, ["confidence"] = b.Confidence, ["right"] = b.Right })]);

    private static JsonNode Document(DocumentResult document) => new JsonObject
    {
        ["document"] = document.Name,
        ["gold"] = document.CoreTally.Gold,
        ["predicted"] = document.CoreTally.Predicted,
        ["right"] = document.CoreTally.Right,
        ["core"] = document.CoreTally.F1,
    };

    private static JsonNode Miss(Miss miss) => new JsonObject
    {
        ["document"] = miss.Document,
        ["kind"] = miss.Kind.ToString().ToLowerInvariant(),
        ["record"] = miss.Record,
        ["said"] = miss.Said,
        ["wanted"] = miss.Wanted,
    };
}
