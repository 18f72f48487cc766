using Extraction.Learning;

namespace Extraction.Tests.Learning;

public class PackedWeightsTests
{
    [Test]
    public void Scores_are_the_sums_of_the_weights_up_to_scale()
    {
        var weights = PackedWeights.Read(PackedWeights.Pack(3, [(Feature(1), [(0, 4f), (2, -1f)]), (Feature(2), [(2, 2f)])]));
        var scores = Score(weights, Feature(1), Feature(2), Feature(3));
        Assert.Multiple(() =>
        {
            Assert.That(scores[1], Is.Zero);
            Assert.That((double)scores[2] / scores[0], Is.EqualTo(0.25).Within(0.02));
        });
    }

    [Test]
    public void Thousands_of_features_are_all_found()
    {
        var rows = Enumerable.Range(0, 5000).Select(n => (Feature((ulong)n), new[] { (n % 7, 1f) })).ToArray();
        var weights = PackedWeights.Read(PackedWeights.Pack(7, rows));
        Assert.That(Enumerable.Range(0, 5000).All(n => Score(weights, Feature((ulong)n))[n % 7] > 0));
    }

    [TestCase(3)]
    [TestCase(50)]
    [TestCase(120)]
    public void Rows_of_any_length_add_up(int labels)
    {
        // The n-th feature has a weight of 1 for the first n labels.
        var rows = Enumerable.Range(1, labels).Select(n => (Feature((ulong)n), Enumerable.Range(0, n).Select(label => (label, 1f)).ToArray())).ToArray();
        var weights = PackedWeights.Read(PackedWeights.Pack(labels, rows));
        var one = Score(weights, Feature(1))[0];
        var scores = Score(weights, [.. rows.Select(row => row.Item1)]);
        Assert.That(scores.Take(labels), Is.EqualTo(Enumerable.Range(0, labels).Select(label => one * (labels - label))));
    }

    [Test]
    public void Weights_that_are_cut_off_are_refused()
    {
        var bytes = PackedWeights.Pack(2, [(Feature(1), [(0, 1f)])]);
        Assert.That(() => PackedWeights.Read(bytes.AsSpan(0, bytes.Length - 1)), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public void A_map_gives_back_its_values_and_minus_one_for_strangers()
    {
        var map = PackedMap.Read(PackedMap.Pack(Enumerable.Range(0, 1000).ToDictionary(n => Feature((ulong)n), n => (ushort)n)));
        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(0, 1000).All(n => map.Find(Feature((ulong)n)) == n));
            Assert.That(map.Find(Feature(5000)), Is.EqualTo(-1));
        });
    }

    private static ulong Feature(ulong value) => Hashing.Feature(7, value);

    private static int[] Score(PackedWeights weights, params ulong[] features)
    {
        var scores = new int[weights.Stride];
        weights.Score(features, scores);
        return scores;
    }
}
