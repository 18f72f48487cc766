using Extraction.Learning;

namespace Extraction.Tests.Learning;

public class PerceptronWeightsTests
{
    // Two words decide alone, a third only together with its neighbour: learnable only by the pair feature.
    private static readonly (ulong[] Features, int Gold)[] Examples =
    [
        ([1, 10], 0), ([2, 10], 1), ([3, 10, 310], 0), ([3, 11, 311], 1), ([1, 11], 0), ([2, 11], 1),
    ];

    [Test]
    public void Learns_what_can_be_learned()
    {
        var weights = PackedWeights.Read(Train());
        foreach (var (features, gold) in Examples)
        {
            var scores = new int[weights.Stride];
            weights.Score([.. features.Select(Hashed)], scores);
            Assert.That(scores[gold], Is.GreaterThan(scores[1 - gold]), string.Join(' ', features));
        }
    }

    [Test]
    public void The_same_training_gives_the_same_bytes()
    {
        var first = Train();
        Assert.That(Train(), Is.EqualTo(first));
    }

    [Test]
    public void Only_the_heaviest_weights_are_kept()
    {
        var weights = new PerceptronWeights(2, 1);
        for (var n = 0; n < 20; n++)
        {
            weights.NextStep();
            weights.Update([Hashed((ulong)n)], 0, 1, n + 1);
        }

        // Averages count how long a weight stood: let them all stand long.
        for (var step = 0; step < 1000; step++)
            weights.NextStep();
        var packed = PackedWeights.Read(weights.Pack(6));
        Assert.Multiple(() =>
        {
            Assert.That(Score(packed, 19), Is.Positive);
            Assert.That(Score(packed, 0), Is.Zero);
        });
    }

    private static int Score(PackedWeights weights, ulong feature)
    {
        var scores = new int[weights.Stride];
        weights.Score([Hashed(feature)], scores);
        return scores[0];
    }

    private static byte[] Train()
    {
        var weights = new PerceptronWeights(2, 1);
        Span<float> scores = stackalloc float[2];
        for (var round = 0; round < 30; round++)
        {
            foreach (var (features, gold) in Examples)
            {
                ulong[] hashed = [.. features.Select(Hashed)];
                weights.Score(hashed, scores);
                weights.NextStep();
                if (scores[gold] <= scores[1 - gold])
                    weights.Update(hashed, gold, 1 - gold);
            }
        }

        return weights.Pack(1000);
    }

    private static ulong Hashed(ulong feature) => Hashing.Feature(1, feature);
}
