namespace Extraction.Cli.Tests;

/// <summary>Outputs take no place of anything but outputs, and what cannot be written is said before anything runs.</summary>
[TestFixture]
public sealed class OutputTests
{
    const string Article = "Sanctions\n\nThe European Union imposed sanctions on Belarus on Monday.\n";

    const string Record = """
        {"actor":"Iran","action":"impose","target":"Acme","date":null,"justification":null,"status":"actual","measures":[],"target_type":"organization","objectives":[],"confidence":0.5,"id":"a1","event_id":"e1","document_id":"d","article":1,"evidence":[],"spans":{},"extractor":"t"}
        """;

    [TestCase("folder/article.txt", "--out", "folder/article.txt")]
    [TestCase("folder/agency.json", "--out", "r.jsonl", "--report", "folder/agency.html")]
    [TestCase("folder/article.txt", "--out", "r.jsonl", "--to", "csv:folder/article.txt")]
    public async Task NoFileOfAFolderThatIsReadIsOverwritten(string file, params string[] outputs)
    {
        using var box = new Sandbox().Write("folder/article.txt", Article).Write("folder/agency.json", $$"""{"text": "Belarus"}""");
        var before = File.ReadAllText(box[file]);
        var run = await box.Run(["run", "folder", .. outputs]);
        Assert.That((run.Code, run.Error), Is.EqualTo((2, $"{file}: is a file of a folder that this run reads, and would be overwritten; name another output, or move the file away\n")));
        Assert.That(File.ReadAllText(box[file]), Is.EqualTo(before));
    }

    [Test]
    public async Task WhatAnEarlierRunWroteIntoTheFolderIsOverwritten()
    {
        using var box = new Sandbox().Write("folder/article.txt", Article).Write("folder/broken.json", "{oops");
        string[] arguments =
        [
            "run", "folder", "--out", "folder/records.jsonl", "--articles", "folder/articles.jsonl", "--report", "folder/report.html",
            "--to", "csv:folder/r.csv", "--to", "ftm:folder/ftm.json", "--to", "events:folder/events.csv", "--to", "sqlite:folder/s.db",
        ];
        var first = await box.Run(arguments);
        Assert.That(first.Code, Is.EqualTo(1), first.Error);
        string[] written = [.. Directory.GetFiles(box["folder"]).Where(path => new FileInfo(path).Length > 0)];
        Assert.That(written, Has.Length.EqualTo(11), "an output is empty, and would tell nothing");
        var records = File.ReadAllBytes(box["folder/records.jsonl"]);
        var second = await box.Run(arguments);
        Assert.That(second.Code, Is.EqualTo(1), second.Error);
        Assert.That(File.ReadAllBytes(box["folder/records.jsonl"]), Is.EqualTo(records));
    }

    [TestCase("load", "r.jsonl", "--to", "jsonl:r.jsonl")]
    [TestCase("export", "--from", "r.jsonl", "--to", "csv:r.jsonl")]
    [TestCase("export", "--from", "jsonl:r.jsonl", "--to", "csv:r.jsonl")]
    public async Task ATransferDoesNotWriteOverWhatItReads(params string[] arguments)
    {
        using var box = new Sandbox().Write("r.jsonl", Record);
        var run = await box.Run(arguments);
        Assert.That((run.Code, run.Error), Is.EqualTo((2, "r.jsonl: is an input of this run and would be overwritten; name another output\n")));
        Assert.That(File.ReadAllText(box["r.jsonl"]), Is.EqualTo(Record));
    }

    [TestCase("load", "r.jsonl", "--to", "sqlite:same.db", "--to", "csv:./same.db")]
    [TestCase("export", "--from", "r.jsonl", "--to", "sqlite:same.db", "csv:./same.db")]
    public async Task ATransferDoesNotWriteTwoOutputsToOneFile(params string[] arguments)
    {
        using var box = new Sandbox().Write("r.jsonl", Record);
        var run = await box.Run(arguments);
        Assert.That((run.Code, run.Error), Is.EqualTo((2, "same.db: two outputs would be written to this file; give them different names\n")));
        Assert.That(File.Exists(box["same.db"]), Is.False);
    }

    [Test]
    public async Task ATransferDoesNotWriteOverAList()
    {
        const string list = """{"id":"Q7","schema":"Company","properties":{"name":["ACME LTD."]}}""";
        using var box = new Sandbox().Write("r.jsonl", Record).Write("list.json", list);
        var run = await box.Run("load", "r.jsonl", "--to", "jsonl:list.json", "--lists", "list.json");
        Assert.That((run.Code, File.ReadAllText(box["list.json"])), Is.EqualTo((2, list)), run.Error);
    }

    [Test]
    public async Task AMergeWritesNeitherOverItsShardsNorTwoOutputsToOneFile()
    {
        using var box = new Sandbox().Write("in/a.txt", Article);
        await box.Run("batch", "in", "--tasks", "1", "--out", "job");
        await box.Run("task", "job", "0");
        (string[] Outputs, string Words)[] cases =
        [
            (["--out", "m.jsonl", "--report", "m.jsonl"], "m.jsonl: two outputs would be written to this file; give them different names\n"),
            (["--out", "issues.jsonl"], "issues.jsonl: two outputs would be written to this file; give them different names\n"),
            (["--out", "job/shards/0000/records.jsonl", "--issues", "i.jsonl"], "job/shards/0000/records.jsonl: lies in the folder of a shard, which is read; name another output\n"),
            (["--out", "m.jsonl", "--issues", "job/plan.json"], "job/plan.json: is an input of this run and would be overwritten; name another output\n"),
        ];
        foreach (var (outputs, words) in cases)
        {
            var refused = await box.Run(["merge", "job", .. outputs]);
            Assert.That((refused.Code, refused.Error), Is.EqualTo((2, words)));
        }

        var merged = await box.Run("merge", "job", "--out", "job/records.jsonl");
        Assert.That(merged.Code, Is.Zero, merged.Error);
    }

    [TestCase("nowhere/r.jsonl", "--out", "nowhere/r.jsonl", "--articles", "nowhere/a.jsonl")]
    [TestCase("nowhere/r.html", "--out", "r.jsonl", "--report", "nowhere/r.html")]
    public async Task AFolderThatIsMissingIsSaidOnceBeforeAnythingRuns(string named, params string[] outputs)
    {
        using var box = new Sandbox().Write("a.txt", Article);
        var run = await box.Run(["run", "a.txt", .. outputs]);
        Assert.That((run.Code, run.Error), Is.EqualTo((2, $"{named}: the folder nowhere does not exist; make it, or name another\n")));
        Assert.That(File.Exists(box["r.jsonl"]), Is.False);
    }

    [Test]
    public async Task AWatchSaysTheMissingFolderToo()
    {
        using var box = new Sandbox();
        var run = await box.Run("watch", "--feed", "https://news.example/", "--out", "nowhere/w.jsonl");
        Assert.That((run.Code, run.Error), Is.EqualTo((2, "nowhere/w.jsonl: the folder nowhere does not exist; make it, or name another\n")));
    }

    [Test]
    public async Task AMergeSaysTheMissingFolderOfItsReportFirst()
    {
        using var box = new Sandbox().Write("in/a.txt", Article);
        await box.Run("batch", "in", "--tasks", "1", "--out", "job");
        await box.Run("task", "job", "0");
        var merge = await box.Run("merge", "job", "--out", "r.jsonl", "--report", "nowhere/r.html");
        Assert.That((merge.Code, merge.Error), Is.EqualTo((2, "nowhere/r.html: the folder nowhere does not exist; make it, or name another\n")));
        Assert.That(File.Exists(box["r.jsonl"]), Is.False);
    }

    [Test]
    public async Task AReportThatFailsIsSaidWithWhatWasPublished()
    {
        using var box = new Sandbox().Write("a.txt", Article);
        Directory.CreateDirectory(box["page.html"]);
        var run = await box.Run("run", "a.txt", "--out", "r.jsonl", "--report", "page.html");
        Assert.Multiple(() =>
        {
            Assert.That((run.Code, File.Exists(box["r.jsonl"])), Is.EqualTo((2, true)));
            Assert.That(run.Error, Does.StartWith("page.html: the report cannot be written: ").And.Contain(". All other outputs are complete and published.\n"));
            Assert.That(run.Error, Does.Match(@"Documents +1 read").And.Not.Contain("Nothing was published").And.Not.Contain("--resume"));
        });
    }
}
