using Extraction.Annotate.Recognize;
using Extraction.Documents;

namespace Extraction.Tests.Annotate;

public class NicknamesTests
{
    [Test]
    public void A_nickname_in_quotes_stands_inside_the_name() =>
        Assert.That(Join("They named Ricardo \" Ti Bwa \" Fleur .", (2, 3, NameType.Person), (7, 8, NameType.Location)), Is.EqualTo(new[] { new NameMention(2, 8, NameType.Person) }));

    [Test]
    public void The_family_name_may_be_missed() =>
        Assert.That(Join("Jean Paul ' Barbecue ' Brun left", (0, 2, NameType.Person), (3, 4, NameType.Misc)), Is.EqualTo(new[] { new NameMention(0, 6, NameType.Person) }));

    [Test]
    public void The_first_name_may_be_taken_with_half_the_nickname() =>
        Assert.That(Join("They named Ricardo \" Ti Bwa \" Fleur .", (2, 6, NameType.Person)), Is.EqualTo(new[] { new NameMention(2, 8, NameType.Person) }));

    [Test]
    public void A_quotation_between_persons_is_none()
    {
        var names = new[] { (0, 1, NameType.Person), (6, 7, NameType.Person) };
        Assert.That(Join("Petrov said \" no \" to Ivanov", names), Has.Length.EqualTo(2));
    }

    [Test]
    public void Organisations_are_left_alone() =>
        Assert.That(Join("The Alma \" Star \" Company", (1, 2, NameType.Organization), (5, 6, NameType.Organization)), Has.Length.EqualTo(2));

    private static NameMention[] Join(string text, params (int First, int End, NameType Type)[] names)
    {
        var forms = text.Split(' ');
        var list = names.Select(name => new NameMention(name.First, name.End, name.Type)).ToList();
        Nicknames.Join(forms, list, [(0, forms.Length, false)]);
        return [.. list];
    }
}
