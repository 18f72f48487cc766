using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Extraction.Cli.Tests;

/// <summary>A run that is broken off, at whatever moment, ends with the same bytes when it is resumed. The real program, really killed.</summary>
[TestFixture]
public sealed class ResumeTests
{
    static readonly string[] Outputs = ["r.jsonl", "a.jsonl", "i.jsonl"];

    static readonly string[] Run = ["run", "in", "--config", "p.yml", "--out", "r.jsonl", "--articles", "a.jsonl", "--issues", "i.jsonl"];

    [Test]
    public async Task KilledAtFiftyRandomMomentsItEndsWithTheSameBytes()
    {
        using var box = Filled(copies: 6);
        var time = Stopwatch.StartNew();
        await box.Run(Run);
        time.Stop();
        var whole = Outputs.Select(name => File.ReadAllBytes(box[name])).ToArray();
        Clear(box);
        var random = new Random(20211207);
        var (kills, checkpoints) = (0, 0);
        while (kills < 50)
        {
            using var process = box.Start([.. Run, "--resume"]);
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(random.Next(1, (int)(time.ElapsedMilliseconds * 1.2))))
            {
                process.Kill();
                kills++;
            }

            var ended = await Sandbox.End(process, output, error);
            checkpoints += File.Exists(box["r.jsonl.checkpoint"]) ? 1 : 0;
            if (ended.Code is 0 or 1)
            {
                Assert.That(Outputs.Select(name => File.ReadAllBytes(box[name])), Is.EqualTo(whole), $"after {kills} kills");
                Clear(box);
            }
            else
            {
                Assert.That(ended.Code, Is.EqualTo(137), ended.Error);
            }
        }

        var last = await box.Run([.. Run, "--resume"]);
        Assert.That(Outputs.Select(name => File.ReadAllBytes(box[name])), Is.EqualTo(whole), last.Error);
        Assert.That(checkpoints, Is.GreaterThan(0), "no kill came after a checkpoint, so nothing was resumed");
    }

    [Test]
    public async Task StoppedByABatchSystemItSaysSoAndGoesOnLater()
    {
        using var box = Filled(copies: 12);
        var whole = await box.Run([.. Run, "--report", "whole.html"]);
        var bytes = File.ReadAllBytes(box["r.jsonl"]);
        Clear(box);
        var stopped = await Stopped(box);
        Assert.That(stopped.Error, Does.Contain("--resume").And.Contain("Documents"));
        Assert.That(File.Exists(box["r.jsonl"]), Is.False);
        var resumed = await box.Run([.. Run, "--resume", "--report", "resumed.html"]);
        Assert.That(File.ReadAllBytes(box["r.jsonl"]), Is.EqualTo(bytes));
        Assert.That(Counts(resumed), Is.EqualTo(Counts(whole)));
        Assert.That(Report(box, "resumed.json"), Is.EqualTo(Report(box, "whole.json")), "the report is of the whole run");
        Assert.That(Directory.EnumerateFiles(box.Root, "*.*l").Select(Path.GetFileName), Is.EquivalentTo((string[])["p.yml", "resumed.html", "whole.html", .. Outputs]));
    }

    [Test]
    public async Task ALogThatGrowsInTheInputIsNoOtherInput()
    {
        using var box = Filled(copies: 12);
        box.Write("p.yml", "run: {checkpoint_seconds: 0}\nlog: {file: in/log.jsonl}\n").Write("in/run.log", "INF").Write("in/!.json", "{oops");
        var stopped = await Stopped(box);
        Assert.That(box.Lines("in/log.jsonl"), Is.Not.Empty, stopped.Error);
        box.Write("in/run.log", stopped.Error);
        var resumed = await box.Run([.. Run, "--resume"]);
        Assert.That(resumed.Code, Is.EqualTo(1), resumed.Error);
        Assert.That(box.Issues("i.jsonl").Where(issue => issue.Contains("log", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task AnotherInputIsRefused()
    {
        using var box = Filled(copies: 1);
        box.Write("r.jsonl.checkpoint", "{\"Fingerprint\": \"other\", \"IsComplete\": false, \"Pieces\": 1, \"Lengths\": [0, 0, 0], \"Ledger\": {\"Read\": 1, \"Finished\": 1, \"Articles\": 1, \"Skipped\": {}, \"Failed\": {}, \"Issues\": {}, \"Records\": {}, \"Months\": {}, \"Actors\": {}, \"Seconds\": 1, \"Busy\": {}, \"Slowest\": {}}}");
        var run = await box.Run([.. Run, "--resume"]);
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("r.jsonl.checkpoint: is of a run with other input or settings; make them the same again, or run without --resume\n"));
    }

    [Test]
    public async Task AStandardStreamCannotBeResumed()
    {
        using var box = new Sandbox();
        var run = await box.Run("run", "-", "--resume");
        Assert.That((run.Code, run.Error), Is.EqualTo((2, "--resume: works from files to files; not with -, pages from the web, --to, sinks.to or devices\n")));
    }

    // A resumed run hands sinks only what it reads itself.
    [Test]
    public async Task ASinkOfTheSettingsCannotBeResumedEither()
    {
        using var box = new Sandbox().Write("a.txt", "The European Union imposed sanctions on Belarus.").Write("p.yml", "sinks: {to: ['sqlite:s.db']}\n");
        var run = await box.Run("run", "a.txt", "--config", "p.yml", "--out", "r.jsonl", "--resume");
        Assert.That((run.Code, run.Error), Is.EqualTo((2, "--resume: works from files to files; not with -, pages from the web, --to, sinks.to or devices\n")));
        Assert.That(File.Exists(box["s.db"]), Is.False);
    }

    /// <summary>A run that a batch system ends after its first checkpoint.</summary>
    static async Task<Ended> Stopped(Sandbox box)
    {
        using var process = box.Start(Run);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var patience = Stopwatch.StartNew();
        while (!File.Exists(box["r.jsonl.checkpoint"]) && !process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(2);
        }

        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        var stopped = await Sandbox.End(process, output, error);
        Assume.That(stopped.Code, Is.EqualTo(2), "the run was over before the signal came");
        return stopped;
    }

    /// <summary>Without what two runs do not have in common.</summary>
    static string Report(Sandbox box, string path)
    {
        var report = JsonNode.Parse(File.ReadAllText(box[path]))!.AsObject();
        Assert.That(report["months"]!.AsObject(), Is.Not.Empty);
        foreach (var timed in (string[])["seconds", "rooms", "slowest", "peak_megabytes"])
        {
            report.Remove(timed);
        }

        return report.ToJsonString();
    }

    // Without times.
    static string[] Counts(Ended run) => [.. run.Error.Split('\n').Where(line => line.Length > 0 && char.IsUpper(line[0]) && !line.StartsWith("Documents", StringComparison.Ordinal))];

    static Sandbox Filled(int copies)
    {
        var box = new Sandbox();
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var file in Directory.EnumerateFiles(Sandbox.Samples))
            {
                box.Write($"in/{copy}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
            }

            box.Write($"in/{copy}/broken.jsonl", "{\"id\": \"x\", \"text\": \"The EU sanctioned Iran.\"}\n{oops\n");
        }

        return box.Write("p.yml", "run: {checkpoint_seconds: 0}\n");
    }

    static void Clear(Sandbox box)
    {
        foreach (var name in Outputs)
        {
            File.Delete(box[name]);
        }
    }
}
