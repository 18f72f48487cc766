using System.Diagnostics;

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

    [TestCase("-INT")]
    [TestCase("-TERM")]
    public async Task A_training_that_is_stopped_leaves_nothing_behind(string signal)
    {
        using var sandbox = new Sandbox();
        Copy(Sandbox.Repository("models"), sandbox["models"]);
        foreach (var file in Directory.EnumerateFiles(Sandbox.Repository("corpus", "dev")).Order(StringComparer.Ordinal).Take(90))
        {
            sandbox.Write($"corpus/train/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        sandbox.Write("corpus/test/bridge.txt", "The mayor opened a bridge. Nobody was sanctioned, he said.\n").Write("corpus/test/bridge.gold.json", "[]");
        sandbox.Write("r.jsonl", "").Write("r.articles.jsonl", """{"document_id": "port.txt", "article": 1, "whole": true, "reviewed": [], "text": "The port had a quiet day. No embargo was spoken of."}""");
        var before = Bytes(sandbox["models"]);
        using var process = sandbox.Start("train", "--with", "r.jsonl");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var patience = Stopwatch.StartNew();
        while (Directory.GetDirectories(sandbox.Root, "models.candidate-*").Length == 0 && !process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(120))
        {
            await Task.Delay(2);
        }

        using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
        var ended = await Sandbox.End(process, output, error);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ended.Code, Is.EqualTo(2), ended.Error);
            Assert.That(ended.Error, Does.Contain("stopped; the models are as they were"));
            Assert.That(Directory.GetDirectories(sandbox.Root).Select(Path.GetFileName), Is.EquivalentTo((string[])["corpus", "models"]));
            Assert.That(Bytes(sandbox["models"]), Is.EqualTo(before));
        }
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    static Dictionary<string, byte[]> Bytes(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes);

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
