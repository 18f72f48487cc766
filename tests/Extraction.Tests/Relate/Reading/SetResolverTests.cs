using Extraction.Documents;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Tests.Relate.Reading;

public sealed class SetResolverTests
{
    [TestCase("the same three", new[] { "Alpha", "Beta", "Gamma" })]
    [TestCase("all three", new[] { "Alpha", "Beta", "Gamma" })]
    [TestCase("the three", new[] { "Alpha", "Beta", "Gamma" })]
    [TestCase("the four", new[] { "four" })]
    [TestCase("another three", new[] { "three" })]
    [TestCase("three", new[] { "three" })]
    [TestCase("the trio", new[] { "Alpha", "Beta", "Gamma" })]
    [TestCase("a trio", new[] { "trio" })]
    public void ANumberThatPointsBackIsAsManyOfTheTargetsNamedBefore(string words, string[] targets) =>
        Assert.That(TargetsOf("They hit Alpha , Beta and Gamma // Britain hit " + words, "Alpha", "Beta", "Gamma"), Is.EqualTo(targets));

    [Test]
    public void OfTwoListsTheNearestThatIsAsLongIsMeant() =>
        Assert.That(TargetsOf("They hit Alpha and Beta // they hit Gamma and Delta // Britain hit the two", "Alpha", "Beta", "Gamma", "Delta"), Is.EqualTo(new[] { "Gamma", "Delta" }));

    [Test]
    public void ASetMayReachOverSentences() =>
        Assert.That(TargetsOf("They hit Alpha and Beta // they hit Gamma // Britain hit the three", "Alpha", "Beta", "Gamma"), Is.EqualTo(new[] { "Alpha", "Beta", "Gamma" }));

    [Test]
    public void TargetsOfTwoActsAreNoSet() =>
        Assert.That(TargetsOf("They hit Alpha and lifted Beta // Britain hit the two", "Alpha", "+Beta"), Is.EqualTo(new[] { "two" }));

    [Test]
    public void AMemberThatIsHardlyBelievedCountsWhereTheSetIsNotAsManyWithoutIt() =>
        Assert.That(TargetsOf("They hit Alpha , Beta and Gamma // Britain hit the three", "Alpha", "Beta", "?Gamma"), Is.EqualTo(new[] { "Alpha", "Beta", "Gamma" }));

    [Test]
    public void ASetWhoseMembersAreNotFoundIsLessLikely() =>
        Assert.That(Resolve("They hit Alpha // Britain hit the three", ["Alpha"])[^1].TargetP, Is.LessThan(0.7));

    [Test]
    public void AMemberIsAsLikelyAsTheSet()
    {
        var proposals = Resolve("They hit Alpha and Beta // Britain hit the two", ["Alpha", "Beta"]);
        Assert.That(proposals.TakeLast(2).Select(p => (p.Actor.Name, p.TargetP)), Is.All.EqualTo(("United Kingdom", 0.7)));
    }

    static List<string> TargetsOf(string text, params string[] hit) => Resolve(text, hit).Where(p => p.Actor.Name == "United Kingdom").Select(p => p.Target.Text).ToList();

    // The European Union hits each of the names (hardly those with "?"), and lifts its sanctions on those with "+"; the United Kingdom hits the last token.
    static List<Proposal> Resolve(string text, string[] hit)
    {
        string[] tokens = [.. text.Split(' ').Where(t => t != "//")];
        var names = hit.Select(h => Array.IndexOf(tokens, h.TrimStart('+', '?'))).Select(at => new NameMention(at, at + 1, NameType.Organization)).ToArray();
        var document = Flat.Document(text, [], names, ["two", "three", "four"]);
        var spans = new List<ReadSpan>();
        foreach (var h in hit)
        {
            var s = document.Sentences.Single(x => Enumerable.Range(0, x.Count).Any(i => x.Form(i) == h.TrimStart('+', '?')));
            spans.Add(Read(s, Enumerable.Range(0, s.Count).Single(i => s.Form(i) == h.TrimStart('+', '?')), "European Union", h[0] == '+' ? ActKind.Lift : ActKind.Impose, h[0] == '?' ? 0.15 : 0.9));
        }

        var last = document.Sentences[^1];
        spans.Add(Read(last, last.Count - 1, "United Kingdom", ActKind.Impose, 0.7));
        return [.. SetResolver.Resolve(document, spans)];
    }

    static ReadSpan Read(SentenceView s, int at, string actor, ActKind act, double p)
    {
        var isName = s.NameAt(at) >= 0;
        var target = new Nominal(s, at, at + 1, at, isName ? NominalKind.Name : NominalKind.Common, isName ? TargetType.Organization : TargetType.Group, null);
        return new(new(s, at, at + 1, at), p, [new(new Anchor(s, 1, null, 1), new Authority(actor, null, null, null, 0, 0), act, ActStatus.Actual, target, target.Type, 1, 1, 1, p)], []);
    }
}
