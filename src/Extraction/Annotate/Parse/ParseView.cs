namespace Extraction.Annotate.Parse;

/// <summary>
/// A configuration as the parser's features see it. Names: s0 is the stack's top, s1 and s2 lie below, b0 to b3 are ahead in the buffer; w is a word, t a tag,
/// c a cluster, l and r the outermost dependants to the left and right, l2 and r2 those beside them, ls and rs the sets of their relations, n their number.
/// </summary>
public readonly ref struct ParseView
{
    private const ulong Root = 77_777;
    private const ulong None = 99_999;
    private readonly ReadOnlySpan<Word> _words;
    private readonly ReadOnlySpan<byte> _tags;
    private readonly byte[] _labels;
    internal readonly int S0, B0, B1;
    internal readonly int S0l, S0r, S1l, S1r, B0l, S0l2, S0r2, S1r2, B0l2, S1l2;
    internal readonly ulong S0w, S1w, S2w, B0w, B1w, B2w, S0t, S1t, S2t, B0t, B1t, B2t, B3t, S0c, S1c, B0c;
    internal readonly ulong S0ls, S0rs, S1ls, S1rs, B0ls, S0n, S1n, B0n, Near, Far, BetweenNear, BetweenFar;

    public ParseView(ParseState state, ReadOnlySpan<Word> words, ReadOnlySpan<byte> tags)
    {
        _words = words;
        _tags = tags;
        _labels = state.Labels;
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2);
        int b0 = state.Buffer(0), b1 = state.Buffer(1), b2 = state.Buffer(2), b3 = state.Buffer(3);
        (S0, B0, B1) = (s0, b0, b1);
        (S0w, S0t, S0c) = (W(s0), T(s0), Fine(s0));
        (S1w, S1t, S1c) = (W(s1), T(s1), Fine(s1));
        (S2w, S2t) = (W(s2), T(s2));
        (B0w, B0t, B0c) = (W(b0), T(b0), Fine(b0));
        (B1w, B1t) = (W(b1), T(b1));
        (B2w, B2t) = (W(b2), T(b2));
        B3t = T(b3);
        (S0l, S0l2, S0r, S0r2) = (Of(state.Left, s0), Of(state.Left2, s0), Of(state.Right, s0), Of(state.Right2, s0));
        (S1l, S1l2, S1r, S1r2) = (Of(state.Left, s1), Of(state.Left2, s1), Of(state.Right, s1), Of(state.Right2, s1));
        (B0l, B0l2) = (Of(state.Left, b0), Of(state.Left2, b0));
        (S0ls, S0rs) = (Set(state.LeftSet, s0), Set(state.RightSet, s0));
        (S1ls, S1rs) = (Set(state.LeftSet, s1), Set(state.RightSet, s1));
        B0ls = Set(state.LeftSet, b0);
        (S0n, S1n, B0n) = (Number(state, s0), Number(state, s1), Number(state, b0));
        (Near, Far) = (Distance(s0, b0), Distance(s1, s0));
        (BetweenNear, BetweenFar) = (state.Between(s0, b0), state.Between(s1, s0));
    }

    internal ulong Suffix3 => S0 < 0 ? None : _words[S0].Suffix3;

    internal ulong ShapeOf(int at) => at < 0 || at == _words.Length ? None : _words[at].Shape;

    internal ulong W(int at) => at < 0 ? None : at == _words.Length ? Root : _words[at].Lower;

    internal ulong T(int at) => at < 0 ? None : at == _tags.Length ? Root : (ulong)_tags[at];

    internal ulong Coarse(int at) => at < 0 ? None : at == _words.Length ? Root : _words[at].Coarse;

    internal ulong Label(int at) => at < 0 ? None : (ulong)_labels[at];

    private ulong Fine(int at) => at < 0 ? None : at == _words.Length ? Root : _words[at].Fine;

    private static ulong Number(ParseState state, int at) => at < 0 ? 999UL : state.Counts[at];

    private static int Of(int[] links, int at) => at < 0 ? -1 : links[at];

    private static ulong Set(uint[] sets, int at) => at < 0 ? None << 8 : sets[at];

    private static ulong Distance(int from, int to)
    {
        if (from < 0 || to < 0)
            return None;
        var distance = Math.Abs(to - from);
        return (ulong)(distance < 6 ? distance : distance < 11 ? 6 : 7);
    }
}
