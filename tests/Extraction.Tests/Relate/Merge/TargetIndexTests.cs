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

    [TestCase("Sidanag Hitta , also known as Abu Qarwani and Abu Abdelhakim , leads it", new[] { 0, 2, 6, 8, 9, 11 }, 9, 11, "Sidanag Hitta")]
    [TestCase("Seka Baluku ( a.k.a. Musa ) leads it", new[] { 0, 2, 4, 5 }, 4, 5, "Seka Baluku")]
    [TestCase("Omar , also known as Ibn Omar , and Abu Yasir lead it", new[] { 0, 1, 5, 7, 9, 11 }, 9, 11, "Abu Yasir")]
    [TestCase("Omar and Abu Yasir lead it", new[] { 0, 1, 2, 4 }, 2, 4, "Abu Yasir")]
    public void AnAliasStandsForTheNameBeforeIt(string text, int[] names, int first, int end, string full)
    {
        var document = Flat.Document(text, [.. names.Chunk(2).Select(n => new NameMention(n[0], n[1], NameType.Organization))]);
        Assert.That(new TargetIndex(document).Fullest(Nominal(document, first, end), [])!.Text, Is.EqualTo(full));
    }

    static NameMention Name(int first, int end) => new(first, end, NameType.Organization);

    static Nominal Nominal(DocumentView document, int first, int end) =>
        new(document.Sentences[0], first, end, first, NominalKind.Name, TargetType.Organization, null);
}
