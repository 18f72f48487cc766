using System.Globalization;
using System.Security.Cryptography;

namespace Extraction.Flow.Batch;

/// <summary>The shards of one plan, all of them, each once, in order, each as its task left it.</summary>
public sealed class ShardSet
{
    ShardSet(IReadOnlyList<(string Folder, ShardSummary Summary)> shards) => Shards = shards;

    public IReadOnlyList<(string Folder, ShardSummary Summary)> Shards { get; }

    /// <summary>Whether a task wrote this kind of output.</summary>
    public bool Has(string output) => Shards[0].Summary.Files.ContainsKey(output);

    /// <param name="given">Folders of plans, or of shards.</param>
    /// <exception cref="ConfigurationException">The set is incomplete, mixed, doubled or damaged; says what to run.</exception>
    public static ShardSet Open(IEnumerable<string> given)
    {
        var faults = new List<string>();
        var shards = given.SelectMany(path => Expand(path, faults)).Select(path => Read(path, faults)).Where(shard => shard.Summary is not null)
            .Select(shard => (shard.Folder, Summary: shard.Summary!)).OrderBy(shard => shard.Summary.Task).ToList();
        if (shards.Count > 0)
        {
            faults.AddRange(Foreign(shards));
            faults.AddRange(Doubled(shards));
            faults.AddRange(faults.Count == 0 ? Missing(shards) : []);
            faults.AddRange(faults.Count == 0 ? shards.SelectMany(shard => Damaged(shard.Folder, shard.Summary)) : []);
        }

        return faults.Count > 0 ? throw new ConfigurationException(faults) : new(shards);
    }

    static string[] Expand(string path, List<string> faults)
    {
        if (!File.Exists(Path.Combine(path, BatchPlan.FileName)))
        {
            return [path];
        }

        var plan = BatchPlan.Read(path);
        string[] shards = [.. Enumerable.Range(0, plan.Tasks.Count).Select(task => BatchPlan.ShardPath(path, task))];
        int[] missing = [.. Enumerable.Range(0, shards.Length).Where(task => !File.Exists(Path.Combine(shards[task], ShardSummary.FileName)))];
        if (missing.Length > 0)
        {
            faults.Add($"{path}: {missing.Length} of {shards.Length} tasks have not ended: {Numbers(missing)}. {Advice(path, missing)}");
            return [];
        }

        foreach (var shard in shards)
        {
            if (ShardSummary.Read(shard).Plan != plan.Id)
            {
                faults.Add($"{shard}: is of another plan than {path} (other input, settings or models). Remove it, then {Advice(path, [Array.IndexOf(shards, shard)], small: true)}");
            }
        }

        return shards;
    }

    static (string Folder, ShardSummary? Summary) Read(string path, List<string> faults)
    {
        try
        {
            return (path, ShardSummary.Read(path));
        }
        catch (ConfigurationException e)
        {
            faults.AddRange(e.Faults);
            return (path, null);
        }
    }

    static IEnumerable<string> Foreign(List<(string Folder, ShardSummary Summary)> shards) =>
        from shard in shards
        where shard.Summary.Plan != shards[0].Summary.Plan
        select $"{shard.Folder}: is of another plan than {shards[0].Folder} (other input, settings or models); give the shards of one plan, and run its task {shard.Summary.Task} where that is missing: 'extraction task DIR {shard.Summary.Task}'";

    static IEnumerable<string> Doubled(List<(string Folder, ShardSummary Summary)> shards) =>
        from same in shards.GroupBy(shard => (shard.Summary.Plan, shard.Summary.Task))
        where same.Count() > 1
        select $"{string.Join(" and ", same.Select(shard => shard.Folder))}: are both task {same.Key.Task}; give one of them";

    static IEnumerable<string> Missing(List<(string Folder, ShardSummary Summary)> shards)
    {
        var all = shards[0].Summary.Tasks;
        int[] missing = [.. Enumerable.Range(0, all).Except(shards.Select(shard => shard.Summary.Task))];
        if (missing.Length > 0)
        {
            yield return $"{missing.Length} of {all} shards are missing: {Numbers(missing)}. Give them too, or {Advice("DIR", missing, small: true)} in the plan's folder DIR";
        }
    }

    static IEnumerable<string> Damaged(string folder, ShardSummary summary)
    {
        foreach (var (name, file) in summary.Files)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || Hash(path) != file)
            {
                yield return $"{path}: is not what task {summary.Task} wrote; remove {folder} and run 'extraction task DIR {summary.Task}' again";
            }
        }
    }

    static ShardFile Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return new(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    static string Advice(string folder, int[] tasks, bool small = false) =>
        $"{(small ? "run" : "Run")} 'sbatch --array={Numbers(tasks)} {Path.Combine(folder, BatchPlan.ScriptName)}', or each by 'extraction task {folder} {tasks[0]}'";

    static string Numbers(IEnumerable<int> tasks) => string.Join(',', tasks.Select(task => task.ToString(CultureInfo.InvariantCulture)));
}
