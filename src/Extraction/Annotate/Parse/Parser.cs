using Extraction.Learning;

namespace Extraction.Annotate.Parse;

/// <summary>Dependencies: a greedy arc-hybrid parser with an averaged perceptron, trained with a dynamic oracle (Goldberg and Nivre 2013).</summary>
public sealed class Parser
{
    public const string Name = "parser";
    private readonly PackedWeights _weights;

    public Parser(SectionFile file)
    {
        _weights = PackedWeights.Read(file.Section("weights"));
        Actions = new ParseActions(file.Lines("labels"));
    }

    public ParseActions Actions { get; }

    /// <summary>Parses one sentence; heads and labels are then in <paramref name="state"/>, the root's head is the sentence's length.</summary>
    public void Parse(ReadOnlySpan<Word> words, ReadOnlySpan<byte> tags, ParseState state)
    {
        Span<ulong> features = stackalloc ulong[ParseFeatures.Count];
        Span<int> scores = stackalloc int[Actions.Count];
        state.Reset(words.Length);
        while (!state.IsFinished)
        {
            var action = ParseActions.Shift;
            if (state.Depth > 0)
            {
                ParseFeatures.Fill(state, words, tags, features);
                scores.Clear();
                _weights.Score(features, scores);
                action = Best(state, scores);
            }

            ParseActions.Apply(state, action);
        }
    }

    private int Best(ParseState state, ReadOnlySpan<int> scores)
    {
        var best = -1;
        for (var action = 0; action < scores.Length; action++)
        {
            if ((best < 0 || scores[action] > scores[best]) && Actions.IsAllowed(state, action))
                best = action;
        }

        return best;
    }
}
