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
public sealed class GoldJudge(IReadOnlyDictionary<MergedEvent, TrainingRecord> recordOf, Action<RelationTask, Features, int> example) : Judge
{
    const double SameSpan = 0.75;
    const double OtherSpan = 0.45;

    public override double Reason(MergedEvent merged, ReasonCandidate candidate, Features features)
    {
        if (!recordOf.TryGetValue(merged, out var record)) return 0;
        var words = candidate.Range.Of(candidate.Sentence.Document.Text);
        var score = record.Reasons.Max(reason => reason is null ? 0 : Comparing.SpanLikeness(words, reason));
        if (score is > OtherSpan and < SameSpan) return 0;
        example(RelationTask.Reason, features, score >= SameSpan ? 1 : 0);
        return score >= SameSpan ? score : 0;
    }

    public override double Date(MergedEvent merged, DateCandidate candidate, Features features)
    {
        if (!recordOf.TryGetValue(merged, out var record)) return 0;
        var label = IsDate(record, candidate) ? 1 : 0;
        example(RelationTask.Date, features, label);
        return label;
    }

    public override double Accept(MergedEvent merged, Features features)
    {
        if (recordOf.TryGetValue(merged, out var record) && record.Optional) return 1;
        example(RelationTask.Accept, features, record is null ? 0 : 1);
        return record is null ? 0 : 1;
    }

    static bool IsDate(TrainingRecord record, DateCandidate c)
    {
        if (c.Source == DateSource.None) return record.Dates.Contains(null) && record.DateText is null;
        if (c.Edtf is not null) return record.Dates.Contains(c.Edtf);
        // Words that cannot be resolved: right where the annotation keeps them too.
        return record.Dates.Contains(null) && record.DateText is { } text && c.Sentence is { } s && Comparing.SpanLikeness(c.Expression!.Range.Of(s.Document.Text), text) > 0.4;
    }
}
