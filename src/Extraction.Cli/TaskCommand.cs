using System.CommandLine;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Flow.Batch;
using Extraction.Ingest;

namespace Extraction.Cli;

/// <summary><c>extraction task</c>: one task of a plan, as the batch script calls it. Done already, it does nothing; broken off, it goes on.</summary>
static class TaskCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that 'extraction batch' made." };
        var task = new Argument<int>("NUMBER") { Description = "Which task, from 0." };
        var command = new Command("task", "Run one task of a plan that 'extraction batch' made.") { folder, task };
        command.SetAction((parsed, _) => Guarded.RunAsync(() => RunAsync(Path.GetFullPath(parsed.GetRequiredValue(folder)), parsed.GetValue(task))));
        return command;
    }

    static async Task<int> RunAsync(string folder, int task)
    {
        using var stop = new StopSignals();
        var plan = BatchPlan.Read(folder);
        if (task < 0 || task >= plan.Tasks.Count)
        {
            throw new ConfigurationException([$"{task}: the plan has tasks 0 to {plan.Tasks.Count - 1}"]);
        }

        string[] names = [ShardSummary.Records, .. plan.Articles ? [ShardSummary.Articles] : Array.Empty<string>(), ShardSummary.Issues, .. plan.Copies is null ? [] : new[] { ShardSummary.Sketches }];
        var work = new ShardWork(folder, task, $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}", names);
        if (work.IsDone)
        {
            await Console.Error.WriteLineAsync($"Task {task} is done.").ConfigureAwait(false);
            return ExitCode.Well;
        }

        // Relative names mean what they meant where the plan was made, and messages say them in the same way.
        Require(Directory.Exists(plan.Folder) ? [] : [$"{plan.Folder}: the plan was made in this folder, which is not here; make it available, or make the plan again"]);
        Directory.SetCurrentDirectory(plan.Folder);
        var files = plan.ReadTask(folder, task);
        Require([.. Faults(plan, files)]);
        var options = CommonOptions.Load(Path.Combine(folder, BatchPlan.SettingsName), plan.Published);
        using var log = new RunLog(options.Log);
        var issues = new IssueCollector();
        var rooms = RunCommand.Linked(RoomsBuilder.Build(options, issues), [.. plan.Lists.Select(list => list.Path)]);
        Require(rooms.Version != plan.Extractor || plan.WithId(RunRequest.SettingsOf(options)).Id != plan.Id
            ? [$"{folder}: the plan was made with another version, other models or other settings ({plan.Extractor}; this is {rooms.Version}); make it again with 'extraction batch'"]
            : []);

        var resumes = Opened(work);
        var outputs = Outputs(plan, task, work, names, options, log);
        Pipeline pipeline;
        await using (outputs.ConfigureAwait(false))
        {
            var inputs = new Inputs([new PlannedInput(files)], options.Ingest, screen: plan.Gate ? GateScreen.Create() : null);
            pipeline = new Pipeline(options.Run, inputs, rooms, outputs, issues, resumes);
            try
            {
                await pipeline.RunAsync(stop.Token).ConfigureAwait(false);
            }
            catch
            {
                // A batch system's log tells how far it came.
                await Console.Error.WriteAsync(SummaryText.Of(pipeline.Counts)).ConfigureAwait(false);
                throw;
            }
        }

        var counts = pipeline.Counts;
        work.Publish(new(
            plan.Id, task, plan.Tasks.Count, plan.Extractor, plan.Copies, plan.Inputs, work.Files(), outputs.Ledger.State(), counts.Rooms, files.Sum(file => file.Size)));
        await Console.Error.WriteAsync($"Task {task} of {plan.Tasks.Count}{(resumes ? ", gone on with" : "")}\n{SummaryText.Of(counts)}").ConfigureAwait(false);

        // Documents that failed are in the shard; a batch system would take another code for a task that did.
        return ExitCode.Well;
    }

    static bool Opened(ShardWork work)
    {
        try
        {
            return work.Open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(work.PathOf(""), $"cannot be made: {e.Message}", e);
        }
    }

    static RunOutputs Outputs(BatchPlan plan, int task, ShardWork work, string[] names, PipelineOptions options, RunLog log)
    {
        var files = names.ToDictionary(name => name, name => new LineFile(work.PathOf(name)));
        var checkpoint = new Checkpoint(
            work.CheckpointPath, $"{plan.Id} {task}", TimeSpan.FromSeconds(options.Run.CheckpointSeconds), [.. names.Select(name => files[name])], TimeProvider.System)
        {
            StaysComplete = true,
        };
        var copies = plan.Copies is null ? null : new CopyLedger(null, files[ShardSummary.Sketches]);
        return new([new JsonLinesSink(files[ShardSummary.Records])], files.GetValueOrDefault(ShardSummary.Articles), files[ShardSummary.Issues], log.Issue, checkpoint, copies);
    }

    static IEnumerable<string> Faults(BatchPlan plan, IReadOnlyList<PlannedFile> files)
    {
        foreach (var file in files.Where(file => !file.IsAsPlanned))
        {
            yield return $"{file.Path}: is not there, or was changed since the plan was made; make it readable here as it was, or make the plan again with 'extraction batch'";
        }

        foreach (var list in plan.Lists.Where(list => BatchCommand.Hash(list.Path) != list.Sha256))
        {
            yield return $"{list.Path}: was changed since the plan was made; make the plan again with 'extraction batch'";
        }
    }

    static void Require(string[] faults)
    {
        if (faults.Length > 0)
        {
            throw new ConfigurationException(faults);
        }
    }
}
