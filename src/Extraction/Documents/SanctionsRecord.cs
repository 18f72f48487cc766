using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extraction.Documents;

/// <summary>A sentence of the article that states the act, with its half-open range in code points.</summary>
public sealed record Evidence(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("start")] int Start,
    [property: JsonPropertyName("end")] int End);

/// <summary>What the model weighed: the probabilities, 0 to 1 with three decimals, that the record's confidence was made of.</summary>
/// <param name="Act">That the words state this act.</param>
/// <param name="Status">That it is done, planned, urged or refused as the record says.</param>
/// <param name="Actor">That this authority acts.</param>
/// <param name="Target">That this is who is hit.</param>
/// <param name="Places">How many places of the article state it.</param>
public sealed record Weighed(
    [property: JsonPropertyName("act")] double Act,
    [property: JsonPropertyName("status")] double Status,
    [property: JsonPropertyName("actor")] double Actor,
    [property: JsonPropertyName("target")] double Target,
    [property: JsonPropertyName("places")] int Places);

/// <summary>
/// One line of output: an authority takes (or plans, is urged to take, refuses) an act of sanction against one target.
/// Property order is the order in the file. Offsets are in Unicode code points.
/// </summary>
public sealed record SanctionsRecord : ITraceable
{
    /// <summary>The sanctioning authority, canonical.</summary>
    [JsonPropertyName("actor")] public required string Actor { get; init; }

    /// <summary><c>impose</c>, <c>extend</c>, <c>ease</c> or <c>lift</c>.</summary>
    [JsonPropertyName("action")] public required string Action { get; init; }

    /// <summary>Who or what is hit: the fullest name that the article gives.</summary>
    [JsonPropertyName("target")] public required string Target { get; init; }

    /// <summary>When the act was taken or announced: EDTF, or null.</summary>
    [JsonPropertyName("date")] public string? Date { get; init; }

    /// <summary>The reason given, verbatim but for white space, or null.</summary>
    [JsonPropertyName("justification")] public string? Justification { get; init; }

    /// <summary><c>actual</c>, <c>planned</c>, <c>urged</c> or <c>rejected</c>.</summary>
    [JsonPropertyName("status")] public required string Status { get; init; }

    [JsonPropertyName("actor_code")] public string? ActorCode { get; init; }

    [JsonPropertyName("actor_text")] public string? ActorText { get; init; }

    [JsonPropertyName("actor_agency")] public string? ActorAgency { get; init; }

    [JsonPropertyName("action_text")] public string? ActionText { get; init; }

    [JsonPropertyName("measures")] public ImmutableArray<string> Measures { get; init; } = [];

    [JsonPropertyName("target_text")] public string? TargetText { get; init; }

    [JsonPropertyName("target_type")] public required string TargetType { get; init; }

    [JsonPropertyName("target_role")] public string? TargetRole { get; init; }

    [JsonPropertyName("date_text")] public string? DateText { get; init; }

    /// <summary><c>explicit</c>, <c>relative</c>, <c>published</c>, or null where <see cref="Date"/> and <see cref="DateText"/> are null.</summary>
    [JsonPropertyName("date_basis")] public string? DateBasis { get; init; }

    [JsonPropertyName("objectives")] public ImmutableArray<string> Objectives { get; init; } = [];

    /// <summary>Calibrated probability that actor, action, status and target are all right, 0 to 1, three decimals.</summary>
    [JsonPropertyName("confidence")] public double Confidence { get; init; }

    /// <summary>The target's entry in the lists given with <c>--lists</c>. Without a list, or a match, the field is not there.</summary>
    [JsonPropertyName("target_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? TargetId { get; init; }

    /// <summary>How well the names agree, 0 to 1, three decimals; with <see cref="TargetId"/>.</summary>
    [JsonPropertyName("target_score"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public double? TargetScore { get; init; }

    /// <summary>What <see cref="Confidence"/> was made of. Only there where <c>run --weighed</c> asked for it.</summary>
    [JsonPropertyName("weighed"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Weighed? Weighed { get; init; }

    /// <summary>Content hash: the same document and content give the same id.</summary>
    [JsonPropertyName("id")] public required string Id { get; init; }

    /// <summary>Shared by the records of one act (same actor, action, status and occasion in one article).</summary>
    [JsonPropertyName("event_id")] public required string EventId { get; init; }

    [JsonPropertyName("document_id")] public required string DocumentId { get; init; }

    /// <summary>The article's number on the page, from 1.</summary>
    [JsonPropertyName("article")] public int Article { get; init; } = 1;

    [JsonPropertyName("title")] public string? Title { get; init; }

    [JsonPropertyName("published")] public string? Published { get; init; }

    /// <summary>Where the publication date was found: <c>source</c>, <c>metadata</c>, <c>text</c>, <c>feed</c>, <c>url</c>, <c>changed</c>, or null.</summary>
    [JsonPropertyName("published_basis")] public string? PublishedBasis { get; init; }

    [JsonPropertyName("url")] public string? Url { get; init; }

    /// <summary>The document of the earlier article of the same run that this one is a near-identical copy of. For an original, or where copies were not looked for, the field is not there.</summary>
    [JsonPropertyName("duplicate_of"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? DuplicateOf { get; init; }

    /// <summary>That article's number on its page; with <see cref="DuplicateOf"/>.</summary>
    [JsonPropertyName("duplicate_article"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? DuplicateArticle { get; init; }

    [JsonPropertyName("evidence")] public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>For every field filled from words: <c>[start, end)</c> in code points, keyed by field name, ordinal order.</summary>
    [JsonPropertyName("spans")] public ImmutableSortedDictionary<string, int[]> Spans { get; init; } = ImmutableSortedDictionary<string, int[]>.Empty;

    /// <summary>Version of the program and its models.</summary>
    [JsonPropertyName("extractor")] public required string Extractor { get; init; }
}
