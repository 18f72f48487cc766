using Extraction.Learning.MaximumEntropy;

namespace Extraction.Relate.Scoring;

/// <summary>The decisions of this room that are learned besides the network's reading.</summary>
public enum RelationTask
{
    /// <summary>Which of these spans is the reason, or is there none?</summary>
    Reason,

    /// <summary>Which of these is the date of the act, or has it none?</summary>
    Date,

    /// <summary>Is the merged record right?</summary>
    Accept,

    /// <summary>Has the record this measure or objective?</summary>
    Topic,
}

/// <summary>The seam for relation models: the log-odds of yes to one question; of one of several options its weight. Safe to call from many threads.</summary>
public interface IRelationScorer
{
    /// <summary>Name and version of the models, for <c>extractor</c> in the records.</summary>
    string Version { get; }

    double Weigh(RelationTask task, Features features);
}
