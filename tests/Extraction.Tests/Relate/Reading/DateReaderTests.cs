using Extraction.Relate.Dates;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;

namespace Extraction.Tests.Relate.Reading;

public sealed class DateReaderTests
{
    static readonly Extraction.Relate.Syntax.SentenceView Sentence = Flat.Document("Bank hit on December 7 , 2021 not in 2019 they say").Sentences[0];

    [Test]
    public void EveryTargetIsPairedWithEveryDateAndWithNone()
    {
        var (inputs, options) = new DateReader(new Nothing()).Read([Target(0), Target(10)], [Sentence], new Dictionary<int, int> { [0] = 0 });
        foreach (var (query, first, end) in inputs.Runs())
        {
            var mine = Enumerable.Range(first, end - first).Select(k => inputs.Candidate[k]).ToList();
            Assert.That(mine.Select(c => options[c]), Is.EquivalentTo(new DateOption[] { new(DateSource.None, query), new(DateSource.Words, 0), new(DateSource.Words, 1) }));
            var none = mine.Single(c => options[c].Source == DateSource.None);
            Assert.That(inputs.CandidateTokens[none], Is.EqualTo(inputs.QueryTokens[query]), "none stands at the target");
        }
    }

    [Test]
    public void WithoutTargetsThereIsNothingToPair() =>
        Assert.That(new DateReader(new Nothing()).Read([], [Sentence], new Dictionary<int, int> { [0] = 0 }).Options, Is.Empty);

    [Test]
    public void TheSurestPlaceOfARecordVotes()
    {
        var document = Flat.Document("Bank hit on December 7 , 2021 not in 2019 they say");
        var e = Records.Of(document);
        var place = e.Proposals[0];
        e.Proposals.Clear();
        e.Proposals.Add(place with { Dates = new(0.2, 0.1, new Dictionary<int, double> { [0] = 0.7 }) });
        e.Proposals.Add(place with { Dates = new(0.6, 0.1, new Dictionary<int, double> { [0] = 0.3 }) });
        var voted = new DateChooser(new SetJudge(), TokenNotes.None, new ActVotes([e])).Candidates(document, e).ToDictionary(c => (c.Source, c.Number), c => DateFeatures.Voted(e, c));
        Assert.That(voted, Is.EquivalentTo(new Dictionary<(DateSource, int), double> { [(DateSource.Words, 0)] = 0.7, [(DateSource.Words, 1)] = 0, [(DateSource.None, -1)] = 0.6 }));
    }

    static Span Target(int token) => new(Sentence, token, token + 1, token);

    sealed class Nothing : IFeatureIndex
    {
        public int Find(ulong feature) => -1;
    }
}
