using Extraction.Sinks.Linking;

namespace Extraction.Sinks.Tests.Linking;

[TestFixture]
public sealed class ListFileTests
{
    TempFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new();

    [TearDown]
    public void DropFolder() => folder.Dispose();

    [Test]
    public void FollowTheMoney() => Check(
        "list.ftm.json",
        """
        {"id":"Q1","schema":"Person","properties":{"name":["Ali Reza"],"alias":["Aly Riza","علی رضا"],"country":["ir"]}}
        {"id":"Q2","schema":"Company","properties":{"name":["Acme"]}}
        {"id":"Q3","schema":"Ownership","properties":{"owner":["Q1"]}}

        {"id":"Q4","schema":"Vessel","properties":{"name":["Sea Star"]}}
        """,
        "Q1 Person Ali Reza; Aly Riza; علی رضا",
        "Q2 Organization Acme",
        "Q4 Vessel Sea Star");

    [Test]
    public void OfacCsv()
    {
        var main = folder.Write("sdn.csv", ["36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\",-0- ,-0-", "7157,\"REZA, Ali\",\"individual\",\"IRAN\",-0- ,-0-", "9,\"SEA STAR\",\"vessel\",\"IRAN\",-0- ,-0-", "\u001a"]);
        var aliases = folder.Write("alt.csv", ["36,12,\"aka\",\"AERO-CARIBBEAN\",-0- ", "7157,13,\"aka\",\"RIZA, Aly\",-0- "]);
        Assert.That(Shown(ListFile.ReadAll([main, aliases])), Is.EqualTo(new[] { "ofac-36 Organization AEROCARIBBEAN AIRLINES; AERO-CARIBBEAN", "ofac-7157 Person Ali REZA; Aly RIZA", "ofac-9 Vessel SEA STAR" }));
    }

    [Test]
    public void OfacXml() => Check(
        "sdn.xml",
        """
        <?xml version="1.0" standalone="yes"?>
        <sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>01/01/2024</Publish_Date></publshInformation>
        <sdnEntry><uid>7</uid><firstName>Ali</firstName><lastName>REZA</lastName><sdnType>Individual</sdnType><akaList><aka><uid>8</uid><type>a.k.a.</type><firstName>Aly</firstName><lastName>RIZA</lastName></aka></akaList></sdnEntry>
        <sdnEntry><uid>9</uid><lastName>ACME</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>
        """,
        "ofac-7 Person Ali REZA; Aly RIZA",
        "ofac-9 Organization ACME");

    [Test]
    public void EuropeanUnion() => Check(
        "eu.xml",
        """
        <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-01-01"><sanctionEntity logicalId="13"><subjectType code="person"/><nameAlias firstName="Ali" lastName="Reza" wholeName="Ali Reza"/><nameAlias firstName="Aly" middleName="" lastName="Riza" wholeName=""/></sanctionEntity>
        <sanctionEntity logicalId="14"><subjectType code="enterprise"/><nameAlias wholeName="Acme"/></sanctionEntity></export>
        """,
        "eu-13 Person Ali Reza; Aly  Riza",
        "eu-14 Organization Acme");

    [Test]
    public void UnitedNations() => Check(
        "un.xml",
        """
        <CONSOLIDATED_LIST dateGenerated="2024-01-01"><INDIVIDUALS><INDIVIDUAL><DATAID>6908</DATAID><FIRST_NAME>ALI</FIRST_NAME><SECOND_NAME>REZA</SECOND_NAME><NAME_ORIGINAL_SCRIPT>علی رضا</NAME_ORIGINAL_SCRIPT><INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Aly Riza</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS/></INDIVIDUAL></INDIVIDUALS>
        <ENTITIES><ENTITY><DATAID>11</DATAID><FIRST_NAME>ACME</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>
        """,
        "un-6908 Person ALI REZA; علی رضا; Aly Riza",
        "un-11 Organization ACME");

    [TestCase("x.xml", "<html/>")]
    [TestCase("x.xml", "<sdnList><sdnEntry></sdnList>")]
    [TestCase("x.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><sdnList>&b;</sdnList>")]
    [TestCase("x.json", "{")]
    [TestCase("x.json", "{}")]
    [TestCase("x.csv", "a,b,c,d")]
    [TestCase("x.pdf", "%PDF")]
    [TestCase("x.xml.gz", "not packed")]
    public void WhatIsNoListIsSaid(string name, string content) =>
        Assert.That(() => ListFile.ReadAll([folder.Write(name, [content])]), Throws.InstanceOf<FormatException>().With.Message.StartsWith(folder[name]));

    void Check(string name, string content, params string[] expected) => Assert.That(Shown(ListFile.ReadAll([folder.Write(name, [content])])), Is.EqualTo(expected));

    static IEnumerable<string> Shown(IEnumerable<ListEntry> entries) => entries.Select(entry => $"{entry.Id} {entry.Kind} {string.Join("; ", entry.Names)}");
}
