using Extraction.Documents;
using Extraction.Learning.Neural;
using Extraction.Relate.Reading;

namespace Extraction.Tests.Relate.Reading;

public sealed class SpanDecoderTests
{
    static readonly Range Columns = 0..3;

    [Test]
    public void TheBestRowOfTagsIsSpelled()
    {
        // The second token alone would be inside, which nothing precedes: together with a weak beginning it is best.
        Assert.That(Decode(0, [0, 1, 0], [0, 0, 9], [9, 0, 0]), Is.EqualTo(new[] { (0, 2) }));
    }

    [Test]
    public void TwoTargetsMayStandSideBySide() =>
        Assert.That(Decode(0, [0, 9, 0], [0, 9, 0], [0, 0, 9], [9, 0, 0]), Is.EqualTo(new[] { (0, 1), (1, 3) }));

    [Test]
    public void EagernessFindsMore()
    {
        float[][] doubtful = [[1, 0.5f, 0], [9, 0, 0]];
        Assert.That(Decode(0, doubtful), Is.Empty);
        Assert.That(Decode(1, doubtful), Is.EqualTo(new[] { (0, 1) }));
    }

    [Test]
    public void NothingGoesOnThatHasNotBegun()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            var scores = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Enumerable.Range(0, 3).Select(_ => random.NextSingle() * 6).ToArray()).ToArray();
            var spans = Decode(0, scores);
            Assert.That(spans, Is.Ordered.By("Item1"));
            for (var i = 1; i < spans.Count; i++) Assert.That(spans[i].Item1, Is.GreaterThanOrEqualTo(spans[i - 1].Item2));
        }
    }

    [TestCase("Ricardo \" Ti Bwa \" fled", 3, 5)]
    [TestCase("Ricardo \" Ti and so on and on", 3, 1)]
    public void ANicknameIsClosedOrLeftOut(string text, int tagged, int end)
    {
        using var tape = new Tape();
        float[][] scores = [.. text.Split(' ').Select((_, i) => i == 0 ? new float[] { 0, 9, 0 } : i < tagged ? [0, 0, 9] : [9, 0, 0])];
        Assert.That(SpanDecoder.Decode(Scores(tape, scores), 0, Flat.Document(text).Sentences[0], Columns, 0).ConvertAll(s => s.Span.End), Is.EqualTo(new[] { end }));
    }

    [TestCase(NameType.Person, 1, 4, 4)]
    [TestCase(NameType.Organization, 1, 4, 2)]
    [TestCase(NameType.Person, 2, 4, 2)]
    public void APersonIsNamedInFull(NameType type, int first, int end, int expected)
    {
        using var tape = new Tape();
        var s = Flat.Document("hit Viktor Filippovich Rashnikov there", new NameMention(first, end, type)).Sentences[0];
        var spans = SpanDecoder.Decode(Scores(tape, [9, 0, 0], [0, 9, 0], [9, 0, 0], [9, 0, 0], [9, 0, 0]), 0, s, Columns, 0);
        Assert.That(spans.ConvertAll(k => (k.Span.First, k.Span.End)), Is.EqualTo(new[] { (1, expected) }));
    }

    [Test]
    public void WhatPartsAListIsInNoneOfItsNames()
    {
        using var tape = new Tape();
        var s = Flat.Document("Aero Corp ; Proven Glory here").Sentences[0];
        var scores = Scores(tape, [0, 9, 0], [0, 0, 9], [0, 0, 9], [0, 0, 9], [0, 0, 9], [9, 0, 0]);
        var spans = SpanDecoder.Decode(scores, 0, s, Columns, 0, ";");
        Assert.That(spans.ConvertAll(k => (k.Span.First, k.Span.End)), Is.EqualTo(new[] { (0, 2), (3, 5) }));
        Assert.That(SpanDecoder.Decode(scores, 0, s, Columns, 0).ConvertAll(k => (k.Span.First, k.Span.End)), Is.EqualTo(new[] { (0, 5) }), "reasons may have semicolons");
        Assert.That(spans[1].P, Is.GreaterThan(0.9), "what follows begins a name, whatever the network calls it");
    }

    [Test]
    public void AVerbBeforeATargetIsLeftOut()
    {
        using var tape = new Tape();
        var s = Flat.Document("they abducted members there", ["abducted"], []).Sentences[0];
        var spans = SpanDecoder.Decode(Scores(tape, [9, 0, 0], [0, 9, 0], [0, 0, 9], [9, 0, 0]), 0, s, Columns, 0);
        Assert.That(spans.ConvertAll(k => (k.Span.First, k.Span.End)), Is.EqualTo(new[] { (2, 3) }));
    }

    [Test]
    public void ProbabilityIsTheMeanOverTheTokens()
    {
        using var tape = new Tape();
        var scores = Scores(tape, [0, 0, 0], [0, 0, 0]);
        Assert.That(SpanDecoder.P(scores, 0, Flat.Sentence(2), 0, 2, Columns), Is.EqualTo(1 / 3.0).Within(1e-6));
    }

    static List<(int, int)> Decode(double eagerness, params float[][] scores)
    {
        using var tape = new Tape();
        return SpanDecoder.Decode(Scores(tape, scores), 0, Flat.Sentence(scores.Length), Columns, eagerness).ConvertAll(s => (s.Span.First, s.Span.End));
    }

    static Tensor Scores(Tape tape, params float[][] scores)
    {
        var tensor = tape.Constant(scores.Length, Kernels.Lane);
        for (var i = 0; i < scores.Length; i++) scores[i].CopyTo(tensor.Row(i));
        return tensor;
    }
}
