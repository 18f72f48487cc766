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
    private readonly Dictionary<string, int> _partOf;

    private Jackknife(Tagger[] taggers, byte[][] numbers, Dictionary<string, int> partOf)
    {
        _taggers = taggers;
        _numbers = numbers;
        _partOf = partOf;
    }

    /// <param name="sentences">The sentences; neighbours, fifty at a time, fall into the same part.</param>
    /// <param name="tagger">The tagger trained on all, for the numbers of its tags and for sentences not among these.</param>
    /// <param name="clusters">Words by the company they keep.</param>
    /// <param name="progress">Told after every round.</param>
    public static Jackknife Of(ImmutableArray<TreeSentence> sentences, Tagger tagger, WordClusters clusters, Action<string> progress)
    {
        var partOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0; number < sentences.Length; number++)
            partOf[sentences[number].Id] = number / 50 % Parts;
        var taggers = Enumerable.Range(0, Parts).Select(part =>
        {
            var others = sentences.Where(sentence => partOf[sentence.Id] != part).ToArray();
            var weights = TaggerTrainer.Train(others, clusters, rounds: 4, most: 1_000_000, text => progress($"part {part + 1} of {Parts}, {text}"));
            return new Tagger(SectionFile.Read(weights));
        }).Append(tagger).ToArray();
        var all = tagger.Tags.Select((tag, number) => (tag, number)).ToDictionary(entry => entry.tag, entry => (byte)entry.number, StringComparer.Ordinal);
        return new Jackknife(taggers, [.. taggers.Select(part => part.Tags.Select(tag => all[tag]).ToArray())], partOf);
    }

    /// <summary>Tags for the words (in any dress) of the sentence with this id.</summary>
    public byte[] Tags(string id, Word[] words)
    {
        var part = _partOf.GetValueOrDefault(id, Parts);
        var tags = new byte[words.Length];
        _taggers[part].Tag(words, tags);
        for (var at = 0; at < tags.Length; at++)
            tags[at] = _numbers[part][tags[at]];
        return tags;
    }
}
