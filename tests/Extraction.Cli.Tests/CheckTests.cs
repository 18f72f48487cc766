namespace Extraction.Cli.Tests;

[TestFixture]
public sealed class CheckTests
{
    [Test]
    public async Task WithNothingWrongItSaysSo()
    {
        using var box = new Sandbox();
        var run = await box.Run("check", Sandbox.Samples, "--config", Sandbox.Repository("pipeline.yml"));
        Assert.That((run.Code, run.Error), Is.EqualTo((0, $"All well.{Environment.NewLine}")));
    }

    [Test]
    public async Task ConfigurationAndInputsAreCheckedTogether()
    {
        using var box = new Sandbox().Write("p.yml", "rum:\nlog:\n  level: loud\n");
        var run = await box.Run("check", "nowhere", "gone/*.txt", "--config", "p.yml");
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error.Split(Environment.NewLine), Is.EqualTo(new[]
        {
            "p.yml:1: 'rum' is no key at the top; write 'run'",
            "p.yml:3: log.level is 'loud'; write one of debug, information, warning, error",
            "nowhere: no such file or folder (use - for JSON Lines on standard input)",
            "gone/*.txt: the folder that this pattern starts from does not exist",
            "4 to mend.",
            "",
        }));
    }

    [Test]
    public async Task APatternThatNoFileFitsIsSaid()
    {
        using var box = new Sandbox().Write("mine/a.txt", "The museum opens on Monday.");
        var check = await box.Run("check", "mine/*.foo", "*.txt", "mine/*.txt");
        var run = await box.Run("run", "mine/**/*.foo", "mine/*.txt", "--out", "r.jsonl");
        Assert.Multiple(() =>
        {
            Assert.That((check.Code, check.Error), Is.EqualTo((2, "mine/*.foo: no file fits this pattern\n*.txt: no file fits this pattern\n2 to mend.\n")));
            Assert.That((run.Code, run.Error.Split('\n')[0]), Is.EqualTo((0, "mine/**/*.foo: no file fits this pattern")));
        });
    }

    [Test]
    public async Task AConfigurationNamedButNotThereIsAFault()
    {
        using var box = new Sandbox();
        var run = await box.Run("check", "--config", "p.yml");
        Assert.That((run.Code, run.Error), Is.EqualTo((2, $"p.yml: no such file{Environment.NewLine}1 to mend.{Environment.NewLine}")));
    }

    [Test]
    public async Task AMissingModelIsNamedBeforeAnythingRuns()
    {
        using var box = new Sandbox().Write("p.yml", "models:\n  folder: elsewhere\n").Write("a.txt", "The EU sanctioned Iran.");
        var check = await box.Run("check", "--config", "p.yml");
        var run = await box.Run("run", "a.txt", "--config", "p.yml", "--out", "r.jsonl");
        Assert.Multiple(() =>
        {
            Assert.That((check.Code, run.Code), Is.EqualTo((2, 2)));
            Assert.That(check.Error, Does.Contain("elsewhere/tagger"));
            Assert.That(run.Error, Does.Contain("elsewhere/tagger"));
            Assert.That(File.Exists(box["r.jsonl"]), Is.False);
        });
    }
}
