using Extraction.Learning;

namespace Extraction.Annotate.Parse;

/// <summary>
/// What the parser looks at: words and tags on top of the stack and ahead in the buffer, the dependants they have
/// so far, distances (after Zhang and Nivre 2011, "Transition-based dependency parsing with rich non-local features").
/// </summary>
public static class ParseFeatures
{
    /// <summary>Raise it with every change here, in <see cref="Word"/> or in <see cref="Hashing"/>.</summary>
    public const int Version = 3;

    public const int Count = 82;
    private const ulong Root = 77_777;
    private const ulong None = 99_999;

    /// <param name="state">The configuration.</param>
    /// <param name="words">The sentence.</param>
    /// <param name="tags">Its tags, by number.</param>
    /// <param name="features">Takes <see cref="Count"/> features.</param>
    public static void Fill(ParseState state, ReadOnlySpan<Word> words, ReadOnlySpan<byte> tags, Span<ulong> features)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2);
        int b0 = state.Buffer(0), b1 = state.Buffer(1), b2 = state.Buffer(2), b3 = state.Buffer(3);
        ulong s0w = W(words, s0), s1w = W(words, s1), s2w = W(words, s2), b0w = W(words, b0), b1w = W(words, b1), b2w = W(words, b2);
        ulong s0t = T(tags, s0), s1t = T(tags, s1), s2t = T(tags, s2), b0t = T(tags, b0), b1t = T(tags, b1), b2t = T(tags, b2), b3t = T(tags, b3);
        int s0l = Of(state.Left, s0), s0r = Of(state.Right, s0), s1l = Of(state.Left, s1), s1r = Of(state.Right, s1), b0l = Of(state.Left, b0);
        int s0l2 = Of(state.Left2, s0), s0r2 = Of(state.Right2, s0), s1r2 = Of(state.Right2, s1), b0l2 = Of(state.Left2, b0), s1l2 = Of(state.Left2, s1);
        ulong s0ls = Set(state.LeftSet, s0), s0rs = Set(state.RightSet, s0), s1ls = Set(state.LeftSet, s1), s1rs = Set(state.RightSet, s1), b0ls = Set(state.LeftSet, b0);
        var s0n = s0 < 0 ? 999UL : state.Counts[s0];
        var s1n = s1 < 0 ? 999UL : state.Counts[s1];
        var b0n = b0 < 0 ? 999UL : state.Counts[b0];
        var near = Distance(s0, b0);
        var far = Distance(s1, s0);
        var n = 0;
        features[n++] = Hashing.Feature(0, s0w, s0t);
        features[n++] = Hashing.Feature(1, s0w);
        features[n++] = Hashing.Feature(2, s0t);
        features[n++] = Hashing.Feature(3, s1w, s1t);
        features[n++] = Hashing.Feature(4, s1w);
        features[n++] = Hashing.Feature(5, s1t);
        features[n++] = Hashing.Feature(6, s2w, s2t);
        features[n++] = Hashing.Feature(7, s2t);
        features[n++] = Hashing.Feature(8, b0w, b0t);
        features[n++] = Hashing.Feature(9, b0w);
        features[n++] = Hashing.Feature(10, b0t);
        features[n++] = Hashing.Feature(11, b1w, b1t);
        features[n++] = Hashing.Feature(12, b1w);
        features[n++] = Hashing.Feature(13, b1t);
        features[n++] = Hashing.Feature(14, b2w, b2t);
        features[n++] = Hashing.Feature(15, b2t);
        features[n++] = Hashing.Feature(16, b3t, b2t, b1t);
        features[n++] = Hashing.Feature(17, s0w, b0w);
        features[n++] = Hashing.Feature(18, s0w, s0t, b0t);
        features[n++] = Hashing.Feature(19, s0t, b0w, b0t);
        features[n++] = Hashing.Feature(20, s0t, b0t);
        features[n++] = Hashing.Feature(21, s0w, b0t);
        features[n++] = Hashing.Feature(22, s0t, b0w);
        features[n++] = Hashing.Feature(23, s1w, s0w);
        features[n++] = Hashing.Feature(24, s1t, s0t);
        features[n++] = Hashing.Feature(25, s1w, s0t);
        features[n++] = Hashing.Feature(26, s1t, s0w);
        features[n++] = Hashing.Feature(27, s1t, b0t);
        features[n++] = Hashing.Feature(28, s1w, b0w);
        features[n++] = Hashing.Feature(29, s1w, b0t);
        features[n++] = Hashing.Feature(30, b0t, b1t);
        features[n++] = Hashing.Feature(31, b0w, b1w);
        features[n++] = Hashing.Feature(32, b0w, b1t);
        features[n++] = Hashing.Feature(33, b0t, b1w);
        features[n++] = Hashing.Feature(34, s0t, b0t, b1t);
        features[n++] = Hashing.Feature(35, s1t, s0t, b0t);
        features[n++] = Hashing.Feature(36, s2t, s1t, s0t);
        features[n++] = Hashing.Feature(37, b0t, b1t, b2t);
        features[n++] = Hashing.Feature(38, s0w, b0t, b1t);
        features[n++] = Hashing.Feature(39, s1w, s0t, b0t);
        features[n++] = Hashing.Feature(40, s1t, s0w, b0t);
        features[n++] = Hashing.Feature(41, s1t, s0t, b0w);
        features[n++] = Hashing.Feature(42, s1t, s0t, Hashing.Feature(1, b0t, b1t));
        features[n++] = Hashing.Feature(43, s0t, T(tags, s0l), b0t);
        features[n++] = Hashing.Feature(44, s0t, T(tags, s0r), b0t);
        features[n++] = Hashing.Feature(45, s1t, T(tags, s1l), s0t);
        features[n++] = Hashing.Feature(46, s1t, T(tags, s1r), s0t);
        features[n++] = Hashing.Feature(47, s0t, b0t, T(tags, b0l));
        features[n++] = Hashing.Feature(48, s0t, W(words, s0l));
        features[n++] = Hashing.Feature(49, s0t, W(words, s0r));
        features[n++] = Hashing.Feature(50, s1t, W(words, s1r), s0t);
        features[n++] = Hashing.Feature(51, b0t, W(words, b0l));
        features[n++] = Hashing.Feature(52, s0t, T(tags, s0l), T(tags, s0l2));
        features[n++] = Hashing.Feature(53, s0t, T(tags, s0r), T(tags, s0r2));
        features[n++] = Hashing.Feature(54, s1t, T(tags, s1r), T(tags, s1r2));
        features[n++] = Hashing.Feature(55, b0t, T(tags, b0l), T(tags, b0l2));
        features[n++] = Hashing.Feature(56, s0t, s0ls);
        features[n++] = Hashing.Feature(57, s0t, s0rs);
        features[n++] = Hashing.Feature(58, s1t, s1rs, s0t);
        features[n++] = Hashing.Feature(59, b0t, b0ls, s0t);
        features[n++] = Hashing.Feature(60, s0w, s0ls);
        features[n++] = Hashing.Feature(61, s0w, s0rs);
        features[n++] = Hashing.Feature(62, s1w, s1rs);
        features[n++] = Hashing.Feature(63, b0w, b0ls);
        features[n++] = Hashing.Feature(64, s0t, s0n, b0t);
        features[n++] = Hashing.Feature(65, s1t, s1n, s0t);
        features[n++] = Hashing.Feature(66, b0t, b0n, s0t);
        features[n++] = Hashing.Feature(67, s0w, near);
        features[n++] = Hashing.Feature(68, s0t, b0t, near);
        features[n++] = Hashing.Feature(69, s1t, s0t, far);
        features[n++] = Hashing.Feature(70, b0w, near);
        features[n++] = Hashing.Feature(71, s1w, far);
        features[n++] = Hashing.Feature(72, s1t, s1ls, s1rs);
        features[n++] = Hashing.Feature(73, Label(state, s0l), Label(state, s0r), s0t);
        features[n++] = Hashing.Feature(74, s1t, s0t, Label(state, s1r));
        features[n++] = Hashing.Feature(75, s1w, s0w, T(tags, s0l));
        features[n++] = Hashing.Feature(76, s1t, W(words, s0l), s0t);
        features[n++] = Hashing.Feature(77, s0 < 0 ? None : words[s0].Suffix3, b0t);
        features[n++] = Hashing.Feature(78, s0 < 0 ? None : words[s0].Shape, b0 < 0 || b0 == words.Length ? None : words[b0].Shape, near);
        features[n++] = Hashing.Feature(79, s1w, s0w, b0t);
        features[n++] = Hashing.Feature(80, s2t, s1t, b0t);
        features[n] = Hashing.Feature(81, T(tags, s1l2), s1t, T(tags, s1l));
    }

    private static ulong W(ReadOnlySpan<Word> words, int at) => at < 0 ? None : at == words.Length ? Root : words[at].Lower;

    private static ulong T(ReadOnlySpan<byte> tags, int at) => at < 0 ? None : at == tags.Length ? Root : tags[at];

    private static int Of(int[] links, int at) => at < 0 ? -1 : links[at];

    private static ulong Set(uint[] sets, int at) => at < 0 ? None << 8 : sets[at];

    private static ulong Label(ParseState state, int at) => at < 0 ? None : state.Labels[at];

    private static ulong Distance(int from, int to)
    {
        if (from < 0 || to < 0)
            return None;
        var distance = Math.Abs(to - from);
        return (ulong)(distance < 6 ? distance : distance < 11 ? 6 : 7);
    }
}
