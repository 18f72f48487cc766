using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Flow.Batch;
using Extraction.Ingest;

namespace Extraction.Cli;

/// <summary><c>extraction batch</c>: divides a run among the tasks of a batch system (Slurm), and writes the script for it. Runs nothing.</summary>
static class BatchCommand
{
    const int MostTasks = 9999;

    public static Command Create()
    {
        var inputs = CommonOptions.Inputs();
        var tasks = new Option<int>("--tasks") { Description = "Into how many tasks; fewer where the input cannot be cut so often.", HelpName = "N", Required = true };
        var folder = new Option<string>("--out") { Description = "A folder for the plan, the script and what the tasks make; shared by all nodes.", HelpName = "DIR", DefaultValueFactory = _ => "batch" };
        var config = CommonOptions.Config();
        var published = CommonOptions.Published();
        var lists = SinkArguments.Lists();
        var articles = new Option<bool>("--articles") { Description = "Also write the article texts that offsets refer to." };
        var noGate = new Option<bool>("--no-gate") { Description = "Read every document whole." };
        var noCopies = CommonOptions.NoCopies();
        var command = new Command("batch", "Divide a run among the tasks of a batch system: a plan, and a script for sbatch.") { inputs, tasks, folder, config, published, lists, articles, noGate, noCopies };
        command.SetAction(parsed => Guarded.Run(() => Plan(
            parsed.GetRequiredValue(inputs),
            parsed.GetValue(tasks),
            parsed.GetRequiredValue(folder),
            parsed.GetValue(config),
            parsed.GetValue(published),
            parsed.GetValue(lists) ?? [],
            parsed.GetValue(articles),
            gate: !parsed.GetValue(noGate) && !parsed.GetValue(articles),
            !parsed.GetValue(noCopies))));
        return command;
    }

    static int Plan(string[] given, int tasks, string folder, string? config, string? published, string[] lists, bool articles, bool gate, bool copies)
    {
        var options = CommonOptions.Load(config, published);
        var faults = new List<string>();
        var inputs = Input.Resolve(given, faults);
        faults.AddRange(Faults(given, tasks, folder, options));
        if (faults.Count > 0)
        {
            throw new ConfigurationException(faults);
        }

        var version = RoomsBuilder.Build(options, new IssueCollector()).Version;
        var divided = BatchDivision.Divide([.. new Inputs(inputs, options.Ingest).List()], tasks);
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, BatchPlan.SettingsName), CommonOptions.FileOf(config) is { } file ? File.ReadAllText(file) : "# All defaults.\n");
            var written = divided.Select((files, task) => BatchPlan.WriteTask(folder, task, files)).ToList();
            Directory.CreateDirectory(Path.Combine(folder, BatchPlan.ShardsName));
            Directory.CreateDirectory(Path.Combine(folder, JobScript.LogsName));
            var plan = new BatchPlan(
                "", version, Directory.GetCurrentDirectory(), given, published, [.. lists.Select(list => new BatchList(list, Hash(list)))], gate, articles,
                copies && options.Copies.Find ? options.Copies : null, written).WithId(RunRequest.SettingsOf(options));
            plan.Write(folder);
            File.WriteAllText(Path.Combine(folder, BatchPlan.ScriptName), JobScript.Of(Path.GetFullPath(folder), plan));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(folder, $"cannot be written: {e.Message}", e);
        }

        var few = divided.Count < tasks ? $" ({tasks} were asked for; the input cannot be cut into more)" : "";
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{divided.Count} tasks{few}, {divided.Sum(files => files.Sum(file => file.Size)) / 1048576.0:N1} MB of input.\nRun:  sbatch {Path.Combine(folder, BatchPlan.ScriptName)}\nThen: extraction merge {folder} --out records.jsonl"));
        return ExitCode.Well;
    }

    static IEnumerable<string> Faults(string[] given, int tasks, string folder, PipelineOptions options)
    {
        if (tasks is < 1 or > MostTasks)
        {
            yield return $"--tasks {tasks}: write a number from 1 to {MostTasks}";
        }

        if (given.Contains("-"))
        {
            yield return "-: standard input cannot be divided; name files";
        }

        if (!options.Sinks.To.IsEmpty)
        {
            yield return "sinks.to: tasks write files only; take it out, and load what is merged with 'extraction load'";
        }

        if (given.Any(input => Directory.Exists(input) && (Path.GetFullPath(folder) + "/").StartsWith(Path.GetFullPath(input).TrimEnd('/') + "/", StringComparison.Ordinal)))
        {
            yield return $"{folder}: lies in the input, and would be read with it; name a folder elsewhere with --out";
        }

        if (Directory.Exists(Path.Combine(folder, BatchPlan.ShardsName)) && Directory.EnumerateFileSystemEntries(Path.Combine(folder, BatchPlan.ShardsName)).Any())
        {
            yield return $"{folder}: holds the shards of a plan; merge and remove it, or name another folder with --out";
        }
    }

    internal static string Hash(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([$"{path}: {e.Message}"]);
        }
    }
}
