using System.Text.Json.Nodes;

namespace Extraction.Cli.Tests;

/// <summary>A run that is divided among tasks gives what one run gives; a set that is not whole is refused. Without a batch system.</summary>
[TestFixture]
public sealed class BatchTests
{
    static readonly string[] Outputs = ["r.jsonl", "a.jsonl", "i.jsonl"];

    [TestCase(5)]
    public async Task MergedItIsTheBytesOfOneRun(int tasks)
    {
        using var box = News.InBox();
        var whole = await box.Run("run", "in", "--config", "p.yml", "--out", "1/r.jsonl", "--articles", "1/a.jsonl", "--issues", "1/i.jsonl", "--report", "1/p.html");
        Assert.That(whole.Code, Is.EqualTo(2), "folders of outputs are not made");
        Directory.CreateDirectory(box["1"]);
        Directory.CreateDirectory(box["n"]);
        whole = await box.Run("run", "in", "--config", "p.yml", "--out", "1/r.jsonl", "--articles", "1/a.jsonl", "--issues", "1/i.jsonl", "--report", "1/p.html");
        Assert.That((await box.Run("batch", "in", "--config", "p.yml", "--tasks", $"{tasks}", "--out", "job", "--articles")).Code, Is.Zero);
        Assert.That(Directory.GetFiles(box["job/tasks"]), Has.Length.EqualTo(tasks), "the archives were not cut");
        foreach (var task in Enumerable.Range(0, tasks).Reverse())
        {
            var ended = await box.Run("task", "job", $"{task}");
            Assert.That(ended.Code, Is.Zero, ended.Error);
        }

        var merged = await box.Run("merge", "job", "--out", "n/r.jsonl", "--articles", "n/a.jsonl", "--issues", "n/i.jsonl", "--report", "n/p.html");
        Assert.Multiple(() =>
        {
            Assert.That(merged.Code, Is.EqualTo(whole.Code).And.EqualTo(1), merged.Error);
            foreach (var name in Outputs)
            {
                Assert.That(File.ReadAllBytes(box["n/" + name]), Is.EqualTo(File.ReadAllBytes(box["1/" + name])), name);
            }

            Assert.That(box.Json("n/r.jsonl").Where(r => r["duplicate_of"] is not null), Is.Not.Empty);
            Assert.That(Counts(merged), Is.EqualTo(Counts(whole)));
            Assert.That(Report("n"), Is.EqualTo(Report("1")));
        });

        // What does not depend on the clock.
        string Report(string folder)
        {
            var report = JsonNode.Parse(File.ReadAllText(box[folder + "/p.json"]))!.AsObject();
            foreach (var timed in new[] { "seconds", "rooms", "slowest", "peak_megabytes" })
            {
                report.Remove(timed);
            }

            return report.ToJsonString();
        }
    }

    [Test]
    public async Task AKilledTaskGoesOnWhereItWasAndAFinishedOneDoesNothing()
    {
        using var box = News.InBox(pages: 150);
        Directory.CreateDirectory(box["1"]);
        await box.Run("run", "in", "--config", "p.yml", "--out", "1/r.jsonl");
        await box.Run("batch", "in", "--config", "p.yml", "--tasks", "1", "--out", "job");
        using (var first = box.Start("task", "job", "0"))
        {
            var (output, error) = (first.StandardOutput.ReadToEndAsync(), first.StandardError.ReadToEndAsync());
            var patience = System.Diagnostics.Stopwatch.StartNew();
            while (!Directory.EnumerateFiles(box["job"], "*.checkpoint", SearchOption.AllDirectories).Any() && patience.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(5);
            }

            first.Kill();
            await Sandbox.End(first, output, error);
        }

        var refused = await box.Run("merge", "job", "--out", "n.jsonl");
        var second = await box.Run("task", "job", "0");
        var third = await box.Run("task", "job", "0");
        await box.Run("merge", "job", "--out", "n.jsonl");
        Assert.Multiple(() =>
        {
            Assert.That((refused.Code, refused.Error), Is.EqualTo((2, "job: 1 of 1 tasks have not ended: 0. Run 'sbatch --array=0 job/job.sh', or each by 'extraction task job 0'\n")));
            Assert.That(second.Error, Does.Contain("Task 0 of 1, gone on with"));
            Assert.That((third.Code, third.Error), Is.EqualTo((0, "Task 0 is done.\n")));
            Assert.That(File.ReadAllBytes(box["n.jsonl"]), Is.EqualTo(File.ReadAllBytes(box["1/r.jsonl"])));
            Assert.That(Directory.GetFileSystemEntries(box["job/shards"]).Select(Path.GetFileName), Is.EqualTo(new[] { "0000" }), "attempts are tidied away");
        });
    }

    [Test]
    public async Task ATaskThatIsEndedBeforeItsShardHasItsNameDoesNothingAgain()
    {
        using var box = new Sandbox().Write("in/a.txt", "Title\n\nThe European Union imposed sanctions on Belarus on Monday.\n").Write("in/b.json", "{oops");
        await box.Run("run", "in", "--out", "r.jsonl");
        await box.Run("batch", "in", "--tasks", "1", "--out", "job");
        Directory.CreateDirectory(box["job/shards/0000/in-the-way"]);
        var first = await box.Run("task", "job", "0");
        Assert.That((first.Code, first.Error.Contains("cannot be renamed", StringComparison.Ordinal)), Is.EqualTo((2, true)), first.Error);
        Directory.Delete(box["job/shards/0000"], recursive: true);
        var second = await box.Run("task", "job", "0");
        var merge = await box.Run("merge", "job", "--out", "n.jsonl");
        Assert.Multiple(() =>
        {
            Assert.That((second.Code, second.Error.Split('\n')[0], merge.Code), Is.EqualTo((0, "Task 0 of 1, gone on with", 1)));
            Assert.That(Counts(second).Skip(1), Is.Not.Empty);
            Assert.That(merge.Error, Does.Match("Documents +2 read"));
            Assert.That(File.ReadAllBytes(box["n.jsonl"]), Is.Not.Empty.And.EqualTo(File.ReadAllBytes(box["r.jsonl"])));
            Assert.That(Directory.GetFileSystemEntries(box["job/shards"], "*", SearchOption.AllDirectories).Select(Path.GetFileName), Has.None.Contains("checkpoint").And.None.Contains("work"));
        });
    }

    [Test]
    public async Task AFileThatCannotBeOpenedIsSaidAndNoCrash()
    {
        using var box = News.InBox();
        Ended batch, merge;
        await using (Locked("in/a.warc.gz"))
        {
            batch = await box.Run("batch", "in", "--tasks", "3", "--out", "job");
        }

        box.Write("few/a.txt", "Canada imposed sanctions on Iran.");
        await box.Run("batch", "few", "--tasks", "1", "--out", "job");
        await box.Run("task", "job", "0");
        await using (Locked("job/shards/0000/records.jsonl"))
        {
            merge = await box.Run("merge", "job", "--out", "r.jsonl");
        }

        Assert.Multiple(() =>
        {
            Assert.That((batch.Code, merge.Code), Is.EqualTo((2, 2)));
            Assert.That(batch.Error, Does.Contain("in/a.warc.gz").And.Not.Contain("Unhandled"));
            Assert.That(merge.Error, Does.Contain("shards/0000/records.jsonl").And.Not.Contain("Unhandled"));
        });

        // Root may read everything, but nobody what another holds for itself.
        FileStream Locked(string path) => new(box[path], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Test]
    public async Task TwoAttemptsAtOneTaskDoNotHarmEachOther()
    {
        using var box = News.InBox();
        Directory.CreateDirectory(box["1"]);
        await box.Run("run", "in", "--config", "p.yml", "--out", "1/r.jsonl");
        await box.Run("batch", "in", "--config", "p.yml", "--tasks", "1", "--out", "job");
        var ended = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => box.Run("task", "job", "0")));
        await box.Run("merge", "job", "--out", "n.jsonl");
        Assert.That(ended.Count(one => one.Code == 0), Is.GreaterThanOrEqualTo(1), ended[0].Error);
        Assert.That(File.ReadAllBytes(box["n.jsonl"]), Is.EqualTo(File.ReadAllBytes(box["1/r.jsonl"])));
    }

    [Test]
    public async Task SetsThatAreNotWholeAreRefusedWithWhatToRun()
    {
        using var box = new Sandbox().Write("in/a.txt", "The European Union imposed sanctions on Belarus.").Write("in/b.txt", "Canada imposed sanctions on Iran.");
        foreach (var (job, published) in new[] { ("one", "2021-12-07"), ("two", "2021-12-08") })
        {
            await box.Run("batch", "in", "--tasks", "2", "--out", job, "--published", published);
            await box.Run("task", job, "0");
            await box.Run("task", job, "1");
        }

        async Task Refuses(string message, params string[] shards)
        {
            var run = await box.Run(["merge", .. shards, "--out", "r.jsonl"]);
            Assert.That((run.Code, run.Error.Split('\n')[0]), Is.EqualTo((2, message)));
            Assert.That(File.Exists(box["r.jsonl"]) || File.Exists(box["r.jsonl.partial"]), Is.False);
        }

        await Refuses("1 of 2 shards are missing: 1. Give them too, or run 'sbatch --array=1 DIR/job.sh', or each by 'extraction task DIR 1' in the plan's folder DIR", "one/shards/0000");
        await Refuses("one/shards/0000 and one/shards/0000: are both task 0; give one of them", "one/shards/0000", "one/shards/0000", "one/shards/0001");
        await Refuses("two/shards/0001: is of another plan than one/shards/0000 (other input, settings or models); give the shards of one plan, and run its task 1 where that is missing: 'extraction task DIR 1'", "one/shards/0000", "two/shards/0001");
        Assert.That((await box.Run("merge", "one/shards/0001", "one/shards/0000", "--out", "r.jsonl")).Code, Is.Zero, "the order in which they are named does not count");
        File.Delete(box["r.jsonl"]);
        Directory.Delete(box["one/shards/0001"], recursive: true);
        Directory.Move(box["two/shards/0001"], box["one/shards/0001"]);
        await Refuses("one/shards/0001: is of another plan than one (other input, settings or models). Remove it, then run 'sbatch --array=1 one/job.sh', or each by 'extraction task one 1'", "one");
        File.AppendAllText(box["two/shards/0000/records.jsonl"], "\n");
        Directory.Move(box["one/shards/0001"], box["two/shards/0001"]);
        await Refuses("two/shards/0000/records.jsonl: is not what task 0 wrote; remove two/shards/0000 and run 'extraction task DIR 0' again", "two");
    }

    [Test]
    public async Task ATaskWhoseInputWasChangedIsRefused()
    {
        using var box = new Sandbox().Write("in/a.txt", "The European Union imposed sanctions on Belarus.");
        await box.Run("batch", "in", "--tasks", "2", "--out", "job");
        box.Write("in/a.txt", "Something else altogether.");
        var run = await box.Run("task", "job", "0");
        Assert.That((run.Code, run.Error), Is.EqualTo((2, $"{box["in/a.txt"]}: is not there, or was changed since the plan was made; make it readable here as it was, or make the plan again with 'extraction batch'\n")));
    }

    [TestCase("-: standard input cannot be divided; name files", "-", "--tasks", "2")]
    [TestCase("--tasks 0: write a number from 1 to 9999", "in", "--tasks", "0")]
    [TestCase("in/job: lies in the input, and would be read with it; name a folder elsewhere with --out", "in", "--tasks", "2", "--out", "in/job")]
    public async Task APlanThatCannotBeIsRefused(string message, params string[] arguments)
    {
        using var box = new Sandbox().Write("in/a.txt", "x");
        var run = await box.Run(["batch", .. arguments]);
        Assert.That((run.Code, run.Error), Is.EqualTo((2, message + "\n")));
    }

    // Without times.
    internal static string[] Counts(Ended run) => [.. run.Error.Split('\n').Where(line => line.Length > 0 && char.IsUpper(line[0]) && !line.StartsWith("Documents", StringComparison.Ordinal) && !line.StartsWith("WRN", StringComparison.Ordinal) && !line.StartsWith("INF", StringComparison.Ordinal))];
}
