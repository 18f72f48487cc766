using Extraction.Learning;

namespace Extraction.Tests.Learning;

public class ModelFolderTests
{
    private string _models = string.Empty;

    [SetUp]
    public void MakeModel()
    {
        _models = Path.Combine(Path.GetTempPath(), $"models-{Guid.NewGuid():N}");
        var card = new ModelCard("toy", "A toy.", 3, 0, "", "CC0-1.0", [new ModelSource("none", "CC0-1.0", "00")], [new ModelScore("toys", 50)]);
        ModelFolder.Save(_models, card, SectionFile.Write(("weights", [1, 2, 3]), SectionFile.OfLines("tags", ["a", "b"])));
    }

    [TearDown]
    public void RemoveModel() => Directory.Delete(_models, recursive: true);

    [Test]
    public void What_was_saved_is_loaded()
    {
        var model = ModelFolder.Load(_models, "toy", 3);
        Assert.Multiple(() =>
        {
            Assert.That(model.Weights.Section("weights").ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
            Assert.That(model.Weights.Lines("tags"), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(model.Card.Scores[0].Value, Is.EqualTo(50));
        });
    }

    [Test]
    public void A_missing_file_is_named_with_what_to_do()
    {
        File.Delete(Weights);
        Assert.That(() => Load(3), Throws.TypeOf<ModelException>().With.Message.Contains(Weights).And.Message.Contains("extraction train toy"));
    }

    [Test]
    public void A_changed_file_is_refused_by_its_hash()
    {
        var bytes = File.ReadAllBytes(Weights);
        bytes[^1] ^= 1;
        File.WriteAllBytes(Weights, bytes);
        Assert.That(() => Load(3), Throws.TypeOf<ModelException>().With.Message.Contains(Weights).And.Message.Contains("sha256"));
    }

    [Test]
    public void Another_feature_version_is_refused() =>
        Assert.That(() => Load(4), Throws.TypeOf<ModelException>().With.Message.Contains("feature version 3, this program needs 4"));

    [Test]
    public void A_broken_card_is_refused()
    {
        File.WriteAllText(Path.Combine(_models, "toy", "card.json"), "{");
        Assert.That(() => Load(3), Throws.TypeOf<ModelException>().With.Message.Contains("card.json"));
    }

    private string Weights => Path.Combine(_models, "toy", "weights.bin");

    private ModelFolder Load(int version) => ModelFolder.Load(_models, "toy", version);
}
