using Extraction.Documents;
using Extraction.Relate.Anchors;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Merge;

public sealed class ActVotesTests
{
    [Test]
    public void ARecordWithoutVotesOfItsOwnHasThoseOfItsAct()
    {
        var (seen, blind) = (Voting(ActKind.Impose, none: 0.1, (5, 0.8)), Voting(ActKind.Impose, none: 0.9));
        var act = new ActVotes([seen, blind]);
        var s = seen.Best.Anchor.Sentence;
        Assert.Multiple(() =>
        {
            Assert.That(act.Reason(blind, s, 5), Is.EqualTo(0.4).Within(1e-9));
            Assert.That(act.NoReason(blind), Is.EqualTo(0.5).Within(1e-9));
            Assert.That(act.LeastNoReason(blind), Is.EqualTo(0.1).Within(1e-9));
            Assert.That(act.Date(blind, 0), Is.EqualTo(0.4).Within(1e-9));
            Assert.That(act.Published(blind), Is.EqualTo(0.2).Within(1e-9));
        });
    }

    [Test]
    public void WhoIsBelievedLessSaysLess()
    {
        var (sure, doubtful) = (Voting(ActKind.Impose, none: 0.1, (5, 0.8)), Voting(ActKind.Impose, none: 0.9));
        doubtful.Confidence = 0.25;
        var act = new ActVotes([sure, doubtful]);
        Assert.That(act.Reason(doubtful, sure.Best.Anchor.Sentence, 5), Is.EqualTo(0.64).Within(1e-9));
        Assert.That(act.SurestReason(doubtful, sure.Best.Anchor.Sentence, 6), Is.EqualTo(0.8).Within(1e-9));
    }

    [Test]
    public void AnotherActHasNoSay()
    {
        var (imposed, lifted) = (Voting(ActKind.Impose, none: 0.1, (5, 0.8)), Voting(ActKind.Lift, none: 0.9));
        var act = new ActVotes([imposed, lifted]);
        Assert.That(act.Reason(lifted, imposed.Best.Anchor.Sentence, 5), Is.Zero);
        Assert.That(act.NoReason(lifted), Is.EqualTo(0.9).Within(1e-9));
    }

    [Test]
    public void OfThePlacesOfARecordTheSurestCounts()
    {
        var record = Voting(ActKind.Impose, none: 0.9, (5, 0.1));
        record.Proposals.Add(Voting(ActKind.Impose, none: 0.2, (5, 0.6)).Proposals[0]);
        var act = new ActVotes([record]);
        Assert.That(act.Reason(record, record.Best.Anchor.Sentence, 5), Is.EqualTo(0.6).Within(1e-9));
        Assert.That(act.NoReason(record), Is.EqualTo(0.2).Within(1e-9));
    }

    // A record that votes for tokens of its first sentence as reasons, and as much for the article's first date.
    static MergedEvent Voting(ActKind action, double none, params (int Token, double P)[] at)
    {
        var made = Records.Of(Flat.Document("Bank hit on Monday"));
        var record = new MergedEvent { Actor = made.Actor, Action = action, Status = made.Status, TargetKey = made.TargetKey, Target = made.Target, TargetType = made.TargetType, Confidence = 1 };
        var dates = new DateVotes(none, 0.2, at.ToDictionary(_ => 0, x => x.P));
        record.Proposals.Add(made.Proposals[0] with { Action = action, Reasons = new ReasonVotes(none, at.ToDictionary(x => (0, x.Token), x => x.P)), Dates = dates });
        return record;
    }
}
