using Extraction.Relate.Dates;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Dates;

public sealed class RecordDatesTests
{
    const int Many = 200;

    const int MostWeighed = 64;

    [Test]
    public void ADateRanksByHowManyStandNearer()
    {
        var document = Flat.Document("In 2011 , in 2012 and in 2012 the bank was hit , in 2019 it was not");
        var around = new RecordDates(document, TokenNotes.None, Records.Of(document));
        var all = Enumerable.Range(0, document.Dates.Length).ToList();
        Assert.That(all, Has.Count.EqualTo(4));
        Assert.That(all.Select(around.Rank), Is.EqualTo(all.Select(i => all.Count(other => around.Distance(other) < around.Distance(i)))));
        Assert.That(around.IsDated);
        Assert.That(around.IsCrowded(document.Sentences[0]));
    }

    [Test]
    public void OfHundredsTheNearestAreWeighed()
    {
        var document = Flat.Document("Bank hit " + string.Join(" , ", Enumerable.Range(0, Many).Select(i => $"in {1800 + i}")));
        var record = Records.Of(document);
        var around = new RecordDates(document, TokenNotes.None, record);
        var weighed = new DateChooser(new SetJudge(), TokenNotes.None, new ActVotes([record])).Candidates(document, record).Where(c => c.Source == DateSource.Words).Select(c => c.Number).ToHashSet();
        Assert.That(document.Dates, Has.Length.GreaterThan(MostWeighed));
        Assert.That(weighed, Is.EquivalentTo(Enumerable.Range(0, document.Dates.Length).OrderBy(around.Distance).Take(MostWeighed)));
    }
}
