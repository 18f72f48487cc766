using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Extraction.Documents;

namespace Extraction.Review.Decisions;

/// <summary>What a reviewer may decide.</summary>
public static class Verdict
{
    /// <summary>Right as it is. Of an article without a record: there is none.</summary>
    public const string Accept = "accept";

    public const string Reject = "reject";

    /// <summary>Right after the corrections in <see cref="Decision.Content"/>.</summary>
    public const string Edit = "edit";

    /// <summary>A record that the extractor missed, or one that another was split into.</summary>
    public const string Add = "add";

    /// <summary>The same as another record, which stays.</summary>
    public const string Merge = "merge";

    /// <summary>Takes one's own earlier decision back.</summary>
    public const string Undo = "undo";

    public static readonly ImmutableArray<string> All = [Accept, Reject, Edit, Add, Merge, Undo];
}

/// <summary>One line of the decisions file: who decided what, when and why. Lines are only ever added.</summary>
public sealed record Decision
{
    /// <summary>When: UTC, ISO 8601 with milliseconds.</summary>
    [JsonPropertyName("at")] public required string At { get; init; }

    /// <summary>The reviewer's name.</summary>
    [JsonPropertyName("who")] public required string Who { get; init; }

    /// <summary>A word of <see cref="Verdict"/>.</summary>
    [JsonPropertyName("what")] public required string What { get; init; }

    /// <summary>Id of the record that it is about.</summary>
    [JsonPropertyName("record")] public required string Record { get; init; }

    /// <summary>The reviewer's remark, or null.</summary>
    [JsonPropertyName("why")] public string? Why { get; init; }

    /// <summary>For an edit: names of the fields that differ from the extraction.</summary>
    [JsonPropertyName("changed")] public ImmutableArray<string>? Changed { get; init; }

    /// <summary>For an edit or addition: the record as it should be, whole; so in the ledger, not in the file, for an accept after it. For a merge: the record that goes, whose evidence the other takes.</summary>
    [JsonPropertyName("content")] public SanctionsRecord? Content { get; init; }

    /// <summary>For a merge: the record that stays. For an addition: the record that was split, or null.</summary>
    [JsonPropertyName("other")] public string? Other { get; init; }

    /// <summary>For an undo: the key of the decision that is taken back.</summary>
    [JsonPropertyName("undoes")] public string? Undoes { get; init; }

    /// <summary>Made by the page, so that a decision sent twice is stored once.</summary>
    [JsonPropertyName("key")] public required string Key { get; init; }

    /// <summary>Whether it lets the record be one: accepted, corrected or added; not rejected, nor merged into another.</summary>
    [JsonIgnore] public bool Stands => What is not (Verdict.Reject or Verdict.Merge);

    /// <summary>Its place in the file, from 1. Not stored.</summary>
    [JsonIgnore] public long Sequence { get; init; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Decision))]
sealed partial class DecisionContext : JsonSerializerContext;
