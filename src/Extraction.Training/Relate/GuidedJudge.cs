using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Dates;
using Extraction.Relate.Merge;
using Extraction.Relate.Reasons;
using Extraction.Relate.Scoring;
using Extraction.Relate.Targets;

namespace Extraction.Training.Relate;

/// <summary>
/// Lets a model lead the reading, while gold labels every question on the way: the examples then show what a reader meets
/// who has made mistakes before (Ross, Gordon and Bagnell, "A Reduction of Imitation Learning…", AISTATS 2011: DAgger).
/// </summary>
public sealed class GuidedJudge(GoldJudge gold, Judge guide) : Judge
{
    readonly double[] scratch = new double[8];

    public override void Act(Anchor anchor, Features features, Span<double> probabilities)
    {
        gold.Act(anchor, features, scratch.AsSpan(0, probabilities.Length));
        guide.Act(anchor, features, probabilities);
    }

    public override void Status(Anchor anchor, ActKind act, Features features, Span<double> probabilities)
    {
        if (gold.States(anchor)) gold.Status(anchor, act, features, scratch.AsSpan(0, probabilities.Length));
        guide.Status(anchor, act, features, probabilities);
    }

    public override double Actor(Anchor anchor, ActKind act, ActorCandidate candidate, Features features)
    {
        if (gold.States(anchor)) gold.Actor(anchor, act, candidate, features);
        return guide.Actor(anchor, act, candidate, features);
    }

    public override double Target(Anchor anchor, ActKind act, Nominal nominal, Features features)
    {
        if (gold.States(anchor)) gold.Target(anchor, act, nominal, features);
        return guide.Target(anchor, act, nominal, features);
    }

    public override double Reason(MergedEvent merged, ReasonCandidate candidate, Features features) => guide.Reason(merged, candidate, features);

    public override double Date(MergedEvent merged, DateCandidate candidate, Features features) => guide.Date(merged, candidate, features);

    public override double Accept(MergedEvent merged, Features features) => guide.Accept(merged, features);
}
