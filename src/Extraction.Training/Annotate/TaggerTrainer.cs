using System.Collections.Immutable;
using Extraction.Annotate;
using Extraction.Annotate.Tag;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>Trains the tagger and its lexicon on treebank sentences. The same sentences give the same bytes.</summary>
public static class TaggerTrainer
{
    private const int MinUpdates = 4;
    private const double LeftOut = 0.1;
    private const double FirstAlone = 0.3;

    public static byte[] Train(IReadOnlyList<TreeSentence> sentences, WordClusters clusters, int rounds, int most, Action<string> progress)
    {
        var tags = sentences.SelectMany(sentence => sentence.Tags).CountBy(tag => tag)
            .Where(entry => entry.Value > 1).Select(entry => entry.Key).Order(StringComparer.Ordinal).ToImmutableArray();
        var lexicon = Lexicon.Pack(sentences);
        var known = PackedMap.Read(lexicon);
        var numbers = tags.Select((tag, at) => (tag, at)).ToDictionary(entry => entry.tag, entry => entry.at, StringComparer.Ordinal);
        var weights = new PerceptronWeights(tags.Length, MinUpdates);
        var examples = sentences.SelectMany((sentence, number) => Casings.Of(sentence.Forms, number).Select(forms =>
            (Words: Word.OfSentence(forms, clusters), Gold: sentence.Tags.Select(tag => numbers.GetValueOrDefault(tag, -1)).ToArray()))).ToArray();
        var dropout = new Dropout(LeftOut, FirstAlone, TagFeatures.First, 19);
        for (var round = 1; round <= rounds; round++)
        {
            Shuffle.InPlace(examples, round);
            long right = 0, all = 0;
            foreach (var (words, gold) in examples)
            {
                right += Learn(weights, dropout, known, words, gold);
                all += words.Length;
            }

            progress($"tagger: round {round} of {rounds}, {100.0 * right / all:F2} % right while training");
        }

        return SectionFile.Write(
            ("weights", weights.Pack(most)),
            ("lexicon", lexicon),
            SectionFile.OfLines("tags", tags),
            ("lemmas", LemmaTable.Pack(sentences, out var rules)),
            SectionFile.OfLines("lemma-rules", rules));
    }

    private static int Learn(PerceptronWeights weights, Dropout dropout, PackedMap known, Word[] words, int[] gold)
    {
        Span<ulong> all = stackalloc ulong[TagFeatures.Count];
        Span<float> scores = stackalloc float[weights.Labels];
        var classes = words.Select(word => known.Find(word.Lower)).ToArray();
        int previous = TagFeatures.None, beforePrevious = TagFeatures.None, right = 0;
        for (var at = 0; at < words.Length; at++)
        {
            TagFeatures.Fill(words, classes, at, previous, beforePrevious, rest: false, all);
            TagFeatures.Fill(words, classes, at, previous, beforePrevious, rest: true, all[TagFeatures.First..]);
            var features = dropout.Thin(all);
            weights.Score(features, scores);
            var best = 0;
            for (var tag = 1; tag < scores.Length; tag++)
            {
                if (scores[tag] > scores[best])
                    best = tag;
            }

            weights.NextStep();
            if (best == gold[at])
                right++;
            else if (gold[at] >= 0)
                weights.Update(features, gold[at], best);
            beforePrevious = previous;
            previous = best;
        }

        return right;
    }
}
