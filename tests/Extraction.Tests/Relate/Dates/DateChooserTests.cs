using Extraction.Relate.Dates;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Dates;

public sealed class DateChooserTests
{
    const string Text = "Bank hit on December 7 , 2021 not in 2019 but on December 7 , 2021 they say";

    [Test]
    public void WordsThatSayTheSameDayStandTogether() =>
        Assert.That(Chosen(c => c.Source == DateSource.None || c.Edtf == "2019" ? 0.5 : 0), Is.EqualTo("2021-12-07"));

    [Test]
    public void NoDateIsChosenWhereThatOutweighsThem() =>
        Assert.That(Chosen(c => c.Source == DateSource.None ? 2 : 0), Is.Null);

    [Test]
    public void WithoutAPublicationDateItIsNoOption()
    {
        var document = Flat.Document(Text);
        var record = Records.Of(document);
        Assert.That(new DateChooser(new SetJudge(), TokenNotes.None, new ActVotes([record])).Candidates(document, record).Select(c => c.Source), Does.Not.Contain(DateSource.Published));
    }

    static string? Chosen(Func<DateCandidate, double> weigh)
    {
        var document = Flat.Document(Text);
        var record = Records.Of(document);
        return new DateChooser(new SetJudge { OfDate = weigh }, TokenNotes.None, new ActVotes([record])).Choose(document, record)?.Edtf;
    }
}
