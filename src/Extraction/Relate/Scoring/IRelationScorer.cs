using Extraction.Learning.MaximumEntropy;

namespace Extraction.Relate.Scoring;

/// <summary>The decisions of this room that are learned besides the network's reading; each is no or yes.</summary>
public enum RelationTask
{
    /// <summary>Is this span the reason?</summary>
    Reason,

    /// <summary>Is this the date of the act?</summary>
    Date,

    /// <summary>Is the merged record right?</summary>
    Accept,
}

/// <summary>The seam for relation models: the probability of yes to one question. Safe to call from many threads.</summary>
public interface IRelationScorer
{
    /// <summary>Name and version of the models, for <c>extractor</c> in the records.</summary>
    string Version { get; }

    double Score(RelationTask task, Features features);
}
