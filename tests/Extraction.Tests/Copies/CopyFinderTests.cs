using Extraction.Copies;
using Extraction.Tests.Clean;

namespace Extraction.Tests.Copies;

[TestFixture]
public sealed class CopyFinderTests
{
    [Test]
    public void ACopyNamesItsOriginalAndACopyOfACopyToo()
    {
        var finder = new CopyFinder(new());
        string[] said = [.. new[] { Story(1), Story(2), Story(1), Story(1) + "\n\nReporting by our own staff.", Story(2) }.Select((text, i) => Said(finder, i, text))];
        Assert.That(said, Is.EqualTo(new[] { "-", "-", "0", "0", "1" }));
    }

    [Test]
    public void HeadlineCaseAndWhiteSpaceDoNotCount()
    {
        var finder = new CopyFinder(new());
        Said(finder, 0, "One headline\n\n" + Story(1));
        Assert.That(Said(finder, 1, "Quite another title\n\n" + Story(1).ToUpperInvariant().Replace(" ", "  ", StringComparison.Ordinal)), Is.EqualTo("0"));
    }

    [Test]
    public void ShortNoticesAreCopiesOnlyWhereTheyAreTheSame()
    {
        var finder = new CopyFinder(new());
        Said(finder, 0, "The European Union imposed sanctions on Belarus on Monday.");
        Assert.That(Said(finder, 1, "The European Union imposed sanctions on Belarus on Tuesday."), Is.EqualTo("-"));
        Assert.That(Said(finder, 2, "The European Union imposed sanctions on Belarus on Monday."), Is.EqualTo("0"));
    }

    [Test]
    public void TheOldestIsForgottenFirstAndMemoryStaysAsItIs()
    {
        var finder = new CopyFinder(new() { Remember = 10 });
        for (var i = 0; i < 25; i++)
        {
            Assert.That(Said(finder, i, Story(i)), Is.EqualTo("-"));
        }

        // 15 to 24 are known: 15 first, since 14 becomes the newest original.
        Assert.That(Enumerable.Range(15, 10).Select(i => Said(finder, 100, Story(i))), Is.EqualTo(Enumerable.Range(15, 10).Select(i => $"{i}")));
        Assert.That(Said(finder, 101, Story(14)), Is.EqualTo("-"));
        Assert.That(Said(finder, 102, Story(14)), Is.EqualTo("101"));
    }

    [Test]
    public void ASketchComesBackFromItsText()
    {
        var sketch = Of(Story(5));
        var back = Sketch.FromText(sketch.Sequences, sketch.ToText());
        Assert.That((back.Sequences, back.ShareWith(sketch)), Is.EqualTo((sketch.Sequences, 1.0)));
    }

    [TestCase(0.3)]
    [TestCase(0.5)]
    [TestCase(0.8)]
    public void TheShareIsEstimatedWithinItsError(double share)
    {
        // Words of their own, in blocks that both have or one has.
        const int Words = 3000;
        var common = (int)(2 * Words * share / (1 + share));
        string Text(string own) => string.Join(' ', Enumerable.Range(0, Words).Select(i => i < common ? $"c{i}" : $"{own}{i}"));
        Assert.That(Of(Text("a")).ShareWith(Of(Text("b"))), Is.EqualTo(share).Within(3 * 0.045));
    }

    // Words that no other number gives.
    static string Story(int number) => string.Join(' ', Enumerable.Range(0, 120).Select(i => $"word{(i * 7) % 40}of{number}x{i % 11}")) + ".";

    static string Said(CopyFinder finder, int document, string text) =>
        finder.Settle(new($"{document}", 1), Of(text)) is { } original ? original.DocumentId : "-";

    static Sketch Of(string text) => Sketcher.Of(Cleaning.Plain(text)[0]);
}
