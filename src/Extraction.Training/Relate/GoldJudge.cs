using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Dates;
using Extraction.Relate.Merge;
using Extraction.Relate.Reasons;
using Extraction.Relate.Scoring;
using Extraction.Training.Evaluation;

namespace Extraction.Training.Relate;

/// <summary>Answers the questions about records from gold and keeps every question as an example for the trainers.</summary>
/// <param name="recordOf">The annotated record that a merged one stands for; others are no examples.</param>
/// <param name="example">Takes an example.</param>
public sealed class GoldJudge(IReadOnlyDictionary<MergedEvent, TrainingRecord> recordOf, Action<RelationTask, Features, bool> example) : Judge
{
    const double SameSpan = 0.75;
    const double OtherSpan = 0.45;

    /// <summary>A weight that leaves an option no chance.</summary>
    const double Wrong = -100;

    public override double Reason(MergedEvent merged, ReasonCandidate? candidate, Features features)
    {
        if (!recordOf.TryGetValue(merged, out var record)) return Wrong;
        var likeness = Likeness(record, candidate);
        if (likeness is > OtherSpan and < SameSpan) return Wrong;
        example(RelationTask.Reason, features, likeness >= SameSpan);
        return likeness >= SameSpan ? likeness : Wrong;
    }

    public override double Date(MergedEvent merged, DateCandidate candidate, Features features)
    {
        if (!recordOf.TryGetValue(merged, out var record)) return Wrong;
        var right = IsDate(record, candidate);
        example(RelationTask.Date, features, right);
        return right ? 1 : Wrong;
    }

    public override double Accept(MergedEvent merged, Features features)
    {
        if (recordOf.TryGetValue(merged, out var record) && record.Optional) return 1;
        example(RelationTask.Accept, features, record is not null);
        return record is null ? 0 : 1;
    }

    public override double Topic(MergedEvent merged, string topic, Features features)
    {
        if (!recordOf.TryGetValue(merged, out var record)) return 0;
        var (kind, name) = topic.Split(':') is [var k, var n] ? (k, n) : throw new ArgumentException(topic, nameof(topic));
        var right = (kind == "measure" ? record.Measures : record.Objectives).Contains(name);
        example(RelationTask.Topic, features, right);
        return right ? 1 : 0;
    }

    static double Likeness(TrainingRecord record, ReasonCandidate? candidate)
    {
        if (candidate is null) return record.Reasons.Contains(null) ? 1 : 0;
        var words = candidate.Range.Of(candidate.Sentence.Document.Text);
        return record.Reasons.Max(reason => reason is null ? 0 : Comparing.SpanLikeness(words, reason));
    }

    static bool IsDate(TrainingRecord record, DateCandidate c)
    {
        if (c.Source == DateSource.None) return record.MayLackDate;
        if (c.Edtf is not null) return record.Dates.Contains(c.Edtf);
        // Words that cannot be resolved: right where the annotation keeps them too.
        return c.Sentence is { } s && record.IsTimedBy(c.Expression!.Range.Of(s.Document.Text));
    }
}
