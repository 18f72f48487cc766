using Extraction.Flow.Batch;

namespace Extraction.Cli;

/// <summary>The script that <c>sbatch</c> takes: one task of the plan for each place of the array.</summary>
static class JobScript
{
    public const string LogsName = "logs";

    /// <param name="folder">Of the plan, in full.</param>
    /// <param name="plan">What is to be run.</param>
    public static string Of(string folder, BatchPlan plan) =>
        $"""
        #!/bin/bash
        # {plan.Tasks.Count} tasks of plan {plan.Id}. Run it:          sbatch {Quoted(Path.Combine(folder, BatchPlan.ScriptName))}
        # Only some tasks again:              sbatch --array=1,3 …      (more memory, another partition: the same way)
        # When all have ended:                extraction merge {Quoted(folder)} --out records.jsonl
        # A task that was killed or requeued goes on where it had come to; one that is done does nothing.
        #SBATCH --job-name=extraction
        #SBATCH --array=0-{plan.Tasks.Count - 1}
        #SBATCH --cpus-per-task=1
        #SBATCH --requeue
        #SBATCH --open-mode=append
        #SBATCH --output={Path.Combine(folder, LogsName).Replace(" ", "\\ ", StringComparison.Ordinal)}/%a.log
        exec {Program()} task {Quoted(folder)} "$SLURM_ARRAY_TASK_ID"

        """.ReplaceLineEndings("\n");

    /// <summary>This program as it was started: by itself, or by <c>dotnet</c>.</summary>
    static string Program()
    {
        var host = Environment.ProcessPath ?? "extraction";
        return Path.GetFileNameWithoutExtension(host) == "dotnet" ? $"{Quoted(host)} {Quoted(Path.Combine(AppContext.BaseDirectory, "extraction.dll"))}" : Quoted(host);
    }

    static string Quoted(string words) => $"'{words.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
