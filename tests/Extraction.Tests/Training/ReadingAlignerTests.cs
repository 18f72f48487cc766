using Extraction.Documents;
using Extraction.Tests.Relate.Reading;
using Extraction.Training.Relate;
using Extraction.Training.Relate.Reading;

namespace Extraction.Tests.Training;

public sealed class ReadingAlignerTests
{
    [TestCase("Teheran said the penalties imposed on Teheran were void", "imposed on", 6)]
    [TestCase("Teheran was punished , said a paper in Teheran", "was punished", 0)]
    [TestCase("Teheran said that Teheran would not answer", null, 0)]
    public void OfSeveralMentionsTheOneNextToTheActIsTheTarget(string text, string? act, int first)
    {
        var record = new TrainingRecord
        {
            Actor = "United Nations",
            Action = ActKind.Impose,
            Status = ActStatus.Actual,
            ActionText = act,
            TargetNames = ["Teheran"],
            TargetType = "organization",
            Dates = [null],
            Reasons = [null],
            Evidence = [new(0, text.Length)],
        };
        var span = ReadingAligner.Align(Flat.Document(text), [record]).Spans.Single(s => !s.IsImplicit).Span;
        Assert.That((span.First, span.End), Is.EqualTo((first, first + 1)));
    }
}
