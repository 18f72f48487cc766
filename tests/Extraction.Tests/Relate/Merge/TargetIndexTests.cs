using Extraction.Documents;
using Extraction.Relate.Merge;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Merge;

public sealed class TargetIndexTests
{
    [TestCase("Islamic Revolutionary Guard Corps ( IRGC ) said the IRGC was hit", 0, 4, 5, 6, 9, 10, "Islamic Revolutionary Guard Corps")]
    [TestCase("Htoo Group of Companies ( Htoo Group ) and later Htoo Group again", 0, 4, 5, 7, 10, 12, "Htoo Group of Companies")]
    public void AShortNameInBracketsStandsForTheWholeOne(string text, int first, int end, int shortFirst, int shortEnd, int againFirst, int againEnd, string full)
    {
        var document = Flat.Document(text, Name(first, end), Name(shortFirst, shortEnd), Name(againFirst, againEnd));
        Assert.That(new TargetIndex(document).Fullest(Nominal(document, againFirst, againEnd), [])!.Text, Is.EqualTo(full));
    }

    [Test]
    public void AnotherNameInBracketsIsAnother()
    {
        var document = Flat.Document("Bank Melli ( Tehran ) was hit", Name(0, 2), Name(3, 4));
        Assert.That(new TargetIndex(document).Fullest(Nominal(document, 3, 4), [])!.Text, Is.EqualTo("Tehran"));
    }

    static NameMention Name(int first, int end) => new(first, end, NameType.Organization);

    static Nominal Nominal(DocumentView document, int first, int end) =>
        new(document.Sentences[0], first, end, first, NominalKind.Name, TargetType.Organization, null);
}
