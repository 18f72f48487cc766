using Extraction.Annotate.Recognize;
using Extraction.Documents;

namespace Extraction.Tests.Annotate;

public class NameLabelsTests
{
    [Test]
    public void Labels_are_read_as_names()
    {
        var names = new List<NameMention>();
        NameLabels.Read([1, 2, 0, 3, 3, 4], 10, names);
        Assert.That(names, Is.EqualTo(new NameMention[]
        {
            new(10, 12, NameType.Person), new(13, 14, NameType.Organization), new(14, 16, NameType.Organization),
        }));
    }

    [Test]
    public void Decoding_never_goes_on_with_what_has_not_begun()
    {
        var random = new Random(5);
        for (var run = 0; run < 200; run++)
        {
            var labels = new byte[random.Next(1, 12)];
            var scores = Enumerable.Range(0, labels.Length * NameLabels.Count).Select(_ => random.Next(-100, 100)).ToArray();
            var steps = Enumerable.Range(0, (NameLabels.Count + 1) * NameLabels.Count).Select(_ => random.Next(-50, 50)).ToArray();
            Viterbi.Decode(scores, steps, labels);
            for (var at = 0; at < labels.Length; at++)
                Assert.That(NameLabels.Follows(at == 0 ? NameLabels.Outside : labels[at - 1], labels[at]));
        }
    }

    [Test]
    public void Decoding_finds_the_best_row()
    {
        // Two words: alone the second would begin an organisation, but together a person of two words is best.
        var scores = new int[2 * NameLabels.Count];
        scores[NameLabels.Begin(NameType.Person)] = 10;
        scores[NameLabels.Count + NameLabels.Inside(NameType.Person)] = 4;
        scores[NameLabels.Count + NameLabels.Begin(NameType.Organization)] = 5;
        var steps = new int[(NameLabels.Count + 1) * NameLabels.Count];
        steps[(NameLabels.Begin(NameType.Person) * NameLabels.Count) + NameLabels.Inside(NameType.Person)] = 3;
        var labels = new byte[2];
        Viterbi.Decode(scores, steps, labels);
        Assert.That(labels, Is.EqualTo(new[] { (byte)NameLabels.Begin(NameType.Person), (byte)NameLabels.Inside(NameType.Person) }));
    }
}
