using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Anchors;
using Extraction.Relate.Dates;
using Extraction.Relate.Merge;
using Extraction.Relate.Reasons;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Tests.Relate;

/// <summary>Merged records made by hand.</summary>
static class Records
{
    /// <summary>A record whose target is the first token of a document and whose anchor the second.</summary>
    public static MergedEvent Of(DocumentView document)
    {
        var s = document.Sentences[0];
        var target = new Nominal(s, 0, 1, 0, NominalKind.Name, TargetType.Organization, null);
        var actor = new Extraction.Relate.Actors.Authority("Canada", "CA", null, null, 0, 0);
        var record = new MergedEvent { Actor = actor, Action = ActKind.Impose, Status = ActStatus.Actual, TargetKey = "bank", Target = target, TargetType = target.Type, ActSentences = new HashSet<int> { 0 } };
        record.Proposals.Add(new(new Anchor(s, 1, null, 1), actor, record.Action, record.Status, target, target.Type, 1, 1, 1, 1));
        return record;
    }
}

/// <summary>Weighs options as a test says.</summary>
sealed class SetJudge : Judge
{
    public Func<ReasonCandidate?, double> OfReason { get; init; } = _ => 0;

    public Func<DateCandidate, double> OfDate { get; init; } = _ => 0;

    public Func<string, double> OfTopic { get; init; } = _ => 0;

    public override double Reason(MergedEvent merged, ReasonCandidate? candidate, Features features) => OfReason(candidate);

    public override double Date(MergedEvent merged, DateCandidate candidate, Features features) => OfDate(candidate);

    public override double Accept(MergedEvent merged, Features features) => 1;

    public override double Topic(MergedEvent merged, string topic, Features features) => OfTopic(topic);
}
