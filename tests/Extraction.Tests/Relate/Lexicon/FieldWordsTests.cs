using Extraction.Relate.Lexicon;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Lexicon;

public sealed class FieldWordsTests
{
    [Test]
    public void EverySentenceKnowsHowFarTheWordsOfTheFieldAre()
    {
        var field = Flat.Document("They met // visas were refused // they left // new Sanctions came // they wrote", []).Field;
        Assert.That((field.Plain, field.Named), Is.EqualTo((2, 1)));
        Assert.That(Enumerable.Range(0, 5).Select(field.ToPlain), Is.EqualTo(new[] { 1, 0, 1, 0, 1 }));
        Assert.That(Enumerable.Range(0, 5).Select(field.ToNamed), Is.EqualTo(new[] { 3, 2, 1, 0, 1 }));
    }

    [Test]
    public void WithoutThemTheyAreNowhere()
    {
        var field = Flat.Document("They met // the player was banned", []).Field;
        Assert.That((field.Plain, field.Named, field.ToPlain(0), field.ToNamed(1)), Is.EqualTo((0, 0, FieldWords.Nowhere, FieldWords.Nowhere)));
    }
}
