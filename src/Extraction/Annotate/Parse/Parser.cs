using Extraction.Learning;

namespace Extraction.Annotate.Parse;

/// <summary>Dependencies: a greedy arc-hybrid parser with an averaged perceptron, trained with a dynamic oracle (Goldberg and Nivre 2013).</summary>
public sealed class Parser
{
    public const string Name = "parser";
    private const int Situations = 16;
    private readonly PackedWeights _weights;

    // For each situation (what can be done, whether only the root is left) the actions that are allowed.
    private readonly int[][] _masks;

    public Parser(SectionFile file)
    {
        _weights = PackedWeights.Read(file.Section("weights"));
        Actions = new ParseActions(file.Lines("labels"));
        Enough = Sureness.Read(file);
        _masks = [.. Enumerable.Range(0, Situations).Select(situation => Sureness.Mask(_weights, action => Actions.IsAllowed(
            action, (situation & 1) != 0, (situation & 2) != 0, (situation & 4) != 0, (situation & 8) != 0)))];
    }

    public ParseActions Actions { get; }

    /// <summary>The lead with which the first features decide alone.</summary>
    public int Enough { get; init; }

    /// <summary>Parses one sentence; heads and labels are then in <paramref name="state"/>, the root's head is the sentence's length.</summary>
    public void Parse(ReadOnlySpan<Word> words, ReadOnlySpan<byte> tags, ParseState state)
    {
        Span<ulong> features = stackalloc ulong[ParseFeatures.Count];
        Span<int> scores = stackalloc int[_weights.Stride];
        state.Reset(words);
        while (!state.IsFinished)
        {
            var action = ParseActions.Shift;
            if (state.Depth > 0)
            {
                var mask = _masks[(state.CanShift ? 1 : 0) | (state.CanLeft ? 2 : 0) | (state.CanRight ? 4 : 0) | (state.Next == state.Length ? 8 : 0)];
                var view = new ParseView(state, words, tags);
                ParseFeatures.FillFirst(view, features);
                _weights.Score(features[..ParseFeatures.First], scores);
                action = Sureness.Best(scores, mask, out var lead);
                if (lead < Enough)
                {
                    ParseFeatures.FillRest(view, features);
                    _weights.Add(features[..(ParseFeatures.Count - ParseFeatures.First)], scores);
                    action = Sureness.Best(scores, mask, out _);
                }
            }

            ParseActions.Apply(state, action);
        }
    }
}
