using System.Text.Json.Nodes;
using Extraction.Training.Evaluation;

namespace Extraction.Tests.Training.Evaluation;

public sealed class NoiseTests
{
    const int Documents = 60;

    /// <summary>One gold record a document, found in those that are asked for.</summary>
    static EvaluationResult Found(Func<int, bool> isFound)
    {
        JsonObject[] one = [Cases.Record("Canada", "impose", "actual", "Orlinka Shipping")];
        var gold = Cases.Gold([.. Enumerable.Range(100, Documents).Select(i => ($"d{i}", one))]);
        return Cases.Evaluate(gold, Cases.Predictions([.. Enumerable.Range(100, Documents).Select(i => ($"d{i}.txt", isFound(i - 100) ? one : []))]));
    }

    [Test]
    public void The_same_result_is_not_worse() => Assert.That(Noise.Of(Found(i => i % 2 == 0), Found(i => i % 2 == 0)), Is.EqualTo(new Noise(0, 0)));

    [Test]
    public void Better_is_not_worse() => Assert.That(Noise.Of(Found(i => i % 2 == 0), Found(i => i % 3 != 0)).IsWorse, Is.False);

    [Test]
    public void A_clear_loss_is_worse()
    {
        var noise = Noise.Of(Found(i => i % 6 != 0), Found(i => i % 6 > 2));
        Assert.That((noise.IsWorse, noise.WorseIn), Is.EqualTo((true, 1.0)));
    }

    [Test]
    public void A_small_loss_that_another_gain_nearly_makes_up_for_is_noise()
    {
        // Four lost, three found.
        var noise = Noise.Of(Found(i => i is >= 3 and < 50), Found(i => i is < 3 or (>= 7 and < 50)));
        Assert.That((noise.Change < 0, noise.WorseIn < Noise.Sure, noise.IsWorse), Is.EqualTo((true, true, false)));
    }

    [Test]
    public void More_than_two_points_are_worse_whatever_chance_says() => Assert.That(new Noise(-0.021, 0.6).IsWorse, Is.True);
}
