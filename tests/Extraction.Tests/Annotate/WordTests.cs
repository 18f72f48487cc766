using Extraction.Annotate;

namespace Extraction.Tests.Annotate;

public class WordTests
{
    [TestCase("The minister met the envoy in Paris on Monday .", Casing.Prose)]
    [TestCase("US Hits Iran Oil Exports With Sanctions", Casing.Title)]
    [TestCase("TREASURY SANCTIONS TWO BANKS", Casing.Capitals)]
    [TestCase("Anna Berg", Casing.Prose)]
    public void Judges_casing(string sentence, Casing expected) => Assert.That(Word.CasingOf(sentence.Split(' ')), Is.EqualTo(expected));

    [Test]
    public void In_prose_the_form_keeps_its_case() =>
        Assert.That(Word.Of("Bank", Casing.Prose).Form, Is.Not.EqualTo(Word.Of("bank", Casing.Prose).Form));

    [Test]
    public void In_capitals_only_letters_count()
    {
        var loud = Word.Of("BANK", Casing.Capitals);
        var quiet = Word.Of("Bank", Casing.Capitals);
        Assert.Multiple(() =>
        {
            Assert.That(loud.Form, Is.EqualTo(quiet.Form));
            Assert.That(loud.Lower, Is.EqualTo(Word.Of("bank", Casing.Prose).Lower));
            Assert.That(loud.Shape, Is.EqualTo(quiet.Shape));
        });
    }

    [Test]
    public void Figures_are_alike() => Assert.That(Word.Of("2019", Casing.Prose).Lower, Is.EqualTo(Word.Of("2020", Casing.Prose).Lower));

    [Test]
    public void Very_long_words_do_not_fail() => Assert.That(Word.Of(new string('x', 5000), Casing.Prose).Lower, Is.Not.Zero);
}
