using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Dates;
using Extraction.Relate.Merge;
using Extraction.Relate.Reasons;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Scoring;

/// <summary>
/// Answers the questions that the reader of an article asks. The running judge asks the models; the one that trains answers
/// from gold and keeps what it was shown, so that training and running walk the same way.
/// </summary>
public abstract class Judge
{
    /// <summary>Probabilities of: no act, impose, extend, ease, lift.</summary>
    public abstract void Act(Anchor anchor, Features features, Span<double> probabilities);

    /// <summary>Probabilities of: actual, planned, urged, rejected.</summary>
    public abstract void Status(Anchor anchor, ActKind act, Features features, Span<double> probabilities);

    public abstract double Actor(Anchor anchor, ActKind act, ActorCandidate candidate, Features features);

    public abstract double Target(Anchor anchor, ActKind act, Nominal nominal, Features features);

    public abstract double Reason(MergedEvent merged, ReasonCandidate candidate, Features features);

    public abstract double Date(MergedEvent merged, DateCandidate candidate, Features features);

    /// <summary>Probability that actor, action, status and target of a merged record are all right.</summary>
    public abstract double Accept(MergedEvent merged, Features features);
}

/// <summary>Asks the models: those of the first reading, or those of the second.</summary>
public sealed class ModelJudge(IRelationScorer scorer, bool second) : Judge
{
    public override void Act(Anchor anchor, Features features, Span<double> probabilities) => scorer.Score(second ? RelationTask.Act : RelationTask.FirstAct, features, probabilities);

    public override void Status(Anchor anchor, ActKind act, Features features, Span<double> probabilities) =>
        scorer.Score(second ? RelationTask.Status : RelationTask.FirstStatus, features, probabilities);

    public override double Actor(Anchor anchor, ActKind act, ActorCandidate candidate, Features features) => Yes(second ? RelationTask.Actor : RelationTask.FirstActor, features);

    public override double Target(Anchor anchor, ActKind act, Nominal nominal, Features features) => Yes(second ? RelationTask.Target : RelationTask.FirstTarget, features);

    public override double Reason(MergedEvent merged, ReasonCandidate candidate, Features features) => Yes(RelationTask.Reason, features);

    public override double Date(MergedEvent merged, DateCandidate candidate, Features features) => Yes(RelationTask.Date, features);

    public override double Accept(MergedEvent merged, Features features) => Yes(RelationTask.Accept, features);

    double Yes(RelationTask task, Features features)
    {
        Span<double> p = stackalloc double[2];
        scorer.Score(task, features, p);
        return p[1];
    }
}
