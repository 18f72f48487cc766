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

/// <summary>Answers the reader's questions from gold and keeps every question as an example for the trainers.</summary>
public sealed class GoldJudge(GoldAlignment gold, Action<RelationTask, Features, int> example) : Judge
{
    const double SameSpan = 0.75;
    readonly Dictionary<(Anchor, Nominal), TrainingRecord> stated = [];

    public override void Act(Anchor anchor, Features features, Span<double> probabilities)
    {
        probabilities.Clear();
        var records = gold.RecordsOf(anchor);
        var certain = records.Where(r => !r.Optional).ToList();
        var label = records.Count == 0 ? 0 : 1 + (int)Most((certain.Count > 0 ? certain : records).Select(r => r.Action));
        probabilities[label] = 1;
        if (label == 0 && gold.IsUnclear(anchor)) return;
        if (records.Count > 0 && certain.Count == 0) return;
        example(RelationTask.Act, features, label);
    }

    /// <summary>True if the annotation says that this anchor states an act.</summary>
    public bool States(Anchor anchor) => gold.RecordsOf(anchor).Count > 0;

    public override void Status(Anchor anchor, ActKind act, Features features, Span<double> probabilities)
    {
        probabilities.Clear();
        var label = (int)Most(Of(anchor, act).Select(r => r.Status));
        probabilities[label] = 1;
        example(RelationTask.Status, features, label);
    }

    public override double Actor(Anchor anchor, ActKind act, ActorCandidate candidate, Features features)
    {
        var label = Of(anchor, act).Any(r => r.Actor == candidate.Authority.Name) ? 1 : 0;
        example(RelationTask.Actor, features, label);
        return label;
    }

    public override double Target(Anchor anchor, ActKind act, Nominal nominal, Features features)
    {
        if (gold.RecordsOf(anchor).Count == 0 && gold.IsUnclear(anchor)) return 0;
        var alignment = gold.TargetsOf(anchor);
        var record = alignment.RecordOf(nominal);
        if (record?.Action != act) record = null;
        if (record is null && alignment.IsNear(nominal)) return 0;
        if (record is { Optional: true }) return 0;
        if (record is not null) stated[(anchor, nominal)] = record;
        example(RelationTask.Target, features, record is null ? 0 : 1);
        return record is null ? 0 : 1;
    }

    public override double Reason(MergedEvent merged, ReasonCandidate candidate, Features features)
    {
        if (RecordOf(merged) is not { } record) return 0;
        var words = candidate.Range.Of(candidate.Sentence.Document.Text);
        var score = 0.0;
        foreach (var reason in record.Reasons) if (reason is not null) score = Math.Max(score, Similarity.Span(words, reason));
        if (score is > 0.45 and < SameSpan) return 0;
        example(RelationTask.Reason, features, score >= SameSpan ? 1 : 0);
        return score >= SameSpan ? score : 0;
    }

    public override double Date(MergedEvent merged, DateCandidate candidate, Features features)
    {
        if (RecordOf(merged) is not { } record) return 0;
        var label = IsDate(record, candidate) ? 1 : 0;
        example(RelationTask.Date, features, label);
        return label;
    }

    public override double Accept(MergedEvent merged, Features features) => 1;

    static bool IsDate(TrainingRecord record, DateCandidate c)
    {
        if (c.Source == DateSource.None) return record.Dates.Contains(null) && record.DateText is null;
        if (c.Edtf is not null) return record.Dates.Contains(c.Edtf);
        // Words that cannot be resolved: right where the annotation keeps them too.
        return record.Dates.Contains(null) && record.DateText is { } text && c.Sentence is { } s && Similarity.Span(c.Expression!.Range.Of(s.Document.Text), text) > 0.4;
    }

    TrainingRecord? RecordOf(MergedEvent merged)
    {
        foreach (var p in merged.Proposals)
            if (stated.TryGetValue((p.Anchor, p.Target), out var record)) return record;
        return null;
    }

    IReadOnlyList<TrainingRecord> Of(Anchor anchor, ActKind act)
    {
        var records = gold.RecordsOf(anchor);
        var same = records.Where(r => r.Action == act).ToList();
        return same.Count > 0 ? same : records;
    }

    static T Most<T>(IEnumerable<T> items) where T : notnull => items.GroupBy(x => x).OrderByDescending(g => g.Count()).First().Key;
}
