using Extraction.Annotate;
using Extraction.Annotate.Recognize;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>Trains the name recogniser: a structured perceptron (Collins 2002) that must win by a margin.</summary>
public static class NameTrainer
{
    private const int MinUpdates = 3;
    private const double LeftOut = 0.25;
    private const double FirstAlone = 0.1;
    private const float Margin = 40f;

    /// <param name="sentences">Sentences with names.</param>
    /// <param name="tags">The tagger's tags for the words of one sentence (in any dress).</param>
    /// <param name="clusters">Words by the company they keep.</param>
    /// <param name="lists">Packed lists of names.</param>
    /// <param name="rounds">Passes.</param>
    /// <param name="most">Weights kept.</param>
    /// <param name="progress">Told after every round.</param>
    public static byte[] Train(
        IReadOnlyList<NamedSentence> sentences, Func<NamedSentence, Word[], byte[]> tags, WordClusters clusters, byte[] lists, int rounds, int most, Action<string> progress)
    {
        var weights = new PerceptronWeights(NameLabels.Count, MinUpdates);
        var known = new NameLists(PackedMap.Read(lists));
        var examples = sentences.SelectMany((sentence, number) => Casings.Of(sentence.Forms, number).Select(forms =>
        {
            var words = Word.OfSentence(forms, clusters);
            var listed = new ushort[words.Length];
            known.Find(words, listed);
            return new Example(words, tags(sentence, words), listed, [.. sentence.Labels]);
        })).ToArray();
        var dropout = new Dropout(LeftOut, FirstAlone, NameFeatures.First, 20);
        for (var round = 1; round <= rounds; round++)
        {
            Shuffle.InPlace(examples, round);
            var wrong = examples.Count(example => Learn(weights, dropout, example));
            progress($"names: round {round} of {rounds}, {100.0 * wrong / examples.Length:F2} % of the sentences changed the weights");
        }

        return SectionFile.Write(("weights", weights.Pack(most)), ("lists", lists));
    }

    private static bool Learn(PerceptronWeights weights, Dropout dropout, Example example)
    {
        const int Count = NameLabels.Count;
        var (words, tags, listed, gold) = example;
        var features = new ulong[words.Length * NameFeatures.Count];
        var kept = new int[words.Length];
        var emissions = new int[words.Length * Count];
        var steps = new int[(Count + 1) * Count];
        Span<float> scores = stackalloc float[Count];
        for (var previous = 0; previous <= Count; previous++)
        {
            weights.Score([NameFeatures.Step(previous)], scores);
            for (var label = 0; label < Count; label++)
                steps[(previous * Count) + label] = Fixed(scores[label]);
        }

        for (var at = 0; at < words.Length; at++)
        {
            var slice = features.AsSpan(at * NameFeatures.Count, NameFeatures.Count);
            NameFeatures.Fill(words, tags, listed, at, rest: false, slice);
            NameFeatures.Fill(words, tags, listed, at, rest: true, slice[NameFeatures.First..]);
            kept[at] = dropout.Thin(slice).Length;
            weights.Score(slice[..kept[at]], scores);
            for (var label = 0; label < Count; label++)
                emissions[(at * Count) + label] = Fixed(scores[label] + (label == gold[at] ? 0 : Margin));
        }

        var guess = new byte[words.Length];
        Viterbi.Decode(emissions, steps, guess);
        weights.NextStep();
        if (guess.AsSpan().SequenceEqual(gold))
            return false;
        for (var at = 0; at < words.Length; at++)
        {
            int before = at == 0 ? Count : gold[at - 1], guessedBefore = at == 0 ? Count : guess[at - 1];
            if (guess[at] != gold[at])
                weights.Update(features.AsSpan(at * NameFeatures.Count, kept[at]), gold[at], guess[at]);
            if (guess[at] == gold[at] && before == guessedBefore)
                continue;
            weights.Update([NameFeatures.Step(before)], gold[at], -1);
            weights.Update([NameFeatures.Step(guessedBefore)], -1, guess[at]);
        }

        return true;
    }

    private static int Fixed(float score) => (int)(score * 1024);

    private sealed record Example(Word[] Words, byte[] Tags, ushort[] Listed, byte[] Gold);
}
