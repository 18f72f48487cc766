using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extraction.Record;

/// <summary>The JSON Schema (2020-12) of one line of output. Committed as <c>record.schema.json</c> beside this file; a test holds the two equal.</summary>
public static class RecordSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Generate() => Build().ToJsonString(Indented) + "\n";

    private static JsonObject Build()
    {
        var fields = new JsonObject
        {
            ["actor"] = Text("The sanctioning authority: usual English short name of a state or body."),
            ["action"] = OneOf(Vocabulary.Actions, "impose: new, added, widened, re-imposed. extend: kept in force longer. ease: waived, exempted, suspended, partly released. lift: removed, ended."),
            ["target"] = Text("Who or what is hit: the fullest name that the article gives, without titles or roles; a description where there is no name."),
            ["date"] = Pattern(DatePattern, "When the act was or is to be taken or announced: an EDTF date (ISO 8601-2)."),
            ["justification"] = Optional("The reason given for acting against this target, verbatim but for white space."),
            ["status"] = OneOf(Vocabulary.Statuses, "actual: done or decided. planned: the authority may or will. urged: someone else calls for it. rejected: the authority refuses."),
            ["actor_code"] = Optional("ISO 3166-1 alpha-2, or EU, UN, AU, ECOWAS and the like."),
            ["actor_text"] = Optional("The words for the actor."),
            ["actor_agency"] = Optional("The agency named for the act, canonical."),
            ["action_text"] = Optional("The words that state the act."),
            ["measures"] = ListOf(Vocabulary.Measures, "The kinds of measure named."),
            ["target_text"] = Optional("The words for the target."),
            ["target_type"] = OneOf(Vocabulary.TargetTypes, "What the target is; group: a set that is counted or described, not named."),
            ["target_role"] = Optional("The target's role in the article."),
            ["date_text"] = Optional("The words for the date."),
            ["date_basis"] = OptionalOneOf(Vocabulary.DateBases, "How date was found: from words alone, from words and the publication date, or as the news of the day of publication."),
            ["objectives"] = ListOf(Vocabulary.Objectives, "What the justification is about."),
            ["confidence"] = new JsonObject { ["description"] = "Calibrated probability that actor, action, status and target are all right.", ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
            ["target_id"] = Optional("The target's entry in the lists given with --lists; not there without a match."),
            ["target_score"] = new JsonObject { ["description"] = "How well the names agree; with target_id.", ["type"] = new JsonArray("number", "null"), ["minimum"] = 0, ["maximum"] = 1 },
            ["weighed"] = Weighed(),
            ["id"] = Identity("Content hash of the record."),
            ["event_id"] = Identity("Shared by the records of one act."),
            ["document_id"] = Text("Path under the input, URL, or archive and record."),
            ["article"] = new JsonObject { ["description"] = "The article's number on the page.", ["type"] = "integer", ["minimum"] = 1 },
            ["title"] = Optional("The article's headline."),
            ["published"] = Pattern("^\\d{4}-\\d{2}-\\d{2}$", "The article's publication date."),
            ["published_basis"] = OptionalOneOf(Vocabulary.PublishedBases, "Where the publication date was found; changed is only the day of the page's last change."),
            ["url"] = Optional("The article's address."),
            ["duplicate_of"] = Optional("The document of the earlier article of the run that this one is a near-identical copy of; not there for an original."),
            ["duplicate_article"] = new JsonObject { ["description"] = "That article's number on its page; with duplicate_of.", ["type"] = new JsonArray("integer", "null"), ["minimum"] = 1 },
            ["evidence"] = Evidence(),
            ["spans"] = new JsonObject
            {
                ["description"] = "For every field filled from words its range in the article's text, in Unicode code points, end exclusive.",
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = Offset(), ["minItems"] = 2, ["maxItems"] = 2 },
            },
            ["extractor"] = Text("Version of the program and its models."),
        };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Sanctions record",
            ["description"] = "An authority takes, plans, is urged to take or refuses an act of sanction against one target.",
            ["type"] = "object",
            ["required"] = new JsonArray([.. fields.Where(f => !Omitted.Contains(f.Key)).Select(f => (JsonNode)f.Key)]),
            ["additionalProperties"] = false,
            ["properties"] = fields,
        };
    }

    // Not written where they are null.
    private static readonly ImmutableArray<string> Omitted = ["target_id", "target_score", "duplicate_of", "duplicate_article", "weighed"];

    private static JsonObject Weighed()
    {
        static JsonObject P(string description) => new() { ["description"] = description, ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 };
        return new()
        {
            ["description"] = "What confidence was made of; only where run --weighed asked for it.",
            ["type"] = new JsonArray("object", "null"),
            ["required"] = new JsonArray("act", "status", "actor", "target", "places"),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["act"] = P("Probability that the words state this act."),
                ["status"] = P("Probability of the status."),
                ["actor"] = P("Probability of the actor."),
                ["target"] = P("Probability of the target."),
                ["places"] = new JsonObject { ["description"] = "How many places of the article state it.", ["type"] = "integer", ["minimum"] = 0 },
            },
        };
    }

    private const string DatePattern = @"^(?:\.\.|[12X][\dX]{3}(?:-[\dX]{2}(?:-[\dX]{2})?)?[~?%]?)?(?:/(?:\.\.|[12X][\dX]{3}(?:-[\dX]{2}(?:-[\dX]{2})?)?[~?%]?)?)?$";

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string", ["minLength"] = 1 };

    private static JsonObject Optional(string description) => new() { ["description"] = description, ["type"] = new JsonArray("string", "null") };

    private static JsonObject Pattern(string pattern, string description) =>
        new() { ["description"] = description, ["type"] = new JsonArray("string", "null"), ["pattern"] = pattern };

    private static JsonObject Identity(string description) => new() { ["description"] = description, ["type"] = "string", ["pattern"] = "^[0-9a-f]{20}$" };

    private static JsonObject OneOf(ImmutableArray<string> words, string description) =>
        new() { ["description"] = description, ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) };

    private static JsonObject OptionalOneOf(ImmutableArray<string> words, string description) =>
        new() { ["description"] = description, ["type"] = new JsonArray("string", "null"), ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w), null]) };

    private static JsonObject ListOf(ImmutableArray<string> words, string description) => new()
    {
        ["description"] = description,
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) },
        ["uniqueItems"] = true,
    };

    private static JsonObject Offset() => new() { ["type"] = "integer", ["minimum"] = 0 };

    private static JsonObject Evidence() => new()
    {
        ["description"] = "Every sentence that states the act against this target.",
        ["type"] = "array",
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("text", "start", "end"),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "string" }, ["start"] = Offset(), ["end"] = Offset() },
        },
    };
}
