using Extraction.Relate.Reading;

namespace Extraction.Tests.Relate.Reading;

public sealed class ReasonReaderTests
{
    static readonly Extraction.Relate.Syntax.SentenceView Sentence = Flat.Document("Bank hit for arms sales to rebels and fraud").Sentences[0];

    [Test]
    public void EveryTargetIsPairedWithEveryStartAndWithNone()
    {
        var (inputs, starts) = Read(0, 6);
        Assert.That(inputs.Runs().Select(r => r.End - r.First), Is.All.EqualTo(inputs.Query.Length / 2).And.All.GreaterThan(1));
        foreach (var (query, first, end) in inputs.Runs())
        {
            var mine = Enumerable.Range(first, end - first).Select(k => inputs.Candidate[k]).ToList();
            Assert.That(mine.Count(c => starts[c].Sentence is null), Is.EqualTo(1), "one of them says that there is none");
            Assert.That(mine.Select(c => starts[c]), Does.Contain(new ReasonStart(Sentence, 3)), "arms");
            Assert.That(inputs.CandidateTokens[mine[0]], Is.EqualTo(inputs.QueryTokens[query]), "none stands at the target");
        }
    }

    [Test]
    public void VotesCountNextToAStartToo()
    {
        var votes = new ReasonVotes(0.3, new Dictionary<(int, int), double> { [(0, 3)] = 0.5, [(0, 4)] = 0.2, [(1, 3)] = 0.1 });
        Assert.That(votes.For(Sentence, 2), Is.EqualTo(0.7).Within(1e-9));
        Assert.That(votes.For(Sentence, 6), Is.EqualTo(0.2).Within(1e-9));
        Assert.That(votes.For(Sentence, 7), Is.Zero);
    }

    static (PairInputs Inputs, List<ReasonStart> Starts) Read(params int[] targets) =>
        new ReasonReader(new Nothing()).Read([.. targets.Select(t => new Span(Sentence, t, t + 1, t))], [Sentence], new Dictionary<int, int> { [0] = 0 });

    sealed class Nothing : IFeatureIndex
    {
        public int Find(ulong feature) => -1;
    }
}
