using System.Diagnostics;
using Extraction.Web.Tests;

namespace Extraction.Cli.Tests;

/// <summary>Pages from the web, seen from outside: the real program and a server on this machine.</summary>
[TestFixture]
public sealed class WebTests
{
    const string Settings = "web: {allow_networks: [127.0.0.0/8], cache: cache, host_pause_seconds: 0, pause_seconds: 0.01, watch_seconds: 1}\ncopies: {find: false}\n";

    [Test]
    public async Task PagesGiveRecordsAndWhatFailsIsAnIssueAndNeverFatal()
    {
        using var server = News(2);
        using var box = new Sandbox().Write("p.yml", Settings).Write("urls.txt", $"# ours\n{server["/1"]}\nno address\n").Write("a.txt", "The museum opens on Monday.");
        var run = await box.Run("run", "a.txt", "--config", "p.yml", "--url", $"{server["/0"]}", "--url", $"{server["/none"]}", "--urls", "urls.txt", "--feed", $"{server["/feed"]}", "--out", "r.jsonl");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(1), run.Error);
            Assert.That(run.Error, Does.Match("Documents +7 read").And.Match("Skipped +3: irrelevant 1, same-address 2").And.Match("Failed +2: web/bad-url 1, web/not-found 1"));
            Assert.That(box.Issues(), Is.EqualTo(new[] { $"web/not-found {server["/none"]}", "web/bad-url no address" }));
            Assert.That(box.Json("r.jsonl").Select(r => (string)r["document_id"]!).Distinct(), Is.EqualTo(new[] { $"{server["/0"]}", $"{server["/1"]}" }));
        });
    }

    [Test]
    public async Task WithoutLeaveThisMachineIsNotReached()
    {
        using var server = News(1);
        using var box = new Sandbox().Write("p.yml", "web: {cache_megabytes: 0}\n");
        var run = await box.Run("run", "--config", "p.yml", "--url", $"{server["/0"]}", "--out", "r.jsonl");
        Assert.That((run.Code, box.Issues().Single(), server.Requests.Count), Is.EqualTo((1, $"web/address-refused {server["/0"]}", 0)));
    }

    [Test]
    public async Task AFeedDatesAnArticleThatHasNoDateItself()
    {
        using var server = News(1);
        using var box = new Sandbox().Write("p.yml", Settings);
        await box.Run("run", "--config", "p.yml", "--feed", $"{server["/feed"]}", "--out", "r.jsonl");
        var record = box.Json("r.jsonl").First();
        Assert.That(((string?)record["published"], (string?)record["published_basis"]), Is.EqualTo(("2021-12-07", "feed")));
    }

    [TestCase("run", "--config", "p.yml", "--urls", "nowhere.txt")]
    [TestCase("run", "--config", "bad.yml", "--url", "https://news.example/")]
    [TestCase("run", "--config", "p.yml", "--url", "https://news.example/", "--out", "r.jsonl", "--resume")]
    [TestCase("watch", "--config", "p.yml", "--out", "r.jsonl")]
    [TestCase("watch", "--config", "p.yml", "--feed", "https://news.example/", "--out", "-")]
    [TestCase("watch", "--config", "p.yml", "--feed", "https://news.example/", "--out", "r.jsonl", "--issues", "r.jsonl")]
    [TestCase("watch", "--config", "p.yml", "--feed", "https://news.example/", "--out", "r.jsonl", "--polls", "0")]
    [TestCase("watch", "--config", "p.yml", "--feed", "https://news.example/")]
    [TestCase("watch", "--config", "p.yml", "--feed", "https://news.example/", "--out", "r.jsonl", "--to", "csv:r.csv")]
    [TestCase("watch", "--config", "p.yml", "--feed", "https://news.example/", "--out", "r.db", "--to", "sqlite:r.db")]
    public async Task WhatCannotBeAskedIsSaidBeforeAnythingRuns(params string[] arguments)
    {
        using var box = new Sandbox().Write("p.yml", Settings).Write("bad.yml", "web: {allow_networks: [127.0.0.1/33]}\n");
        var run = await box.Run(arguments);
        Assert.That((run.Code, run.Error, Directory.GetFiles(box.Root).Length), Is.EqualTo((2, run.Error, 2)));
        Assert.That(run.Error, Is.Not.Empty.And.Not.Contain("Unhandled"));
    }

    /// <summary>Of forty stories the models may miss some: how many they find is not for these tests to say.</summary>
    private const int Enough = 30;

    [Test]
    public async Task WatchKilledAgainAndAgainAddsEachRecordOnce()
    {
        using var server = News(40);
        using var box = new Sandbox().Write("p.yml", Settings);
        await box.Run("run", "--config", "p.yml", "--feed", $"{server["/feed"]}", "--out", "once.jsonl", "--issues", "once-issues.jsonl");
        string[] watch = ["watch", "--config", "p.yml", "--feed", $"{server["/feed"]}", "--out", "r.jsonl"];
        foreach (var lines in (int[])[0, 1, 1, 0])
        {
            using var process = box.Start(watch);
            await Until(() => process.HasExited || (File.Exists(box["r.jsonl.watch"]) && File.ReadAllLines(box["r.jsonl.watch"]).Length > lines));
            process.Kill();
            await process.WaitForExitAsync();
        }

        var last = await box.Run([.. watch, "--polls", "1"]);
        Assert.That(last.Code, Is.Zero, last.Error);
        Assert.That(box.Lines("r.jsonl"), Is.EquivalentTo(box.Lines("once.jsonl")).And.Length.GreaterThan(Enough));
    }

    [Test]
    public async Task WatchKilledAgainAndAgainMarksTheCopiesThatOneRunMarksAndADatabaseHasEachRecordOnce()
    {
        using var server = News(40);
        using var box = new Sandbox().Write("p.yml", Settings.Replace("find: false", "find: true", StringComparison.Ordinal));
        await box.Run("run", "--config", "p.yml", "--feed", $"{server["/feed"]}", "--out", "once.jsonl", "--issues", "once-issues.jsonl", "--to", "sqlite:once.db");
        string[] watch = ["watch", "--config", "p.yml", "--feed", $"{server["/feed"]}", "--out", "r.jsonl", "--to", "sqlite:r.db"];
        foreach (var lines in (int[])[0, 1, 2, 1])
        {
            using var process = box.Start(watch);
            await Until(() => process.HasExited || (File.Exists(box["r.jsonl.watch"]) && File.ReadAllLines(box["r.jsonl.watch"]).Length > lines));
            process.Kill();
            await process.WaitForExitAsync();
        }

        var last = await box.Run([.. watch, "--polls", "1"]);
        await box.Run("export", "--from", "sqlite:once.db", "--to", "jsonl:once.exported");
        await box.Run("export", "--from", "sqlite:r.db", "--to", "jsonl:r.exported");
        Assert.Multiple(() =>
        {
            Assert.That(last.Code, Is.Zero, last.Error);
            Assert.That(box.Lines("r.jsonl"), Is.EqualTo(box.Lines("once.jsonl")));
            Assert.That(box.Json("r.jsonl").Count(record => record["duplicate_of"] is not null), Is.GreaterThan(20));
            Assert.That(box.Lines("r.exported"), Is.EquivalentTo(box.Lines("once.exported")).And.Length.GreaterThan(Enough));
        });
    }

    [Test]
    public async Task ADatabaseThatIsNamedLaterGetsAllThatWatchHasFound()
    {
        using var server = News(3);
        using var box = new Sandbox().Write("p.yml", Settings);
        string[] watch = ["watch", "--config", "p.yml", "--feed", $"{server["/feed"]}", "--out", "r.jsonl", "--polls", "1"];
        await box.Run(watch);
        var later = await box.Run([.. watch, "--to", "sqlite:r.db"]);
        var again = await box.Run([.. watch, "--to", "sqlite:r.db"]);
        Assert.That((later.Error, again.Error), Is.EqualTo(($"sqlite:r.db: {box.Lines("r.jsonl").Length} records stored\n", "sqlite:r.db: 0 records stored\n")));
    }

    [Test]
    public async Task ADatabaseIsKnownByItsPathAndOneThatIsGoneGetsAllAgain()
    {
        using var server = News(3);
        using var box = new Sandbox().Write("p.yml", Settings);
        string[] watch = ["watch", "--config", "p.yml", "--feed", $"{server["/feed"]}", "--out", "r.jsonl", "--polls", "1"];
        await box.Run([.. watch, "--to", "sqlite:r.db"]);
        var samePath = await box.Run([.. watch, "--to", "sqlite:./r.db"]);
        File.Delete(box["r.db"]);
        var anew = await box.Run([.. watch, "--to", "sqlite:r.db"]);
        Assert.That((samePath.Error, anew.Error), Is.EqualTo(("sqlite:./r.db: 0 records stored\n", $"sqlite:r.db: {box.Lines("r.jsonl").Length} records stored\n")));
    }

    [Test]
    public async Task WatchStoppedByTheUserEndsCleanly()
    {
        using var server = News(3);
        using var box = new Sandbox().Write("p.yml", Settings);
        using var process = box.Start("watch", "--config", "p.yml", "--feed", $"{server["/feed"]}", "--out", "r.jsonl");
        await Until(() => File.Exists(box["r.jsonl"]) && box.Lines("r.jsonl").Length >= 3);
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        var run = await Sandbox.End(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.That((run.Code, run.Error), Is.EqualTo((0, run.Error)));
        Assert.That(run.Error, Does.Contain("3 new pages").And.Contain("Stopped. All that was found is stored"));
        Assert.That(Directory.GetFiles(box.Root).Select(Path.GetFileName), Is.EquivalentTo(new[] { "p.yml", "r.jsonl", "r.jsonl.watch", "issues.jsonl" }));
    }

    [Test]
    [Platform("Linux")]
    public async Task ARunOfLocalFilesLoadsNothingOfTheWeb()
    {
        using var box = new Sandbox();
        using var process = box.Start("run", "-");
        await process.StandardInput.WriteLineAsync("{\"text\": \"The European Union imposed sanctions on Belarus on Monday.\"}");
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync();
        var loaded = File.ReadAllText($"/proc/{process.Id}/maps");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.That(loaded, Does.Contain("Extraction.Core.dll").And.Not.Contain("Extraction.Web.dll").And.Not.Contain("System.Net.Http.dll").And.Not.Contain("Polly"));
    }

    /// <summary>A feed and its articles; they give no date themselves.</summary>
    static LoopbackServer News(int articles)
    {
        var server = new LoopbackServer();
        var items = Enumerable.Range(0, articles).Select(i => $"<item><link>/{i}</link><pubDate>Tue, 07 Dec 2021 10:00:00 GMT</pubDate></item>");
        server.Page("/feed", $"<rss><channel>{string.Concat(items)}</channel></rss>", "application/rss+xml", "ETag: \"1\"");
        for (var i = 0; i < articles; i++)
        {
            server.Page($"/{i}", $"<html><body><h1>Sanctions, part {i}</h1><p>The European Union imposed sanctions on Belarus on Monday, officials said in Brussels.</p></body></html>");
        }

        return server;
    }

    static async Task Until(Func<bool> holds)
    {
        for (var i = 0; i < 1200 && !holds(); i++)
        {
            await Task.Delay(50);
        }
    }
}
