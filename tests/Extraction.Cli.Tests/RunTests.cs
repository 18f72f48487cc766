using System.Text.Json.Nodes;
using Extraction.Record;

namespace Extraction.Cli.Tests;

/// <summary>What a run does, seen from outside: the real program in a temporary folder.</summary>
[TestFixture]
public sealed class RunTests
{
    [Test]
    public async Task TheSamplesAreReadWithoutAFailure()
    {
        using var box = new Sandbox();
        var run = await box.Run("run", Sandbox.Samples, "--out", "records.jsonl", "--articles", "articles.jsonl");
        Assert.That(run.Code, Is.Zero, run.Error);
        var documents = box.Json("articles.jsonl").Select(a => (string)a["document_id"]!).Distinct().ToList();
        Assert.That(documents, Has.Count.EqualTo(15));
        Assert.That(box.Lines("issues.jsonl"), Is.Empty);
    }

    [Test]
    public async Task TheSamplesGiveRecordsThatAreReadBackStrictlyAndWhoseSpansFitTheArticles()
    {
        using var box = new Sandbox();
        await box.Run("run", Sandbox.Samples, "--out", "records.jsonl", "--articles", "articles.jsonl");
        using var lines = File.OpenText(box["records.jsonl"]);
        var records = RecordJson.ReadLines(lines, "records.jsonl").ToList();
        var texts = box.Json("articles.jsonl").ToDictionary(a => ((string)a["document_id"]!, (int)a["article"]!), a => ((string)a["text"]!).EnumerateRunes().ToArray());
        var evidence =
            from record in records
            from sentence in record.Evidence
            let runes = texts[(record.DocumentId, record.Article)][sentence.Start..sentence.End]
            select (Said: Words(sentence.Text), Found: Words(string.Concat(runes)));
        Assert.Multiple(() =>
        {
            Assert.That(records.Select(r => r.DocumentId).Distinct().Count(), Is.GreaterThan(8));
            Assert.That(records.Select(r => r.Id), Is.Unique);
            Assert.That(evidence.Where(e => e.Said != e.Found), Is.Empty);
        });

        static string Words(string text) => string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Test]
    public async Task TheSummarySaysWhatBecameOfEverything()
    {
        using var box = new Sandbox();
        var run = await box.Run("run", Sandbox.Samples, "--out", "records.jsonl");
        Assert.That(run.Error, Does.Match(@"Documents +\d+ read in [\d.]+ s \(\d+ a second\)")
            .And.Match(@"Articles +\d+ found").And.Match(@"Skipped +\d+: .*irrelevant \d+").And.Match("Failed +0").And.Match(@"Records +\d+"));
    }

    [Test]
    public async Task ArticlesCarryTheirTextWithOrWithoutRecords()
    {
        using var box = new Sandbox();
        box.Write("in/a.txt", "Title\n\nThe museum opens on Monday.\n");
        var run = await box.Run("run", "in", "--out", "records.jsonl", "--articles", "articles.jsonl");
        var article = box.Json("articles.jsonl").Single().AsObject();
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(article.Select(field => field.Key), Is.EqualTo(new[] { "document_id", "article", "title", "published", "url", "text" }));
        Assert.That((string)article["document_id"]!, Is.EqualTo("a.txt"));
    }

    [Test]
    public async Task TheOutputIsTheSameBytesWhateverTheParallelism()
    {
        using var box = new Sandbox();
        for (var copy = 0; copy < 12; copy++)
        {
            foreach (var file in Directory.EnumerateFiles(Sandbox.Samples))
            {
                box.Write($"in/{copy}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
            }

            box.Write($"in/{copy}/broken.jsonl", "{\"id\": \"x\", \"text\": \"The EU sanctioned Iran.\"}\n{oops\n");
        }

        box.Write("one.yml", "run: {parallelism: 1, capacity: 1}").Write("eight.yml", "run: {parallelism: 8}");
        await box.Run("run", "in", "--config", "one.yml", "--out", "1.jsonl", "--articles", "1a.jsonl", "--issues", "1i.jsonl");
        await box.Run("run", "in", "--config", "eight.yml", "--out", "8.jsonl", "--articles", "8a.jsonl", "--issues", "8i.jsonl");
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllBytes(box["8.jsonl"]), Is.EqualTo(File.ReadAllBytes(box["1.jsonl"])));
            Assert.That(File.ReadAllBytes(box["8a.jsonl"]), Is.EqualTo(File.ReadAllBytes(box["1a.jsonl"])));
            Assert.That(File.ReadAllBytes(box["8i.jsonl"]), Is.EqualTo(File.ReadAllBytes(box["1i.jsonl"])));
            Assert.That(box.Lines("8i.jsonl"), Has.Length.EqualTo(12));
            Assert.That(box.Lines("8a.jsonl"), Has.Length.GreaterThan(150));
        });
    }

    [Test]
    public async Task StandardInputIsReadAsJsonLinesAndOnlyRecordsGoToStandardOutput()
    {
        using var box = new Sandbox();
        var run = await box.Feed("{\"id\": \"a\", \"text\": \"The museum opens on Monday.\"}\n", "run", "-");
        Assert.That((run.Code, run.Out), Is.EqualTo((0, "")), run.Error);
        Assert.That(run.Error, Does.Contain("Documents    1 read"));
    }

    [Test]
    public async Task AFilterAnswersALineBeforeTheNextOneComes()
    {
        using var box = new Sandbox();
        using var process = box.Start("run", "-");
        await process.StandardInput.WriteLineAsync(/*lang=json,strict*/ "{\"id\": \"a\", \"text\": \"The European Union imposed sanctions on Belarus on Monday.\"}");
        await process.StandardInput.FlushAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line = await process.StandardOutput.ReadLineAsync(patience.Token);
        Assert.That((string)JsonNode.Parse(line!)!["document_id"]!, Is.EqualTo("a"));
        process.StandardInput.Close();
        await process.WaitForExitAsync(patience.Token);
    }

    [Test]
    public async Task GivenTheDateOfTheRunDocumentsWithoutOneTakeIt()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "Title\n\nThe museum opens on Monday.\n");
        await box.Run("run", "a.txt", "--published", "2021-12-07", "--articles", "articles.jsonl", "--out", "r.jsonl");
        Assert.That((string?)box.Json("articles.jsonl").Single()["published"], Is.EqualTo("2021-12-07"));
    }

    [Test]
    public async Task AConfiguredLogIsOneJsonObjectALine()
    {
        using var box = new Sandbox();
        box.Write("p.yml", "log:\n  file: run.log\n").Write("in.jsonl", "{oops\n");
        await box.Run("run", "in.jsonl", "--config", "p.yml", "--out", "r.jsonl");
        Assert.That((string)box.Json("run.log").First()["Properties"]!["Code"]!, Is.EqualTo("ingest/bad-json"));
    }

    [Test]
    public async Task TwoRunsDoNotWriteOneFile()
    {
        using var box = new Sandbox().Write("a.txt", "The European Union imposed sanctions on Belarus.");
        using var first = box.Start("run", "-", "--out", "r.jsonl", "--articles", "/dev/stdout");
        await first.StandardInput.WriteLineAsync("{\"text\": \"The European Union imposed sanctions on Belarus.\"}");
        await first.StandardInput.FlushAsync();
        await first.StandardOutput.ReadLineAsync();
        var second = await box.Run("run", "a.txt", "--out", "r.jsonl", "--issues", "i.jsonl");
        first.StandardInput.Close();
        await first.WaitForExitAsync();
        Assert.That((first.ExitCode, second.Code), Is.EqualTo((0, 2)));
        Assert.That(second.Error, Does.StartWith("r.jsonl: cannot be written: "));
    }

    [Test]
    public async Task TheSchemaPrintedIsTheOneCommitted()
    {
        using var box = new Sandbox();
        var run = await box.Run("schema");
        Assert.That(run.Out, Is.EqualTo(File.ReadAllText(Sandbox.Repository("src", "Extraction", "Record", "record.schema.json"))));
    }

    [Test]
    public async Task StoppedByTheUserItEndsCleanlyAndPublishesNothing()
    {
        using var box = new Sandbox();
        box.Write("old.jsonl", "old\n");
        using var process = box.Start("run", "-", "--out", "old.jsonl", "--articles", "/dev/stdout");
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteLineAsync("{\"id\": \"a\", \"text\": \"The European Union imposed sanctions on Belarus.\"}");
        await process.StandardInput.FlushAsync();
        await Task.Delay(1500);
        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]);
        var run = await Sandbox.End(process, process.StandardOutput.ReadToEndAsync(), error);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("Stopped. Nothing was published.").And.Contain("Documents    1 read"));
            Assert.That(box.Lines("old.jsonl"), Is.EqualTo(new[] { "old" }));
            Assert.That(Directory.EnumerateFiles(box.Root).Select(Path.GetFileName), Is.EqualTo(new[] { "old.jsonl" }));
        });
    }
}
