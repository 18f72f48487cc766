using Extraction.Learning.Neural;
using Extraction.Relate;
using Extraction.Relate.Reading;

namespace Extraction.Tests.Relate.Reading;

public sealed class ActorChooserTests
{
    [Test]
    public void MembersOfAListActTogetherAndAreEquallyLikely()
    {
        var chosen = Choose("Canada , France and Japan struck", 0.5, 0.3, 0.2);
        Assert.That(chosen.Select(c => c.Authority.Name), Is.EquivalentTo(new[] { "Canada", "France", "Japan" }));
        Assert.That(chosen.Select(c => c.P), Is.All.EqualTo(1).Within(1e-5));
        Assert.That(chosen[0].Together, Is.EquivalentTo(new[] { "Canada", "France", "Japan" }));
    }

    [Test]
    public void AGroupOfStatesIsEachOfThem()
    {
        var chosen = Choose("the Baltic states struck and Estonia wept for Japan", 0.6, 0.3, 0.1);
        Assert.That(chosen.Select(c => (c.Authority.Name, c.Authority.Code)), Is.EqualTo(new[] { ("Estonia", "EE"), ("Latvia", "LV"), ("Lithuania", "LT") }));
        Assert.That(chosen.Select(c => c.P), Is.All.EqualTo(chosen[0].P));
        Assert.That(chosen[0].Together, Is.EqualTo(new[] { "Estonia", "Latvia", "Lithuania" }));
    }

    [Test]
    public void WhoStandsApartActsAlone()
    {
        var chosen = Choose("Canada struck where France had and Japan will", 0.6, 0.39, 0.01);
        Assert.That(chosen.Select(c => c.Authority.Name), Is.EqualTo(new[] { "Canada", "France" }));
        Assert.That(chosen[1].P, Is.EqualTo(chosen[0].P * 0.39 / 0.6).Within(1e-5));
        Assert.That(chosen.Select(c => c.Together.Count), Is.All.EqualTo(1));
    }

    [Test]
    public void AMemberThatIsHardlyLikelyIsLeftOut() =>
        Assert.That(Choose("Canada and France struck Japan", 0.97, 0.02, 0.01).Select(c => c.Authority.Name), Is.EqualTo(new[] { "Canada" }));

    static List<ChosenActor> Choose(string text, params double[] p)
    {
        var sentence = Flat.Document(text).Sentences[0];
        List<Mention> mentions = [.. sentence.Authorities.Select(a => new Mention(sentence, a))];
        Assert.That(mentions, Has.Count.EqualTo(p.Length));
        int[] all = [.. Enumerable.Range(0, p.Length)];
        var scores = new Tensor(p.Length, 1, Array.ConvertAll(p, x => (float)Math.Log(x)), null);
        return new ActorChooser(new RelateOptions()).Choose(scores, new PairInputs([0], all, new int[p.Length], all, new int[p.Length + 1], []), mentions, 0, p.Length);
    }
}
