using System.Collections.Immutable;
using Extraction.Annotate;
using Extraction.Annotate.Tag;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>
/// Taggers that each did not see a part of the sentences, to tag that part as unseen text would be tagged.
/// Their tags are renumbered to those of the tagger trained on all.
/// </summary>
internal sealed class Jackknife
{
    private const int Parts = 4;
    private readonly Tagger[] _taggers;
    private readonly byte[][] _numbers;

    private Jackknife(Tagger[] taggers, IReadOnlyList<string> tags)
    {
        _taggers = taggers;
        _numbers = [.. taggers.Select(tagger => tagger.Tags.Select(tag => (byte)Math.Max(0, tags.ToList().IndexOf(tag))).ToArray())];
    }

    public static Jackknife Of(ImmutableArray<TreeSentence> sentences, IReadOnlyList<string> tags, Action<string> progress)
    {
        var taggers = Enumerable.Range(0, Parts).Select(part =>
        {
            var others = sentences.Where((_, number) => number / 50 % Parts != part).ToArray();
            var weights = TaggerTrainer.Train(others, rounds: 4, most: 1_000_000, text => progress($"part {part + 1} of {Parts}, {text}"));
            return new Tagger(SectionFile.Read(weights));
        }).ToArray();
        return new Jackknife(taggers, tags);
    }

    /// <summary>Tags of words that are sentence <paramref name="number"/>.</summary>
    public byte[] Tags(int number, Word[] words)
    {
        var part = number / 50 % Parts;
        var tags = new byte[words.Length];
        _taggers[part].Tag(words, tags);
        for (var at = 0; at < tags.Length; at++)
            tags[at] = _numbers[part][tags[at]];
        return tags;
    }
}
