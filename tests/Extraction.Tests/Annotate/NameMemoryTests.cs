using Extraction.Annotate.Recognize;
using Extraction.Documents;

namespace Extraction.Tests.Annotate;

public class NameMemoryTests
{
    [Test]
    public void A_family_name_alone_is_that_person() => Assert.That(
        Settled("Anna Berg spoke . Berg left .", (0, 2, NameType.Person), (4, 5, NameType.Organization)),
        Is.EqualTo("Person Anna Berg; Person Berg"));

    [Test]
    public void An_acronym_in_brackets_has_its_long_names_type() => Assert.That(
        Settled("The Northern Trade Front ( NTF ) grew . NTF men left .", (1, 4, NameType.Organization)),
        Is.EqualTo("Organization Northern Trade Front; Organization NTF; Organization NTF"));

    [Test]
    public void Most_mentions_decide_the_type() => Assert.That(
        Settled("Volta fell . Volta rose . Volta slept .", (0, 1, NameType.Location), (3, 4, NameType.Organization), (6, 7, NameType.Location)),
        Is.EqualTo("Location Volta; Location Volta; Location Volta"));

    [Test]
    public void What_is_nowhere_a_name_stays_none() => Assert.That(
        Settled("Anna Berg spoke . Men left .", (0, 2, NameType.Person)), Is.EqualTo("Person Anna Berg"));

    [Test]
    public void No_names_are_no_trouble() => Assert.That(Settled("Men left ."), Is.Empty);

    private static string Settled(string text, params (int First, int End, NameType Type)[] found)
    {
        var forms = text.Split(' ');
        var names = found.Select(name => new NameMention(name.First, name.End, name.Type)).ToList();
        NameMemory.Settle(forms, names, [(0, forms.Length, false)]);
        return string.Join("; ", names.Select(name => $"{name.Type} {string.Join(' ', forms[name.First..name.End])}"));
    }
}
