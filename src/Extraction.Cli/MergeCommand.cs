using System.CommandLine;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Flow.Batch;

namespace Extraction.Cli;

/// <summary><c>extraction merge</c>: the shards of a plan → what one run over the whole input would have written.</summary>
static class MergeCommand
{
    public static Command Create()
    {
        var shards = new Argument<string[]>("DIR|SHARD") { Description = "The folder of a plan, or all shards of one.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Where records go.", HelpName = "FILE", Required = true };
        var articles = new Option<string?>("--articles") { Description = "Where article texts go, if the plan asked for them; articles.jsonl beside --out.", HelpName = "FILE" };
        var issues = new Option<string?>("--issues") { Description = "Where issues go; issues.jsonl beside --out.", HelpName = "FILE" };
        var report = new Option<string?>("--report") { Description = "Write a report with charts, and the same as JSON beside it.", HelpName = "FILE.html" };
        var quiet = new Option<bool>("--quiet") { Description = "No summary: only what went wrong." };
        var command = new Command("merge", "Join the shards of a plan in order; refuses what is incomplete, foreign or doubled.") { shards, output, articles, issues, report, quiet };
        command.SetAction((parsed, _) => Guarded.RunAsync(() => RunAsync(
            parsed.GetRequiredValue(shards), parsed.GetRequiredValue(output), parsed.GetValue(articles), parsed.GetValue(issues), parsed.GetValue(report), parsed.GetValue(quiet))));
        return command;
    }

    static async Task<int> RunAsync(string[] given, string output, string? articles, string? issues, string? report, bool quiet)
    {
        using var stop = new StopSignals();
        var set = output == "-" ? throw new ConfigurationException(["--out -: what is merged is published whole; name a file"]) : ShardSet.Open(given);
        var beside = Path.GetDirectoryName(output) ?? "";
        var articlesPath = set.Has(ShardSummary.Articles) ? articles ?? Path.Combine(beside, ShardSummary.Articles) : null;
        var issuesPath = issues ?? Path.Combine(beside, ShardSummary.Issues);
        string[] outputs = [.. new[] { output, articlesPath, issuesPath, report, Path.ChangeExtension(report, ".json") }.OfType<string>()];
        if (OutputFiles.WithoutFolder([output, articles, issues, report]).Concat(OutputFiles.Doubled(outputs)).Concat(AmongInputs(outputs, given, set)).ToList() is { Count: > 0 } faults)
        {
            throw new ConfigurationException(faults);
        }

        if (articles is not null && !set.Has(ShardSummary.Articles))
        {
            throw new ConfigurationException([$"--articles {articles}: the tasks wrote none; make the plan again with 'extraction batch --articles'"]);
        }

        var merge = new ShardMerge(set, new(output), articlesPath is null ? null : new(articlesPath), new(issuesPath));
        RunCounts counts;
        await using (merge.ConfigureAwait(false))
        {
            counts = await merge.RunAsync(stop.Token).ConfigureAwait(false);
        }

        var reported = report is null || RunCommand.TryWriteReport(report, RunReport.Of([.. set.Shards[0].Summary.Inputs], counts, set.Shards.Sum(shard => shard.Summary.StoredBytes)));
        if (!quiet)
        {
            await Console.Error.WriteAsync($"{set.Shards.Count} shards merged; times are those of the tasks, added up.\n{SummaryText.Of(counts)}").ConfigureAwait(false);
        }

        return !reported ? ExitCode.CouldNot : counts.FailedDocuments == 0 ? ExitCode.Well : ExitCode.SomeFailed;
    }

    static IEnumerable<string> AmongInputs(string[] outputs, string[] given, ShardSet set) =>
        OutputFiles.Read(outputs, given.Select(folder => Path.Combine(folder, BatchPlan.FileName))).Concat(
            from output in outputs
            where set.Shards.Any(shard => Path.GetFullPath(output).StartsWith(Path.GetFullPath(shard.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            select $"{output}: lies in the folder of a shard, which is read; name another output");
}
