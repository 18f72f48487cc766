using Extraction.Annotate;
using Extraction.Annotate.Parse;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>Trains the parser with exploration: after the first round it mostly follows its own choices and learns the way back.</summary>
public static class ParserTrainer
{
    private const int MinUpdates = 4;
    private const float Margin = 15f;
    private const double Exploration = 0.9;
    private const double LeftOut = 0.15;
    private const double FirstAlone = 0.3;

    /// <param name="sentences">Trees.</param>
    /// <param name="tags">The tagger's tags for the forms of one sentence (by its id, in any dress); best from taggers that did not see it.</param>
    /// <param name="clusters">Words by the company they keep.</param>
    /// <param name="rounds">Passes over the sentences.</param>
    /// <param name="most">Weights kept.</param>
    /// <param name="progress">Told after every round.</param>
    public static byte[] Train(
        IReadOnlyList<TreeSentence> sentences, Func<string, Word[], byte[]> tags, WordClusters clusters, int rounds, int most, Action<string> progress)
    {
        var labels = Labels(sentences);
        var actions = new ParseActions(labels);
        var weights = new PerceptronWeights(actions.Count, MinUpdates);
        var numbers = actions.Labels.Select((label, at) => (label, at)).ToDictionary(entry => entry.label, entry => entry.at, StringComparer.Ordinal);
        var examples = sentences.SelectMany((sentence, number) => Casings.Of(sentence.Forms, number).Select(forms =>
        {
            var words = Word.OfSentence(forms, clusters);
            return (Sentence: sentence, Words: words, Tags: tags(sentence.Id, words), Gold: sentence.Relations.Select(relation => numbers[relation]).ToArray());
        })).ToArray();
        var random = new Random(17);
        var dropout = new Dropout(LeftOut, FirstAlone, ParseFeatures.First, 18);
        var state = new ParseState();
        for (var round = 1; round <= rounds; round++)
        {
            Shuffle.InPlace(examples, round);
            long right = 0, all = 0;
            foreach (var (sentence, words, tagged, gold) in examples)
            {
                var oracle = new ParseOracle(sentence.Heads);
                state.Reset(words);
                while (!state.IsFinished)
                {
                    if (state.Depth == 0)
                    {
                        state.Shift();
                        continue;
                    }

                    all++;
                    right += Step(weights, dropout, actions, oracle, sentence, gold, words, tagged, state, round > 1 && random.NextDouble() < Exploration) ? 1 : 0;
                }
            }

            progress($"parser: round {round} of {rounds}, {100.0 * right / all:F2} % of the actions right while training");
        }

        return SectionFile.Write(("weights", weights.Pack(most)), SectionFile.OfLines("labels", labels));
    }

    private static bool Step(
        PerceptronWeights weights, Dropout dropout, ParseActions actions, ParseOracle oracle, TreeSentence sentence, int[] gold, Word[] words, byte[] tagged, ParseState state, bool explore)
    {
        Span<ulong> all = stackalloc ulong[ParseFeatures.Count];
        Span<float> scores = stackalloc float[weights.Labels];
        var view = new ParseView(state, words, tagged);
        ParseFeatures.FillFirst(view, all);
        ParseFeatures.FillRest(view, all[ParseFeatures.First..]);
        var features = dropout.Thin(all);
        weights.Score(features, scores);
        var shift = state.CanShift ? oracle.ShiftCost(state) : int.MaxValue;
        var left = state.CanLeft ? oracle.LeftCost(state) : int.MaxValue;
        var right = state.CanRight ? oracle.RightCost(state) : int.MaxValue;
        var least = Math.Min(shift, Math.Min(left, right));
        var top = state.Stack(0);
        int best = -1, bestGood = -1, rival = -1;
        for (var action = 0; action < scores.Length; action++)
        {
            if (!actions.IsAllowed(state, action))
                continue;
            if (best < 0 || scores[action] > scores[best])
                best = action;
            if (IsGood(action))
                bestGood = bestGood < 0 || scores[action] > scores[bestGood] ? action : bestGood;
            else if (rival < 0 || scores[action] > scores[rival])
                rival = action;
        }

        weights.NextStep();
        if (rival >= 0 && bestGood >= 0 && scores[bestGood] < scores[rival] + Margin)
            weights.Update(features, bestGood, rival);
        ParseActions.Apply(state, explore || bestGood < 0 ? best : bestGood);
        return best == bestGood;

        // No arc lost beyond what is lost already; a gold arc needs its gold label.
        bool IsGood(int action)
        {
            if (action == ParseActions.Shift)
                return shift == least;
            var toLeft = ParseActions.IsLeft(action);
            if ((toLeft ? left : right) != least)
                return false;
            var head = toLeft ? state.Next : state.Stack(1);
            return sentence.Heads[top] != head || gold[top] == ParseActions.Label(action);
        }
    }

    private static string[] Labels(IReadOnlyList<TreeSentence> sentences)
    {
        var ways = new SortedDictionary<string, (bool Left, bool Right)>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var at = 0; at < sentence.Count; at++)
            {
                var (left, right) = ways.GetValueOrDefault(sentence.Relations[at]);
                ways[sentence.Relations[at]] = (left || sentence.Heads[at] > at, right || sentence.Heads[at] < at);
            }
        }

        return [.. ways.Select(way => $"{way.Key} {(way.Value.Left ? "l" : "")}{(way.Value.Right ? "r" : "")}")];
    }
}
