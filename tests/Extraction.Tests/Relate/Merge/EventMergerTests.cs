using Extraction.Documents;
using Extraction.Relate.Anchors;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Merge;

public sealed class EventMergerTests
{
    const int Long = 0, Day = 1, NextWeek = 2, Year = 3;

    static readonly DocumentView Document = Flat.Document("Bank hit in 1998 , again on December 7 , 2021 , on December 14 , 2021 and in 2021 they say", new NameMention(0, 1, NameType.Organization));

    [Test]
    public void ActsThatAreDatedApartAreTwo() =>
        Assert.That(Merged(Sure(Long), Sure(Day), Sure(Long)), Is.EqualTo(new[] { (0, 2), (1, 1) }));

    [TestCase(Day, NextWeek, TestName = "AnnouncedAndPublishedWithinDaysIsOneAct")]
    [TestCase(Day, Year, TestName = "AYearHoldsItsDays")]
    public void DatesThatMayBeOfOneActAreOfOne(int one, int other) =>
        Assert.That(Merged(Sure(one), Sure(other)), Is.EqualTo(new[] { (0, 2) }));

    [Test]
    public void APlaceWithoutASureDateStaysWithTheFirst() =>
        Assert.That(Merged(Sure(Long), Sure(Day), Dated(Long, 0.5), null), Is.EqualTo(new[] { (0, 3), (1, 1) }));

    [Test]
    public void WordsForTheSameDayVoteTogether()
    {
        var twice = Flat.Document("Bank hit in 1998 , again on December 7 , 2021 or 7 December 2021 they say", new NameMention(0, 1, NameType.Organization));
        var half = new DateVotes(0.2, 0, new Dictionary<int, double> { [1] = 0.4, [2] = 0.4 });
        Assert.That(Merged(twice, Sure(0), half), Is.EqualTo(new[] { (0, 1), (1, 1) }));
    }

    static DateVotes Sure(int date) => Dated(date, 0.9);

    static DateVotes Dated(int date, double p) => new(1 - p, 0, new Dictionary<int, double> { [date] = p });

    static (int Occasion, int Places)[] Merged(params DateVotes?[] votes) => Merged(Document, votes);

    static (int Occasion, int Places)[] Merged(DocumentView document, params DateVotes?[] votes)
    {
        var place = Records.Of(document).Proposals[0];
        return [.. EventMerger.Merge(document, [.. votes.Select(v => place with { Dates = v })]).Select(m => (m.Occasion, m.Proposals.Count))];
    }
}
