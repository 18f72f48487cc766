using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Extraction.Cli.Tests;

/// <summary>load, export and run --to, by the real program.</summary>
[TestFixture]
public sealed class SinkTests
{
    const string Record = """
        {"actor":"Iran","action":"impose","target":"Acme","date":null,"justification":"=1+1; DROP TABLE records; --","status":"actual","measures":[],"target_type":"organization","objectives":[],"confidence":0.5,"id":"a1","event_id":"e1","document_id":"d","article":1,"evidence":[],"spans":{},"extractor":"t"}
        """;

    static string With(string field, string? value)
    {
        var record = JsonNode.Parse(Record)!.AsObject();
        record[field] = value;
        return record.ToJsonString();
    }

    [Test]
    public async Task LoadingTwiceIsLoadingOnce()
    {
        using var box = new Sandbox();
        box.Write("r.jsonl", Record + "\n" + With("id", "a2"));
        await box.Run("load", "r.jsonl", "--to", "sqlite:s.db");
        var second = await box.Run("load", "r.jsonl", "--to", "sqlite:s.db");
        var export = await box.Run("export", "--from", "sqlite:s.db", "--to", "jsonl:back.jsonl");
        Assert.That((second.Code, second.Error.Trim(), export.Code, box.Lines("back.jsonl").Length), Is.EqualTo((0, "sqlite:s.db: 2 records stored", 0, 2)));
    }

    [Test]
    public async Task ABadLineStopsTheLoad()
    {
        using var box = new Sandbox();
        box.Write("r.jsonl", Record + "\n" + With("status", "perhaps") + "\n" + With("id", "a3"));
        var run = await box.Run("load", "r.jsonl", "--to", "csv:r.csv");
        Assert.That((run.Code, File.Exists(box["r.csv"])), Is.EqualTo((2, false)));
        Assert.That(run.Error, Does.Contain("r.jsonl:2: status"));
    }

    [Test]
    public async Task ABadLineIsSkippedWhereTold()
    {
        using var box = new Sandbox();
        box.Write("r.jsonl", Record + "\n" + With("status", "perhaps") + "\n" + With("id", "a3"));
        var run = await box.Run("load", "r.jsonl", "--to", "csv:r.csv", "--on-error", "skip");
        Assert.That((run.Code, box.Lines("r.csv").Length), Is.EqualTo((1, 3)));
        Assert.That(run.Error, Does.Contain("r.jsonl:2: status"));
    }

    [Test]
    public async Task AFileThatWasCutOffIsNamed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Record));
        }

        using var box = new Sandbox().Write("r.jsonl.gz", packed.ToArray()[..^20]);
        var run = await box.Run("load", "r.jsonl.gz", "--to", "csv:r.csv");
        Assert.That((run.Code, run.Error), Is.EqualTo((2, run.Error)));
        Assert.That(run.Error, Does.StartWith("r.jsonl.gz: ").And.Contain("truncated"));
    }

    [Test]
    public async Task HostileWordsStayWords()
    {
        using var box = new Sandbox();
        box.Write("r.jsonl", With("target", "'); DELETE FROM records; --\u001b[2J\u202e=cmd|' /C calc'!A0"));
        await box.Run("load", "r.jsonl", "--to", "sqlite:s.db", "csv:r.csv");
        await box.Run("export", "--from", "sqlite:s.db", "--to", "jsonl:back.jsonl");
        var row = box.Lines("r.csv")[1];
        Assert.Multiple(() =>
        {
            Assert.That(box.Json("back.jsonl").Single()["target"]!.GetValue<string>(), Is.EqualTo("'); DELETE FROM records; --\u001b[2J\u202e=cmd|' /C calc'!A0"));
            Assert.That(row.Any(char.IsControl), Is.False);
            Assert.That(row, Does.Contain("'=1+1; DROP TABLE"));
        });
    }

    [Test]
    public async Task APasswordIsNeverTakenFromTheCommandLineNorShown()
    {
        using var box = new Sandbox();
        box.Write("r.jsonl", Record);
        foreach (var address in (string[])["postgres:Host=127.0.0.1;Port=1;Password=hunter2", "postgres://u:hunter2@127.0.0.1:1/db", "postgres:hunter2;=", "postgers://u:hunter2@h/d"])
        {
            var run = await box.Run("load", "r.jsonl", "--to", address);
            Assert.That((run.Code, run.Error.Contains("hunter2", StringComparison.Ordinal)), Is.EqualTo((2, false)), run.Error);
        }
    }

    [Test]
    public async Task APasswordFromAFileIsNotShownWhenTheServerIsAway()
    {
        using var box = new Sandbox();
        box.Write("r.jsonl", Record).Write("secret", "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=hunter2").Write("pipeline.yml", "sinks:\n  attempts: 2\n  pause_seconds: 0.01\n");
        var run = await box.Run("load", "r.jsonl", "--to", "postgres:file:secret");
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("postgres://127.0.0.1:1/d: PostgreSQL: ").And.Contain("trying again").And.Not.Contain("hunter2"));
    }

    [Test]
    public async Task TargetsAreFoundInLists()
    {
        using var box = new Sandbox();
        box.Write("r.jsonl", Record + "\n" + With("target", "Other").Replace("\"a1\"", "\"a2\"", StringComparison.Ordinal)).Write("list.json", """{"id":"Q7","schema":"Company","properties":{"name":["ACME LTD."]}}""");
        var run = await box.Run("load", "r.jsonl", "--to", "jsonl:linked.jsonl", "--lists", "list.json");
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(box.Json("linked.jsonl").Select(record => record["target_id"]?.GetValue<string>()), Is.EqualTo(new[] { "Q7", null }));
    }

    [Test]
    public async Task AListThatIsNoneIsSaid()
    {
        using var box = new Sandbox();
        box.Write("r.jsonl", Record).Write("list.json", "{}");
        var run = await box.Run("load", "r.jsonl", "--to", "jsonl:linked.jsonl", "--lists", "list.json");
        Assert.That((run.Code, run.Error.Trim()), Is.EqualTo((2, "list.json: no entry of a sanctions list is in it")));
    }

    [Test]
    public async Task ARunGoesIntoSinksToo()
    {
        using var box = new Sandbox();
        var run = await box.Run("run", Sandbox.Samples, "--out", "r.jsonl", "--to", "sqlite:s.db", "ftm:e.ftm.json");
        await box.Run("export", "--from", "sqlite:s.db", "--to", "jsonl:back.jsonl");
        Assert.That(run.Code, Is.LessThan(2), run.Error);
        Assert.That(box.Lines("back.jsonl").Order(StringComparer.Ordinal), Is.EqualTo(box.Lines("r.jsonl").Order(StringComparer.Ordinal)));
        Assert.That(File.Exists(box["e.ftm.json"]), Is.True);
    }
}
