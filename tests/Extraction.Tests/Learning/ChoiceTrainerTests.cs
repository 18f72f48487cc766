using Extraction.Learning.MaximumEntropy;

namespace Extraction.Tests.Learning;

public sealed class ChoiceTrainerTests
{
    static readonly TrainingOptions Options = new(Bits: 12, Epochs: 20, L1: 0.01);

    [Test]
    public void WhatIsChosenWeighsMore()
    {
        var model = Trained(("near", true), ("far", false));
        Assert.That(Weight(model, "near"), Is.GreaterThan(Weight(model, "far") + 1));
    }

    [Test]
    public void OnlyDifferencesBetweenOptionsAreLearned()
    {
        var trainer = new ChoiceTrainer();
        for (var i = 0; i < 50; i++)
        {
            foreach (var (name, right) in ((string, bool)[])[("near", true), ("far", false)])
            {
                var f = new Features();
                f.Add("shared");
                f.Add(name);
                trainer.Add(f, right);
            }

            trainer.Close();
        }

        Assert.That(Weight(trainer.Fit(Options), "shared"), Is.Zero.Within(0.1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void AChoiceWithoutAlternativeTeachesNothing(bool right)
    {
        var trainer = new ChoiceTrainer();
        trainer.Add(One("only"), right);
        trainer.Close();
        Assert.That(trainer.Count, Is.Zero);
    }

    static MaximumEntropyModel Trained(params (string Name, bool Right)[] options)
    {
        var trainer = new ChoiceTrainer();
        for (var i = 0; i < 50; i++)
        {
            foreach (var (name, right) in options) trainer.Add(One(name), right);
            trainer.Close();
        }

        return trainer.Fit(Options);
    }

    static double Weight(MaximumEntropyModel model, string name) => model.Weigh(One(name));

    static Features One(string name)
    {
        var f = new Features();
        f.Add(name);
        return f;
    }
}
