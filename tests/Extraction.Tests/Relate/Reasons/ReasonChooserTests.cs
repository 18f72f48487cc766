using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Reasons;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Reasons;

public sealed class ReasonChooserTests
{
    const string Text = "Bank hit for arms sales to rebels and fraud";

    [Test]
    public void SpansThatSayMuchTheSameStandTogetherAgainstNone() =>
        Assert.That(Chosen(c => c is null ? 0.5 : Says(c, "arms sales") ? 0 : -50), Does.Contain("arms sales"));

    [Test]
    public void NoneIsChosenWhereItOutweighsThem() =>
        Assert.That(Chosen(c => c is null ? 5 : Says(c, "arms sales") ? 0 : -50), Is.Null);

    [Test]
    public void TheWordThatIntroducesAReasonIsNoPartOfIt() =>
        Assert.That(Chosen(c => c is { Cue: "for" } ? 1 : -50), Does.StartWith("arms"));

    static bool Says(ReasonCandidate c, string words) => c.Range.Of(Text).Contains(words, StringComparison.Ordinal);

    static string? Chosen(Func<ReasonCandidate?, double> weigh)
    {
        var document = Flat.Document(Text);
        var record = Records.Of(document);
        return new ReasonChooser(new SetJudge { OfReason = weigh }, TokenNotes.None, new ActVotes([record])).Choose(document, record)?.Text;
    }
}
