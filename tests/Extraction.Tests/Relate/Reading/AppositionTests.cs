using Extraction.Documents;
using Extraction.Relate.Reading;

namespace Extraction.Tests.Relate.Reading;

public sealed class AppositionTests
{
    [TestCase("oligarch Vassil Bojkov fled", 1, 3, 0, 1, "Vassil Bojkov")]
    [TestCase("they hit Eastern Bank , a lender , too", 2, 4, 6, 7, "Eastern Bank")]
    public void ADescriptionIsNoTargetBesideItsName(string text, int first, int end, int from, int to, string left) =>
        Assert.That(Settled(text, (first, end), (first, end), (from, to)), Is.EqualTo(new[] { left }));

    [Test]
    public void ADescriptionAloneLeadsToTheNameBehindIt() =>
        Assert.That(Settled("oligarch Vassil Bojkov fled", (1, 3), (0, 1)), Is.EqualTo(new[] { "Vassil Bojkov" }));

    [TestCase("they hit Eastern Bank , a lender and two ships", 2, 4, 6, 7)]
    [TestCase("they hit Eastern Bank and a lender , too", 2, 4, 6, 7)]
    public void AMemberOfAListStays(string text, int first, int end, int from, int to) =>
        Assert.That(Settled(text, (first, end), (first, end), (from, to)), Has.Count.EqualTo(2));

    [Test]
    public void ADescriptionWhoseNameIsNoTargetStays() =>
        Assert.That(Settled("they hit Eastern Bank , a lender , too", (2, 4), (6, 7)), Is.EqualTo(new[] { "lender" }));

    static List<string> Settled(string text, (int First, int End) name, params (int First, int End)[] found)
    {
        var s = Flat.Document(text, new NameMention(name.First, name.End, NameType.Organization)).Sentences[0];
        var spans = found.Select(f => new ScoredSpan(new(s, f.First, f.End, f.End - 1), 0.9)).ToList();
        Apposition.Settle(s, spans);
        return spans.ConvertAll(f => f.Span.Sentence.RangeOf(f.Span.First, f.Span.End).Of(text));
    }
}
