namespace Extraction.Cli.Tests;

/// <summary>Copies of a wire report: marked, not dropped.</summary>
[TestFixture]
public sealed class CopiesTests
{
    const string Report = "The European Union on Monday imposed sanctions on Viktor Karela, the head of the Orsk Machine Works, for supplying engines to the army, diplomats said in Brussels. His assets in the bloc were frozen and he may not travel there.\n\n" +
        "Ministers had discussed the step for months, and two governments that buy machines from the works asked for more time until a last compromise was found late on Sunday.\n\nThe company did not answer questions. It employs four thousand people and has been the largest in its region for decades.\n";

    [Test]
    public async Task ACopyUnderAnotherHeadlineSaysWhatItIsACopyOf()
    {
        using var box = Filled();
        var run = await box.Run("run", "in", "--out", "r.jsonl");
        var records = box.Json("r.jsonl");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.Zero, run.Error);
            Assert.That(records.Where(r => (string)r["document_id"]! == "b.txt").Select(r => ((string?)r["duplicate_of"], (int?)r["duplicate_article"])).Distinct(), Is.EqualTo(new (string?, int?)[] { ("a.txt", 1) }));
            Assert.That(records.Where(r => (string)r["document_id"]! != "b.txt" && r["duplicate_of"] is not null), Is.Empty);
            Assert.That(records.Select(r => (string)r["document_id"]!).Distinct(), Is.EqualTo(new[] { "a.txt", "b.txt", "c.txt" }));
            Assert.That(Directory.EnumerateFiles(box.Root).Select(Path.GetFileName), Is.EquivalentTo(new[] { "r.jsonl", "issues.jsonl", "p.yml" }));
        });
    }

    [TestCase("--no-copies")]
    [TestCase("--config", "p.yml")]
    public async Task AnOptionSwitchesItOff(params string[] option)
    {
        using var box = Filled();
        await box.Run(["run", "in", "--out", "r.jsonl", .. option]);
        Assert.That(box.Json("r.jsonl").Where(r => r["duplicate_of"] is not null), Is.Empty);
        Assert.That(box.Json("r.jsonl"), Is.Not.Empty);
    }

    [Test]
    public async Task AFilterKeepsNothingBetweenLines()
    {
        using var box = new Sandbox();
        var line = System.Text.Json.JsonSerializer.Serialize(new { text = Report }) + "\n";
        var run = await box.Feed(line + line, "run", "-");
        Assert.That(run.OutLines, Has.Length.GreaterThan(1));
        Assert.That(run.Out, Does.Not.Contain("duplicate_of"));
    }

    static Sandbox Filled() => new Sandbox()
        .Write("in/a.txt", "EU hits head of Orsk works\n\n" + Report)
        .Write("in/b.txt", "Brussels freezes assets of engine maker's boss\n\n(Agency) - " + Report + "\nReporting by our staff.\n")
        .Write("in/c.txt", "Canada blacklists general\n\nCanada imposed sanctions on General Samir Toubal on Tuesday, accusing him of ordering the shooting of protesters, the foreign ministry said.\n")
        .Write("p.yml", "copies: {find: false}\n");
}
