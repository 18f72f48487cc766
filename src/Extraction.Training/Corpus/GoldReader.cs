using System.Collections.Immutable;
using System.Text.Json;

namespace Extraction.Training.Corpus;

/// <summary>
/// Reads annotations, strictly. Two forms: acts with <c>targets</c>, each of which takes every field of its act that it does not set
/// itself (NAME.gold.json), and flat records (a line of gold.jsonl).
/// </summary>
internal static class GoldReader
{
    private static readonly string[] ActFields =
    [
        "article", "actor", "actor_text", "actor_agency", "actor_aliases", "action", "status", "action_text", "measures", "date", "date_text", "date_basis",
        "date_alternatives", "justification", "justification_alternatives", "objectives", "evidence", "optional", "note",
        "target", "target_type", "target_role", "target_text", "target_aliases",
    ];

    /// <summary>The acts of a NAME.gold.json, expanded to records.</summary>
    /// <exception cref="CorpusException">Something is no annotation.</exception>
    public static ImmutableArray<GoldRecord> Acts(string file, string json)
    {
        using var document = Parse(file, json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new CorpusException(file, "an array of acts is expected");
        var records = ImmutableArray.CreateBuilder<GoldRecord>();
        var act = 0;
        foreach (var element in document.RootElement.EnumerateArray())
        {
            if (!element.TryGetProperty("targets", out var targets) || targets.ValueKind != JsonValueKind.Array || targets.GetArrayLength() == 0)
                throw new CorpusException(file, $"act {act + 1} has no targets");
            foreach (var target in targets.EnumerateArray())
                records.Add(Record(file, act, element, target));
            act++;
        }

        return records.ToImmutable();
    }

    /// <summary>One flat record, as gold.jsonl has it.</summary>
    public static GoldRecord Flat(string file, int number, int article, JsonElement element) =>
        Record(file, number, element, element) with { Article = article };

    public static JsonDocument Parse(string file, string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new CorpusException(file, e.Message, e);
        }
    }

    private static GoldRecord Record(string file, int act, JsonElement from, JsonElement target)
    {
        foreach (var element in new[] { from, target })
            foreach (var property in element.EnumerateObject())
                if (property.Name != "targets" && Array.IndexOf(ActFields, property.Name) < 0)
                    throw new CorpusException(file, $"act {act + 1}: unknown field \"{property.Name}\"");
        var at = new Fields(file, act, from, target);
        return new GoldRecord
        {
            Act = act,
            Article = at.Number("article") ?? 1,
            Actor = at.Required("actor"),
            ActorAliases = at.List("actor_aliases"),
            ActorText = at.Text("actor_text"),
            ActorAgency = at.Text("actor_agency"),
            Action = at.Required("action"),
            Status = at.Required("status"),
            ActionText = at.Text("action_text"),
            Measures = at.List("measures"),
            Target = at.Required("target"),
            TargetAliases = at.List("target_aliases"),
            TargetText = at.Text("target_text"),
            TargetType = at.Text("target_type"),
            TargetRole = at.Text("target_role"),
            Date = at.Text("date"),
            DateAlternatives = at.ListOfMaybe("date_alternatives"),
            DateText = at.Text("date_text"),
            DateBasis = at.Text("date_basis"),
            Justification = at.Text("justification"),
            JustificationAlternatives = at.ListOfMaybe("justification_alternatives"),
            Objectives = at.List("objectives"),
            Evidence = at.List("evidence"),
            Optional = at.Flag("optional"),
            Note = at.Text("note"),
        };
    }

    /// <summary>The fields of a record: the target's own, else the act's.</summary>
    private readonly struct Fields(string file, int act, JsonElement from, JsonElement target)
    {
        public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw Fault(name, "is missing");

        public string? Text(string name) => Of(name) switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } s ? s : null,
            _ => throw Fault(name, "is no text"),
        };

        public int? Number(string name) => Of(name) switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.Number } number => number.GetInt32(),
            _ => throw Fault(name, "is no number"),
        };

        public bool Flag(string name) => Of(name) switch
        {
            null or { ValueKind: JsonValueKind.Null or JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.True } => true,
            _ => throw Fault(name, "is neither true nor false"),
        };

        public ImmutableArray<string> List(string name)
        {
            var list = ListOfMaybe(name);
            return list.Contains(null) ? throw Fault(name, "holds null") : [.. list.Select(member => member!)];
        }

        public ImmutableArray<string?> ListOfMaybe(string name)
        {
            var value = Of(name);
            if (value is null or { ValueKind: JsonValueKind.Null })
                return [];
            if (value.Value.ValueKind != JsonValueKind.Array)
                throw Fault(name, "is no list");
            var list = ImmutableArray.CreateBuilder<string?>();
            foreach (var member in value.Value.EnumerateArray())
                list.Add(member.ValueKind is JsonValueKind.String or JsonValueKind.Null ? member.GetString() : throw Fault(name, "holds what is no text"));
            return list.ToImmutable();
        }

        private JsonElement? Of(string name) => target.TryGetProperty(name, out var own) ? own : from.TryGetProperty(name, out var shared) ? shared : null;

        private CorpusException Fault(string name, string message) => new(file, $"act {act + 1}: \"{name}\" {message}");
    }
}
