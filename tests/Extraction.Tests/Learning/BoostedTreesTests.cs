using Extraction.Learning.Trees;

namespace Extraction.Tests.Learning;

public sealed class BoostedTreesTests
{
    [Test]
    public void What_two_values_decide_together_is_learned()
    {
        var trees = Either().Fit(new());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trees.Weigh([0.9f, 0.1f, 5]), Is.GreaterThan(1));
            Assert.That(trees.Weigh([0.1f, 0.9f, 5]), Is.GreaterThan(1));
            Assert.That(trees.Weigh([0.9f, 0.9f, 5]), Is.LessThan(-1));
            Assert.That(trees.Weigh([0.1f, 0.1f, 5]), Is.LessThan(-1));
        }
    }

    [Test]
    public void Saved_and_loaded_they_say_the_same()
    {
        var trees = Either().Fit(new(Trees: 50));
        var again = BoostedTrees.Load(new(new MemoryStream(Bytes(trees))));
        foreach (var (values, _) in Examples()) Assert.That(again.Weigh(values), Is.EqualTo(trees.Weigh(values)));
    }

    [Test]
    public void The_same_examples_give_the_same_bytes()
    {
        var (first, second) = (Bytes(Either().Fit(new(Trees: 30))), Bytes(Either().Fit(new(Trees: 30))));
        Assert.That(first, Is.EqualTo(second));
    }

    [Test]
    public void Without_examples_the_odds_are_even()
    {
        var none = new BoostedTreesTrainer().Fit(new());
        Assert.That(BoostedTrees.Load(new(new MemoryStream(Bytes(none)))).Weigh([1, 2, 3]), Is.Zero);
    }

    [Test]
    public void Another_number_of_values_is_refused()
    {
        var trees = Either().Fit(new(Trees: 5));
        Assert.That(() => trees.Weigh([1, 2]), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Damaged_bytes_are_refused()
    {
        var whole = Bytes(Either().Fit(new(Trees: 5)));
        foreach (var length in (int[])[0, 11, 12, 40, whole.Length - 1])
            Assert.That(() => BoostedTrees.Load(new(new MemoryStream(whole[..length]))), Throws.InstanceOf<EndOfStreamException>(), $"{length} bytes");
        var values = whole.ToArray();
        values[0] = 1;
        Assert.That(() => BoostedTrees.Load(new(new MemoryStream(values))), Throws.InstanceOf<InvalidDataException>());
    }

    // Right where one of two values is high, but not both; the third says nothing.
    static IEnumerable<(float[] Values, bool Right)> Examples()
    {
        for (var i = 0; i < 2000; i++)
        {
            var (a, b) = (i * 7 % 100 / 100f, i * 13 % 97 / 97f);
            yield return ([a, b, i % 10], a > 0.5f != b > 0.5f);
        }
    }

    static BoostedTreesTrainer Either()
    {
        var trainer = new BoostedTreesTrainer();
        foreach (var (values, right) in Examples())
        {
            trainer.Add(values, right);
            trainer.NextGroup();
        }

        return trainer;
    }

    static byte[] Bytes(BoostedTrees trees)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        trees.Save(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
