using Extraction.Learning.MaximumEntropy;

namespace Extraction.Relate.Scoring;

/// <summary>The decisions of this room that are learned.</summary>
public enum RelationTask
{
    /// <summary>Does an anchor state an act, and which? Classes: none, then <see cref="Documents.ActKind"/> in order.</summary>
    Act,

    /// <summary>Classes: <see cref="Documents.ActStatus"/> in order.</summary>
    Status,

    /// <summary>Did this authority do it? Classes: no, yes.</summary>
    Actor,

    /// <summary>Is this nominal hit by it? Classes: no, yes.</summary>
    Target,

    /// <summary>Is this span the reason? Classes: no, yes.</summary>
    Reason,

    /// <summary>Is this the date of the act? Classes: no, yes.</summary>
    Date,

    /// <summary>Is the merged record right? Classes: no, yes.</summary>
    Accept,

    /// <summary><see cref="Act"/> in the first reading of an article, which knows nothing of what comes later.</summary>
    FirstAct,

    /// <summary><see cref="Status"/> in the first reading.</summary>
    FirstStatus,

    /// <summary><see cref="Actor"/> in the first reading.</summary>
    FirstActor,

    /// <summary><see cref="Target"/> in the first reading.</summary>
    FirstTarget,
}

/// <summary>The seam for relation models: probabilities for one decision. Safe to call from many threads.</summary>
public interface IRelationScorer
{
    /// <summary>Name and version of the models, for <c>extractor</c> in the records.</summary>
    string Version { get; }

    /// <summary>Writes the probability of each class of the task.</summary>
    void Score(RelationTask task, Features features, Span<double> probabilities);
}

public static class RelationTasks
{
    /// <summary>Number of classes of a task.</summary>
    public static int Classes(RelationTask task) => task switch { RelationTask.Act or RelationTask.FirstAct => 5, RelationTask.Status or RelationTask.FirstStatus => 4, _ => 2 };
}
