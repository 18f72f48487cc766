using System.Diagnostics;

namespace Extraction.Cli.Tests;

/// <summary>A real Slurm, started by <c>tests/slurm.sh</c>: two nodes, one of which dies while it works. Skipped where Slurm is not installed.</summary>
[TestFixture]
[NonParallelizable]
public sealed class SlurmTests
{
    const int NoneHere = 3;

    static readonly string Script = Sandbox.Repository("tests", "slurm.sh");

    string folder = "";

    [SetUp]
    public async Task Start()
    {
        folder = Directory.CreateTempSubdirectory("extraction-slurm-").FullName;
        var (code, _, error) = await Call("bash", Script, "start", folder, $"{20000 + (Environment.ProcessId % 10000 * 4)}");
        if (code == NoneHere)
        {
            Directory.Delete(folder, recursive: true);
            Assert.Ignore(error.Trim());
        }

        Assert.That(code, Is.Zero, error);
    }

    [TearDown]
    public async Task Stop()
    {
        if (Directory.Exists(folder))
        {
            await Call("bash", Script, "stop", folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task ANodeThatDiesLosesNothingAndTheMergedBytesAreThoseOfOneRun()
    {
        // Enough for a task to be still at work when its node is killed, on a slow machine too.
        using var box = News.InBox(pages: 960);
        Directory.CreateDirectory(box["1"]);
        Directory.CreateDirectory(box["n"]);
        var whole = await box.Run("run", "in", "--config", "p.yml", "--out", "1/r.jsonl", "--articles", "1/a.jsonl", "--issues", "1/i.jsonl");
        var planned = await box.Run("batch", "in", "--config", "p.yml", "--tasks", "4", "--out", "job", "--articles");
        Assert.That(planned.Code, Is.Zero, planned.Error);
        var (code, job, fault) = await Call("sbatch", "--parsable", box["job/job.sh"]);
        Assert.That(code, Is.Zero, fault);

        var killed = await KillANodeAtWork(box);
        await Ended(job.Trim());
        var log = string.Concat(Directory.EnumerateFiles(box["job/logs"]).Select(File.ReadAllText));
        var merged = await box.Run("merge", "job", "--out", "n/r.jsonl", "--articles", "n/a.jsonl", "--issues", "n/i.jsonl");
        Assert.Multiple(() =>
        {
            Assert.That(merged.Code, Is.EqualTo(whole.Code), merged.Error + log);
            Assert.That(File.ReadAllText(Path.Combine(folder, "log", "slurmctld.log")), Does.Contain($"due to failure of node {killed}"), "no task was started again");
            Assert.That(log, Does.Contain("gone on with"), "the task that was started again began at the beginning");
            foreach (var name in new[] { "r.jsonl", "a.jsonl", "i.jsonl" })
            {
                Assert.That(File.ReadAllBytes(box["n/" + name]), Is.EqualTo(File.ReadAllBytes(box["1/" + name])), name);
            }

            Assert.That(BatchTests.Counts(merged), Is.EqualTo(BatchTests.Counts(whole)));
        });
    }

    /// <summary>Kills the node of the first task that has noted how far it is.</summary>
    async Task<string> KillANodeAtWork(Sandbox box)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(120))
        {
            if (Directory.EnumerateFiles(box["job/shards"], "*.checkpoint", SearchOption.AllDirectories).FirstOrDefault() is { } checkpoint)
            {
                var task = int.Parse(Path.GetFileName(Path.GetDirectoryName(checkpoint)!)[..4]);
                var (_, running, _) = await Call("squeue", "-h", "-r", "-t", "R", "-o", "%K %N");
                if (running.Split('\n').Select(line => line.Split(' ')).FirstOrDefault(line => line[0] == $"{task}") is [_, var node])
                {
                    var (code, _, error) = await Call("bash", Script, "kill", folder, node);
                    Assert.That(code, Is.Zero, error);
                    return node;
                }
            }

            await Task.Delay(20);
        }

        Assert.Fail("no task came to a checkpoint");
        return "";
    }

    async Task Ended(string job)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(8))
        {
            var (_, left, _) = await Call("squeue", "-h", "-r", "-j", job, "-t", "PD,R,CF", "-o", "%i %t %S");
            if (left.Length == 0)
            {
                return;
            }

            // A task that is started again waits two minutes by default.
            foreach (var line in left.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains(" PD ", StringComparison.Ordinal)))
            {
                await Call("scontrol", "update", $"jobid={line.Split(' ')[0]}", "StartTime=now");
            }

            await Task.Delay(500);
        }

        Assert.Fail("the job did not end");
    }

    async Task<(int Code, string Out, string Error)> Call(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Path.Combine(folder, "slurm.conf");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
