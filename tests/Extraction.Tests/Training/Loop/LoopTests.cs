using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Learning;
using Extraction.Relate.Scoring;
using Extraction.Tests.House;
using Extraction.Training.Evaluation;
using Extraction.Training.Loop;
using Extraction.Training.Relate;
using Extraction.Training.Relate.Reading;

namespace Extraction.Tests.Training.Loop;

/// <summary>The whole loop, on a small part of the corpus so that it takes a minute and not an hour: reviewed records in, models replaced or not.</summary>
[Category("slow")]
public sealed class LoopTests
{
    const int TrainingArticles = 20;
    const int TestArticles = 6;

    static readonly ReadingOptions Quick = new(MinCount: 2) { First = new(6, 0.004f, 2), Second = new(2, 0.002f, 1, Forgotten: 0.1f) };

    /// <summary>Nothing is learnt: what comes of it must be worse.</summary>
    static readonly ReadingOptions Idle = Quick with { First = new(1, 0, 1), Second = new(0, 0, 1) };

    readonly TempFolder folder = new();
    string reviewed = "";

    string Corpus => Path.Combine(folder.Path, "corpus");

    /// <summary>The models before: trained without the phenomenon.</summary>
    string Before => Path.Combine(folder.Path, "before");

    [OneTimeSetUp]
    public void Train()
    {
        Some("train", TrainingArticles);
        Some("test", TestArticles);
        foreach (var model in (string[])["clusters", "names", "parser", "tagger", "vectors"])
            Copy(Repository.Path("models", model), Path.Combine(Before, model));
        Annotate("corpus/train", CappedPen.Ordinary("plain", 0, 40));
        Annotate("corpus/test", CappedPen.Ordinary("plain", 40, 30));
        RelateTask.Train(Corpus, Before, _ => { }, null, Quick);
        var corrected = CappedPen.Corrected().ToList();
        reviewed = Reviewed.Write(folder, "reviewed", corrected.Select(c => c.Record), corrected.Select(c => c.Article));
        Annotate("unseen", CappedPen.Unseen());
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void Fifty_corrections_of_a_phenomenon_that_the_model_misses_make_it_right()
    {
        var models = Models("learns");
        var (missed, ordinary) = (Measured("unseen", models), Measured("corpus/test", models));
        var (replaced, output) = Run(new() { With = [reviewed], Corpus = Corpus, Models = models, Reading = Quick, Force = "so small a test split proves little" });
        var found = Measured("unseen", models);
        TestContext.Out.WriteLine($"{output}\nbefore: {TextReport.Line(missed)}\nafter: {TextReport.Line(found)}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(missed.Core.Recall, Is.LessThanOrEqualTo(0.2), "of articles that are not among the fifty, before");
            Assert.That(found.Core.Recall, Is.GreaterThanOrEqualTo(0.8), "and after");
            Assert.That(found.Core.Precision, Is.GreaterThanOrEqualTo(0.8));
            Assert.That(Measured("corpus/test", models).Core.F1, Is.GreaterThan(ordinary.Core.F1 - 0.1), "and ordinary news is read as before");
            Assert.That(replaced, Is.True);
        }
    }

    [Test]
    public void Models_that_are_worse_are_refused_and_the_old_ones_stay_byte_for_byte()
    {
        var models = Models("refuses");
        var before = Hashes(models);
        var (replaced, output) = Run(new() { With = [reviewed], Corpus = Corpus, Models = models, Reading = Idle });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(replaced, Is.False);
            Assert.That(output, Does.Contain("previous").And.Contain("core_recall").And.Contain("The new models are worse").And.Contain("--force REASON"));
            Assert.That(Hashes(models), Is.EqualTo(before));
            Assert.That(Directory.GetDirectories(folder.Path, "refuses.candidate*"), Is.Empty, "no candidate is left behind");
        }
    }

    [Test]
    public void With_a_reason_worse_models_replace_the_old_ones_and_their_card_says_why()
    {
        var models = Models("forced");
        var (replaced, output) = Run(new() { With = [reviewed], Corpus = Corpus, Models = models, Reading = Idle, Force = "the definition has changed" });
        var card = File.ReadAllText(Path.Combine(models, RelationModels.Name, ModelFolder.CardName));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(replaced, Is.True);
            Assert.That(output, Does.Contain("because: the definition has changed"));
            Assert.That(card, Does.Contain("kept because: the definition has changed").And.Contain("reviewed.jsonl").And.Contain("of the model before"));
            Assert.That(() => RelationModels.Load(models), Throws.Nothing);
            Assert.That(Directory.GetDirectories(folder.Path, "forced.candidate*"), Is.Empty);
        }
    }

    [Test]
    public void An_article_of_the_test_split_teaches_nothing()
    {
        var page = Directory.GetFiles(Path.Combine(Corpus, "test"), "w*.txt").Order(StringComparer.Ordinal).First();
        var file = Reviewed.Write(folder, "overlap", [], [Reviewed.Article("renamed.txt", File.ReadAllText(page))]);
        var models = Models("overlap");
        var before = Hashes(models);
        var fault = Assert.Throws<ReviewedException>(() => Run(new() { With = [file], Corpus = Corpus, Models = models }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault!.Message, Does.Contain("renamed.txt").And.Contain(Path.GetFileNameWithoutExtension(page)).And.Contain("corpus/test"));
            Assert.That(Hashes(models), Is.EqualTo(before));
        }
    }

    static (bool Replaced, string Output) Run(LoopOptions options)
    {
        using var output = new StringWriter();
        return (LoopTask.Run(options, output, _ => { }), output.ToString());
    }

    EvaluationResult Measured(string split, string models) =>
        EvaluateTask.Evaluate(Path.Combine(folder.Path, split), null, documents => ModelRun.Extract(documents, models, _ => { }));

    string Models(string name)
    {
        Copy(Before, Path.Combine(folder.Path, name));
        return Path.Combine(folder.Path, name);
    }

    /// <summary>A part of the corpus: plain-text articles spread over a split.</summary>
    void Some(string split, int count)
    {
        string[] pages = [.. Directory.GetFiles(Repository.Path("corpus", split), "*.txt").Order(StringComparer.Ordinal)];
        for (var i = 0; i < count; i++)
        {
            var stem = Path.ChangeExtension(pages[i * pages.Length / count], null);
            foreach (var ending in (string[])[".txt", ".meta.json", ".gold.json"])
                if (File.Exists(stem + ending)) folder.Write($"corpus/{split}/{Path.GetFileName(stem)}{ending}", File.ReadAllText(stem + ending));
        }
    }

    void Annotate(string split, IEnumerable<(ReviewedArticleLine Article, SanctionsRecord Record)> articles)
    {
        foreach (var (article, record) in articles)
        {
            var stem = Path.GetFileNameWithoutExtension(article.DocumentId);
            folder.Write($"{split}/{stem}.txt", article.Text);
            folder.Write($"{split}/{stem}.gold.json", new JsonArray(new JsonObject
            {
                ["actor"] = record.Actor,
                ["action"] = record.Action,
                ["status"] = record.Status,
                ["action_text"] = record.ActionText,
                ["evidence"] = new JsonArray(record.Evidence[0].Text),
                ["targets"] = new JsonArray(new JsonObject { ["target"] = record.Target, ["target_type"] = record.TargetType }),
            }).ToJsonString());
        }
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    static string[] Hashes(string models) =>
        [.. Directory.GetFiles(models, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{Path.GetRelativePath(models, f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")];
}
