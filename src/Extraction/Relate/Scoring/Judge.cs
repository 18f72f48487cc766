using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Dates;
using Extraction.Relate.Merge;
using Extraction.Relate.Reasons;

namespace Extraction.Relate.Scoring;

/// <summary>
/// Answers the questions that are asked of a merged record. The running judge asks the models; the one that trains answers
/// from gold and keeps what it was shown, so that training and running walk the same way.
/// </summary>
public abstract class Judge
{
    public abstract double Reason(MergedEvent merged, ReasonCandidate candidate, Features features);

    public abstract double Date(MergedEvent merged, DateCandidate candidate, Features features);

    /// <summary>Probability that actor, action, status and target of a merged record are all right.</summary>
    public abstract double Accept(MergedEvent merged, Features features);
}

/// <summary>Asks the models.</summary>
public sealed class ModelJudge(IRelationScorer scorer) : Judge
{
    public override double Reason(MergedEvent merged, ReasonCandidate candidate, Features features) => scorer.Score(RelationTask.Reason, features);

    public override double Date(MergedEvent merged, DateCandidate candidate, Features features) => scorer.Score(RelationTask.Date, features);

    public override double Accept(MergedEvent merged, Features features) => scorer.Score(RelationTask.Accept, features);
}
