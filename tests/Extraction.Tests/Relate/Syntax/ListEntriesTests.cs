using Extraction.Documents;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Syntax;

public sealed class ListEntriesTests
{
    [TestCase("QDi.871 Name : 1 : MAREK 2 : OLANDER 3 : TAVORA", "MAREK OLANDER TAVORA", NameType.Person)]
    [TestCase("QDi.871 Name : 1 : MAREK 2 : OLANDER 3 : na 4 : na", "MAREK OLANDER", NameType.Person)]
    [TestCase("QDi.871 Name : 1 : MAREK 2 : na 3 : na Title : na DOB : 1971", "MAREK", NameType.Person)]
    [TestCase("LYi.803 Name : 1 : INES 2 : TAVORA Title : na Designation : Owner", "INES TAVORA", NameType.Person)]
    [TestCase("LYi.803 Name : 1 : INES 2 : TAVORA . A.k.a. : Kestrel", "INES TAVORA", NameType.Person)]
    [TestCase("CDe.810 Name : KESTREL MARINE SERVICES ( KMS )", "KESTREL MARINE SERVICES", NameType.Organization)]
    [TestCase("CDe.810 Name : KESTREL MARINE SERVICES Address : Oslo", "KESTREL MARINE SERVICES", NameType.Organization)]
    public void TheNameOfAnEntryIsOneName(string text, string name, NameType type)
    {
        var sentence = Flat.Document(text).Sentences[0];
        var found = NominalFinder.Find(sentence).Single(n => n.Kind == NominalKind.Name);
        Assert.That(TargetNames.Display(found), Is.EqualTo(name));
        Assert.That(sentence.Names.Single().Type, Is.EqualTo(type));
    }

    [TestCase("The committee heard a person whose Name : was not given")]
    [TestCase("Pos. Name : Team Points 1 : Olander 2 : Tavora")]
    public void OtherWordsAreNone(string text) => Assert.That(Flat.Document(text).Sentences[0].Names, Is.Empty);

    [TestCase("the person is add to the list :", true)]
    [TestCase("the entry in the annex is delete :", true)]
    [TestCase("the person is on the list :", false)]
    [TestCase("the person is add to the team :", false)]
    public void NamesArePutOnAList(string text, bool expected) => Assert.That(ListEntries.IsListing(Flat.Document(text).Sentences[0]), Is.EqualTo(expected));
}
