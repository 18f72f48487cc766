using System.Text.Json.Nodes;

namespace Extraction.Cli.Tests;

[TestFixture]
public sealed class ReportTests
{
    [Test]
    public async Task AReportIsOnePageAndTheSameAsJson()
    {
        using var box = new Sandbox();
        box.Write("in/a.txt", "Title\n\nThe museum opens on Monday.\n").Write("in/b.pdf", "x").Write("in/<c>.jsonl", "{oops\n");
        var run = await box.Run("run", "in", "--out", "r.jsonl", "--report", "report.html");
        Assert.That(run.Code, Is.EqualTo(1), run.Error);
        var page = File.ReadAllText(box["report.html"]);
        var json = JsonNode.Parse(File.ReadAllText(box["report.json"]))!;
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain("<svg").And.Contain("ingest/bad-json").And.Not.Contain("<script").And.Not.Contain("http"));
            Assert.That((long)json["documents"]!, Is.EqualTo(3));
            Assert.That((long)json["skipped"]!["unknown-type"]!, Is.EqualTo(1));
            Assert.That((long)json["failed"]!["ingest/bad-json"]!, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task QuietSaysNothingWhereAllIsWell()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "Title\n\nThe museum opens on Monday.\n");
        var run = await box.Run("run", "a.txt", "--out", "r.jsonl", "--quiet");
        Assert.That((run.Code, run.Error, run.Out), Is.EqualTo((0, "", "")));
    }

    [Test]
    public async Task AFilterGoesOnAfterABadLineAndSaysSoWithItsExitCode()
    {
        using var box = new Sandbox();
        var run = await box.Feed("{oops\n{\"id\": \"b\", \"text\": \"The museum opens on Monday.\"}\n[]\n", "run", "-", "--issues", "i.jsonl");
        Assert.That((run.Code, run.Out), Is.EqualTo((1, "")), run.Error);
        Assert.That(box.Issues("i.jsonl"), Is.EqualTo(new[] { "ingest/bad-json -#1", "ingest/bad-json -#3" }));
        Assert.That(run.Error, Does.Contain("3 read"));
    }

    [Test]
    public async Task TheGateChangesNoRecord()
    {
        using var box = new Sandbox();
        await box.Run("run", Sandbox.Samples, "--out", "with.jsonl", "--issues", "1.jsonl");
        await box.Run("run", Sandbox.Samples, "--out", "without.jsonl", "--issues", "2.jsonl", "--no-gate");
        Assert.That(File.ReadAllBytes(box["with.jsonl"]), Is.EqualTo(File.ReadAllBytes(box["without.jsonl"])));
    }
}
