using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extraction.Training.Corpus;
using Extraction.Training.Evaluation;

namespace Extraction.Tests.Training.Evaluation;

/// <summary>Hand-made gold and predictions.</summary>
internal static class Cases
{
    public static JsonObject Record(string actor, string action, string status, string target, string? date = null, string? justification = null, string type = "organization") => new()
    {
        ["actor"] = actor,
        ["action"] = action,
        ["status"] = status,
        ["target"] = target,
        ["date"] = date,
        ["justification"] = justification,
        ["target_type"] = type,
    };

    public static JsonObject With(this JsonObject record, string field, JsonNode? value)
    {
        record[field] = value;
        return record;
    }

    public static JsonObject Copy(this JsonObject record) => (JsonObject)record.DeepClone();

    public static string Gold(params (string Doc, JsonObject[] Records)[] documents) =>
        Lines(documents.Select(d => new JsonObject { ["doc"] = d.Doc, ["article"] = 1, ["records"] = new JsonArray([.. d.Records.Select(r => r.DeepClone())]) }));

    public static string Predictions(params (string Document, JsonObject[] Records)[] documents) =>
        Lines(documents.SelectMany(d => d.Records.Select(r => ((JsonObject)r.DeepClone()).With("document_id", d.Document))));

    public static string Lines(IEnumerable<JsonNode> nodes) => string.Concat(nodes.Select(n => n.ToJsonString(Relaxed) + "\n"));

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static EvaluationResult Evaluate(string gold, string predictions)
    {
        using var folder = new TempFolder();
        return EvaluateTask.Evaluate(folder.Write("gold.jsonl", gold), folder.Write("records.jsonl", predictions));
    }

    /// <summary>One document with four gold records (one optional) and predictions of every kind.</summary>
    public static (string Gold, string Predictions) Mixed()
    {
        var orlin = Record("United States", "impose", "actual", "Pavel Orlin", "2022-03-04", "supplying drones to the army", "person");
        var bank = Record("European Union", "lift", "planned", "Kavkaz Bank", null, null).With("date_alternatives", new JsonArray("2022"));
        var fleet = Record("United Kingdom", "impose", "actual", "three tankers", "2022", "carrying oil", "group").With("optional", true);
        var missed = Record("Canada", "ease", "urged", "Republic of Lesk", null, null, "country");
        var gold = Gold(("d1", [orlin, bank, fleet, missed]), ("d2", []), ("d10", [orlin]));
        var predictions = Predictions(
            ("in/d1.txt", [
                Record("U.S.", "impose", "actual", "Gen. Orlin", "2022-03-04", "for supplying drones to the army", "person").With("confidence", 0.95),
                Record("EU", "lift", "planned", "the Kavkaz Bank", "2022", "unsafe", "organization").With("confidence", 0.6),
                Record("Britain", "impose", "actual", "three tankers", "2021", "carrying oil", "group").With("confidence", 0.7),
                Record("Canada", "ease", "actual", "Lesk", null, null, "country").With("confidence", 0.4),
                Record("Russia", "impose", "actual", "Nobody", null, null).With("confidence", 0.2)]),
            ("in/d2.txt", [Record("Iran", "impose", "actual", "Someone Else").With("confidence", 0.3)]),
            ("in/d10.txt", [Record("United States", "impose", "actual", "Pavel Orlin", null, null, "person").With("confidence", 0.9)]),
            ("elsewhere.txt", [Record("Iran", "impose", "actual", "Stray")]));
        return (gold, predictions);
    }
}
