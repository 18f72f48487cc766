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
    /// <summary>Weight of a span, or of there being no reason (null), among the options for a record: a log-odds.</summary>
    public abstract double Reason(MergedEvent merged, ReasonCandidate? candidate, Features features);

    /// <summary>Weight of a date among the options for a record: a log-odds.</summary>
    public abstract double Date(MergedEvent merged, DateCandidate candidate, Features features);

    /// <summary>Probability that actor, action, status and target of a merged record are all right.</summary>
    public abstract double Accept(MergedEvent merged, Features features);

    /// <summary>Probability that a record has a measure ("measure:travel_ban") or an objective ("objective:cyber").</summary>
    public abstract double Topic(MergedEvent merged, string topic, Features features);

    /// <summary>From log-odds to a probability.</summary>
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>From the weights of options to their probabilities.</summary>
    public static double[] Share(IReadOnlyList<double> weights)
    {
        var top = weights.Count > 0 ? weights.Max() : 0;
        var p = weights.Select(w => Math.Exp(w - top)).ToArray();
        var total = p.Sum();
        return Array.ConvertAll(p, x => x / total);
    }
}

/// <summary>Asks the models.</summary>
public sealed class ModelJudge(IRelationScorer scorer) : Judge
{
    public override double Reason(MergedEvent merged, ReasonCandidate? candidate, Features features) => scorer.Weigh(RelationTask.Reason, features);

    public override double Date(MergedEvent merged, DateCandidate candidate, Features features) => scorer.Weigh(RelationTask.Date, features);

    public override double Accept(MergedEvent merged, Features features) => Probability(scorer.Weigh(RelationTask.Accept, features));

    public override double Topic(MergedEvent merged, string topic, Features features) => Probability(scorer.Weigh(RelationTask.Topic, features));
}
