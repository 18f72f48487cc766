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
}
