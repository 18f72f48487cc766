using Extraction.Annotate.Parse;

namespace Extraction.Training.Annotate;

/// <summary>The dynamic oracle of the arc-hybrid system: how many gold arcs an action puts out of reach (Goldberg and Nivre 2013).</summary>
public sealed class ParseOracle
{
    private readonly int[] _heads;
    private readonly List<int>[] _children;

    /// <param name="heads">Gold heads; the root is the sentence's length.</param>
    public ParseOracle(IReadOnlyList<int> heads)
    {
        _heads = [.. heads];
        _children = [.. Enumerable.Range(0, heads.Count + 1).Select(_ => new List<int>())];
        for (var at = 0; at < _heads.Length; at++)
            _children[_heads[at]].Add(at);
    }

    /// <summary>Arcs lost by shifting the buffer's first.</summary>
    public int ShiftCost(ParseState state)
    {
        var cost = 0;
        for (var down = 0; down < state.Depth; down++)
        {
            var word = state.Stack(down);
            if (_heads[word] == state.Next)
                cost++;
            if (down > 0 && _heads[state.Next] == word)
                cost++;
        }

        return cost;
    }

    /// <summary>Arcs lost by an arc from the buffer's first to the stack's top.</summary>
    public int LeftCost(ParseState state)
    {
        var top = state.Stack(0);
        var head = _heads[top];
        return ChildrenAhead(state, top) + (head == state.Stack(1) || head > state.Next ? 1 : 0);
    }

    /// <summary>Arcs lost by an arc from the stack's second to its top.</summary>
    public int RightCost(ParseState state)
    {
        var top = state.Stack(0);
        return ChildrenAhead(state, top) + (_heads[top] >= state.Next ? 1 : 0);
    }

    private int ChildrenAhead(ParseState state, int word)
    {
        var count = 0;
        foreach (var child in _children[word])
        {
            if (child >= state.Next)
                count++;
        }

        return count;
    }
}
