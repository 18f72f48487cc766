namespace Extraction.Cli.Tests;

sealed class TrainTests
{
    [Test]
    public async Task Reviewed_files_that_do_not_fit_are_refused_all_at_once_and_nothing_is_touched()
    {
        using var sandbox = new Sandbox().Write("alone.jsonl", "").Write("models/reading/weights.bin", "as it was");
        var ended = await sandbox.Run("train", "--with", "alone.jsonl", "--with", "nowhere.jsonl");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ended.Code, Is.EqualTo(2));
            Assert.That(ended.Error, Does.Contain("alone.articles.jsonl: no such file").And.Contain("nowhere.jsonl: no such file"));
            Assert.That(await File.ReadAllTextAsync(sandbox["models/reading/weights.bin"]), Is.EqualTo("as it was"));
            Assert.That(Directory.GetFileSystemEntries(sandbox.Root), Has.Length.EqualTo(2));
        }
    }

    [TestCase("train", "tagger", "--with", "reviewed.jsonl")]
    [TestCase("train", "--force", "because")]
    [TestCase("train", "--with", "reviewed.jsonl", "--force", " ")]
    public async Task What_makes_no_sense_together_is_a_wrong_command_line(params string[] arguments)
    {
        using var sandbox = new Sandbox();
        var ended = await sandbox.Run(arguments);
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Error, Does.Contain("--with").Or.Contain("--force"));
    }
}
