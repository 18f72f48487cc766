using Extraction.Documents;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Syntax;

public sealed class NameEdgesTests
{
    [TestCase("crypto exchange Kestrelex fell", 0, 3, 2)]
    [TestCase("Kestrel Marine fell", 0, 2, 0)]
    [TestCase("Kestrel shipping PTE LTD fell", 0, 4, 0)]
    [TestCase("kestrel shipping PTE LTD fell", 0, 4, 0)]
    public void WhatANamedBodyIsStandsBeforeItsName(string text, int first, int end, int expected)
    {
        var name = Flat.Document(text, new NameMention(first, end, NameType.Organization)).Sentences[0].Names.Single();
        Assert.That((name.First, name.End), Is.EqualTo((expected, end)));
    }

    [TestCase("ORELLANA KUMBA , Tomas ( born 1971 )", 1)]
    [TestCase("ORELLANA KUMBA , Tomas and others", 2)]
    [TestCase("ORELLANA KUMBA , Tomas , pursuant to", 1)]
    [TestCase("ORELLANA KUMBA , TOMAS ( born 1971 )", 2)]
    [TestCase("Orellana Kumba , Tomas ( born 1971 )", 2)]
    public void ASurnameInCapitalsBelongsToTheGivenNamesBehindIt(string text, int names) =>
        Assert.That(Flat.Document(text, new NameMention(0, 2, NameType.Person), new NameMention(3, 4, NameType.Person)).Sentences[0].Names, Has.Length.EqualTo(names));

    [TestCase("the Island-flagged tanker WIDE GULL ( IMO 9123456 ) sailed", 4, 5, 3)]
    [TestCase("the Island-flagged tanker KESTREL ( IMO 9123456 ) sailed", 5, 6, 3)]
    [TestCase("the tanker Kestrel ( IMO 9123456 ) sailed", 2, 3, 2)]
    public void AShipIsNamedBeforeItsNumber(string text, int first, int end, int expected)
    {
        var name = Flat.Document(text, new NameMention(first, end, NameType.Organization)).Sentences[0].Names.Single();
        Assert.That((name.First, text.Split(' ')[name.End]), Is.EqualTo((expected, "(")));
    }

    [TestCase(": WIDE GULL ( Kestrel Shipping Limited ) ; others", 2)]
    [TestCase(": WIDE GULL ( Kestrel Shipping fleet ) ; others", 1)]
    public void AShipIsNamedBeforeItsOwner(string text, int names) =>
        Assert.That(Flat.Document(text, new NameMention(4, 7, NameType.Organization)).Sentences[0].Names, Has.Length.EqualTo(names));

    [TestCase("by Long Bay-based Cedar Kestrel Limited", 4, 6, 3)]
    [TestCase("; Cedar Kestrel Limited ;", 2, 4, 1)]
    [TestCase("said Cedar Kestrel Limited", 2, 4, 2)]
    public void ABodysNameBeginsBehindWhereItIsBased(string text, int first, int end, int expected) =>
        Assert.That(Flat.Document(text, new NameMention(first, end, NameType.Organization)).Sentences[0].Names.Single().First, Is.EqualTo(expected));

    [TestCase("by Long Bay-based Kestrel", 0)]
    [TestCase("by Long Kestrel-like sums", 1)]
    public void AnIslandIsNoPerson(string text, int names) =>
        Assert.That(Flat.Document(text, new NameMention(1, 2, NameType.Person)).Sentences[0].Names, Has.Length.EqualTo(names));
}
