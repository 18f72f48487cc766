using Extraction.Copies;
using Extraction.Emit;

namespace Extraction.Flow.Batch;

/// <summary>What a task left beside its outputs, written last.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Task">From 0.</param>
/// <param name="Tasks">How many the plan has.</param>
/// <param name="Extractor">Version of the program and its models.</param>
/// <param name="Copies">How the merge finds copies; null where it does not.</param>
/// <param name="Inputs">As the user named them for the plan.</param>
/// <param name="Files">The outputs: size and SHA-256 of each.</param>
/// <param name="Counts">What became of everything.</param>
/// <param name="Rooms">Counts of the rooms.</param>
/// <param name="StoredBytes">Of input.</param>
public sealed record ShardSummary(
    string Plan,
    int Task,
    int Tasks,
    string Extractor,
    CopyOptions? Copies,
    IReadOnlyList<string> Inputs,
    IReadOnlyDictionary<string, ShardFile> Files,
    LedgerState Counts,
    IReadOnlyList<RoomCount> Rooms,
    long StoredBytes)
{
    public const string FileName = "shard.json";
    public const string Records = "records.jsonl";
    public const string Articles = "articles.jsonl";
    public const string Issues = "issues.jsonl";
    public const string Sketches = "sketches.jsonl";

    /// <exception cref="ConfigurationException">There is none: the task did not end.</exception>
    public static ShardSummary Read(string shard) => BatchPlan.Load(Path.Combine(shard, FileName), BatchContext.Default.ShardSummary, "is missing: not the shard of a task that ended well");

    public void Write(string shard) => BatchPlan.Save(Path.Combine(shard, FileName), stream => System.Text.Json.JsonSerializer.Serialize(stream, this, BatchContext.Default.ShardSummary));
}

/// <summary>An output of a task.</summary>
public sealed record ShardFile(long Bytes, string Sha256);
