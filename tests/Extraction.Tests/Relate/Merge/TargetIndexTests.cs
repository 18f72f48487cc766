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
    [TestCase("Cuban Police ( Policía Nacional Revolucionaria , PNR ) beat them", new[] { 0, 2, 3, 6, 7, 8 }, 3, 6, "Cuban Police")]
    [TestCase("Cuban Police ( Policía Nacional Revolucionaria , PNR ) beat them", new[] { 0, 2, 3, 6, 7, 8 }, 7, 8, "Cuban Police")]
    [TestCase("Cuban Police ( with PNR ) beat them", new[] { 0, 2, 4, 5 }, 4, 5, "PNR")]
    [TestCase("Rostec ( UAC , Kalashnikov ) was hit", new[] { 0, 1, 2, 3, 4, 5 }, 4, 5, "Kalashnikov")]
    [TestCase("Cuban Police ( Policía Nacional Revolucionaria , PNR", new[] { 0, 2, 3, 6, 7, 8 }, 7, 8, "Policía Nacional Revolucionaria")]
    public void AnAliasStandsForTheNameBeforeIt(string text, int[] names, int first, int end, string full)
    {
        var document = Flat.Document(text, [.. names.Chunk(2).Select(n => new NameMention(n[0], n[1], NameType.Organization))]);
        Assert.That(new TargetIndex(document).Fullest(Nominal(document, first, end), [])!.Text, Is.EqualTo(full));
    }

    [TestCase("Kestrel Silicon Industry was hit // Kestrel fell", new[] { 0, 3, 5, 6 }, "Kestrel Silicon Industry")]
    [TestCase("Kestrel fell // Kestrel Silicon Industry was hit", new[] { 3, 6, 0, 1 }, "Kestrel")]
    [TestCase("Kestrel Trading belongs to Kestrel // Kestrel fell", new[] { 0, 2, 4, 5, 5, 6 }, "Kestrel")]
    [TestCase("Kestrel Trading and Kestrel Shipping were hit // Kestrel fell", new[] { 0, 2, 3, 5, 7, 8 }, "Kestrel")]
    [TestCase("Kestrel and Merlin were hit // Kestrel fell", new[] { 0, 3, 5, 6 }, "Kestrel")]
    public void ACompanyIsCalledByItsFirstWordOnceItIsNamed(string text, int[] names, string full)
    {
        var document = Flat.Document(text, [], [.. names.Chunk(2).OrderBy(n => n[0]).Select(n => Name(n[0], n[1]))]);
        var alone = document.Sentences.Single(s => s.Form(1) == "fell");
        Assert.That(new TargetIndex(document).Fullest(new(alone, 0, 1, 0, NominalKind.Name, TargetType.Organization, null), [])!.Text, Is.EqualTo(full));
    }

    [Test]
    public void TheBanksOfACountryAreNotTheCountry()
    {
        var document = Flat.Document("banks of Russia ( Veb Trade Bank , VTB ) were hit", new(2, 3, NameType.Location), Name(4, 7), Name(8, 9));
        Assert.That(new TargetIndex(document).Fullest(Nominal(document, 8, 9), [])!.Text, Is.Not.EqualTo("Russia"));
    }

    [Test]
    public void ThePersonsFirmsAreNotThePerson()
    {
        var document = Flat.Document("Ismael Zambada ( \" Mayito Trade \" ) was hit", new(0, 2, NameType.Person), Name(4, 6));
        Assert.That(new TargetIndex(document).Fullest(Nominal(document, 4, 6), [])!.Text, Is.EqualTo("Mayito Trade"));
    }

    [Test]
    public void ANicknameInABracketStandsForThePerson()
    {
        var document = Flat.Document("Ismael Zambada ( \" Mayito Flaco \" ) was hit", new NameMention(0, 2, NameType.Person), new NameMention(4, 6, NameType.Person));
        Assert.That(new TargetIndex(document).Fullest(Nominal(document, 4, 6), [])!.Text, Is.EqualTo("Ismael Zambada"));
    }

    [TestCase("Tomas Orellana Kumba spoke and Orellana left", new[] { 0, 3, 5, 6 }, "Tomas Orellana Kumba")]
    [TestCase("Orel Kumba Lutendo spoke and Orel left", new[] { 0, 3, 5, 6 }, "Orel Kumba Lutendo")]
    [TestCase("Tomas Kumba Orellana , Oda Kumba Brekke and Kumba left", new[] { 0, 3, 4, 7, 8, 9 }, "Kumba")]
    [TestCase("Kumba met Tomas Kumba Orellana", new[] { 0, 1, 2, 5 }, "Kumba", 0)]
    public void AWordOfOnlyOnePersonsNameStandsForThePerson(string text, int[] names, string full, int at = -1)
    {
        var document = Flat.Document(text, [.. names.Chunk(2).Select(n => new NameMention(n[0], n[1], NameType.Person))]);
        var name = at >= 0 ? at : names[^2];
        var nominal = Nominal(document, name, name + 1) with { Type = TargetType.Person };
        Assert.That(new TargetIndex(document).Fullest(nominal, [])!.Text, Is.EqualTo(full));
    }

    [TestCase("Kestrel Marine Corp sank and Kestrel Marine left", new[] { 0, 3, 5, 7 }, "Kestrel Marine Corp")]
    [TestCase("Kestrel Trading sank and Kestrel left", new[] { 0, 2, 4, 5 }, "Kestrel")]
    [TestCase("Bank of Tavora sank and Tavora Bank left", new[] { 0, 3, 5, 7 }, "Bank of Tavora")]
    [TestCase("Kumba Resistance Army hid and the KRA left", new[] { 0, 3, 6, 7 }, "Kumba Resistance Army")]
    [TestCase("Kumba Resistance Army met Kola Rural Aid and the KRA left", new[] { 0, 3, 4, 7, 9, 10 }, "KRA")]
    public void ACompanyIsKnownWithoutItsFormByItsWordsAndByItsInitials(string text, int[] names, string full)
    {
        var document = Flat.Document(text, [.. names.Chunk(2).Select(n => Name(n[0], n[1]))]);
        Assert.That(new TargetIndex(document).Fullest(Nominal(document, names[^2], names[^1]), [])!.Text, Is.EqualTo(full));
    }

    [TestCase("Mohammed Tomas Orellana Kumba spoke // and Tomas Kumba left", NameType.Person, "Mohammed Tomas Orellana Kumba")]
    [TestCase("Mohammed Tomas Orellana Kumba spoke // and Tomas Kumba left", NameType.Organization, "Mohammed Tomas Orellana Kumba")]
    [TestCase("Tomas Orellana Kumba Junior spoke // and Tomas Kumba left", NameType.Person, "Tomas Kumba")]
    [TestCase("Tomas Eduardo Kumba Lutendo spoke and Tomas Kumba left", NameType.Person, "Tomas Kumba")]
    public void APersonIsKnownBySomeOfTheNames(string text, NameType type, string full)
    {
        var document = Flat.Document(text, new NameMention(0, 4, NameType.Person), new NameMention(6, 8, type));
        var last = document.Sentences[^1];
        var nominal = new Nominal(last, last.Count - 3, last.Count - 1, last.Count - 3, NominalKind.Name, type == NameType.Person ? TargetType.Person : TargetType.Organization, null);
        Assert.That(new TargetIndex(document).Fullest(nominal, [])!.Text, Is.EqualTo(full));
    }

    [Test]
    public void ANameInTheBracketOfANameStandsForIt()
    {
        var document = Flat.Document("Consorcio Tavora de Transportes ( Contavora ) flies and Contavora left", Name(0, 7), Name(9, 10));
        Assert.That(new TargetIndex(document).Fullest(Nominal(document, 9, 10), [])!.Text, Does.StartWith("Consorcio"));
    }

    static NameMention Name(int first, int end) => new(first, end, NameType.Organization);

    static Nominal Nominal(DocumentView document, int first, int end) =>
        new(document.Sentences[0], first, end, first, NominalKind.Name, TargetType.Organization, null);
}
