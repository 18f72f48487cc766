using Extraction.Learning;

namespace Extraction.Annotate.Parse;

/// <summary>
/// What the parser looks at: words and tags on top of the stack and ahead in the buffer, the dependants they have
/// so far, the company they keep, distances and what lies between (after Zhang and Nivre 2011, "Transition-based dependency parsing with rich non-local features").
/// </summary>
public static class ParseFeatures
{
    /// <summary>Raise it with every change here, in <see cref="Word"/> or in <see cref="Hashing"/>.</summary>
    public const int Version = 4;

    public const int Count = 98;

    /// <summary>The first so many tell most: where they are sure (see <see cref="Sureness"/>), the others are not looked at.</summary>
    public const int First = 34;

    /// <summary>Writes the first features.</summary>
    /// <param name="v">What is to be seen.</param>
    /// <param name="features">Takes <see cref="First"/> features.</param>
    public static void FillFirst(in ParseView v, Span<ulong> features)
    {
        var n = 0;
        features[n++] = Hashing.Feature(24, v.S1t, v.S0t);
        features[n++] = Hashing.Feature(35, v.S1t, v.S0t, v.B0t);
        features[n++] = Hashing.Feature(20, v.S0t, v.B0t);
        features[n++] = Hashing.Feature(42, v.S1t, v.S0t, Hashing.Feature(1, v.B0t, v.B1t));
        features[n++] = Hashing.Feature(0, v.S0w, v.S0t);
        features[n++] = Hashing.Feature(3, v.S1w, v.S1t);
        features[n++] = Hashing.Feature(8, v.B0w, v.B0t);
        features[n++] = Hashing.Feature(11, v.B1w, v.B1t);
        features[n++] = Hashing.Feature(17, v.S0w, v.B0w);
        features[n++] = Hashing.Feature(18, v.S0w, v.S0t, v.B0t);
        features[n++] = Hashing.Feature(19, v.S0t, v.B0w, v.B0t);
        features[n++] = Hashing.Feature(23, v.S1w, v.S0w);
        features[n++] = Hashing.Feature(25, v.S1w, v.S0t);
        features[n++] = Hashing.Feature(26, v.S1t, v.S0w);
        features[n++] = Hashing.Feature(34, v.S0t, v.B0t, v.B1t);
        features[n++] = Hashing.Feature(36, v.S2t, v.S1t, v.S0t);
        features[n++] = Hashing.Feature(37, v.B0t, v.B1t, v.B2t);
        features[n++] = Hashing.Feature(39, v.S1w, v.S0t, v.B0t);
        features[n++] = Hashing.Feature(40, v.S1t, v.S0w, v.B0t);
        features[n++] = Hashing.Feature(41, v.S1t, v.S0t, v.B0w);
        features[n++] = Hashing.Feature(45, v.S1t, v.T(v.S1l), v.S0t);
        features[n++] = Hashing.Feature(46, v.S1t, v.T(v.S1r), v.S0t);
        features[n++] = Hashing.Feature(47, v.S0t, v.B0t, v.T(v.B0l));
        features[n++] = Hashing.Feature(56, v.S0t, v.S0ls);
        features[n++] = Hashing.Feature(58, v.S1t, v.S1rs, v.S0t);
        features[n++] = Hashing.Feature(59, v.B0t, v.B0ls, v.S0t);
        features[n++] = Hashing.Feature(68, v.S0t, v.B0t, v.Near);
        features[n++] = Hashing.Feature(69, v.S1t, v.S0t, v.Far);
        features[n++] = Hashing.Feature(22, v.S0t, v.B0w);
        features[n++] = Hashing.Feature(21, v.S0w, v.B0t);
        features[n++] = Hashing.Feature(38, v.S0w, v.B0t, v.B1t);
        features[n++] = Hashing.Feature(93, v.S0t, v.B0t, v.BetweenNear);
        features[n++] = Hashing.Feature(94, v.S1t, v.S0t, v.BetweenFar);
        features[n++] = Hashing.Feature(44, v.S0t, v.T(v.S0r), v.B0t);
    }

    /// <summary>Writes the others.</summary>
    /// <param name="v">What is to be seen.</param>
    /// <param name="features">Takes <see cref="Count"/> features less <see cref="First"/>.</param>
    public static void FillRest(in ParseView v, Span<ulong> features)
    {
        var n = 0;
        features[n++] = Hashing.Feature(1, v.S0w);
        features[n++] = Hashing.Feature(2, v.S0t);
        features[n++] = Hashing.Feature(4, v.S1w);
        features[n++] = Hashing.Feature(5, v.S1t);
        features[n++] = Hashing.Feature(6, v.S2w, v.S2t);
        features[n++] = Hashing.Feature(7, v.S2t);
        features[n++] = Hashing.Feature(9, v.B0w);
        features[n++] = Hashing.Feature(10, v.B0t);
        features[n++] = Hashing.Feature(12, v.B1w);
        features[n++] = Hashing.Feature(13, v.B1t);
        features[n++] = Hashing.Feature(14, v.B2w, v.B2t);
        features[n++] = Hashing.Feature(15, v.B2t);
        features[n++] = Hashing.Feature(16, v.B3t, v.B2t, v.B1t);
        features[n++] = Hashing.Feature(27, v.S1t, v.B0t);
        features[n++] = Hashing.Feature(28, v.S1w, v.B0w);
        features[n++] = Hashing.Feature(29, v.S1w, v.B0t);
        features[n++] = Hashing.Feature(30, v.B0t, v.B1t);
        features[n++] = Hashing.Feature(31, v.B0w, v.B1w);
        features[n++] = Hashing.Feature(32, v.B0w, v.B1t);
        features[n++] = Hashing.Feature(33, v.B0t, v.B1w);
        features[n++] = Hashing.Feature(43, v.S0t, v.T(v.S0l), v.B0t);
        features[n++] = Hashing.Feature(48, v.S0t, v.W(v.S0l));
        features[n++] = Hashing.Feature(49, v.S0t, v.W(v.S0r));
        features[n++] = Hashing.Feature(50, v.S1t, v.W(v.S1r), v.S0t);
        features[n++] = Hashing.Feature(51, v.B0t, v.W(v.B0l));
        features[n++] = Hashing.Feature(52, v.S0t, v.T(v.S0l), v.T(v.S0l2));
        features[n++] = Hashing.Feature(53, v.S0t, v.T(v.S0r), v.T(v.S0r2));
        features[n++] = Hashing.Feature(54, v.S1t, v.T(v.S1r), v.T(v.S1r2));
        features[n++] = Hashing.Feature(55, v.B0t, v.T(v.B0l), v.T(v.B0l2));
        features[n++] = Hashing.Feature(57, v.S0t, v.S0rs);
        features[n++] = Hashing.Feature(60, v.S0w, v.S0ls);
        features[n++] = Hashing.Feature(61, v.S0w, v.S0rs);
        features[n++] = Hashing.Feature(62, v.S1w, v.S1rs);
        features[n++] = Hashing.Feature(63, v.B0w, v.B0ls);
        features[n++] = Hashing.Feature(64, v.S0t, v.S0n, v.B0t);
        features[n++] = Hashing.Feature(65, v.S1t, v.S1n, v.S0t);
        features[n++] = Hashing.Feature(66, v.B0t, v.B0n, v.S0t);
        features[n++] = Hashing.Feature(67, v.S0w, v.Near);
        features[n++] = Hashing.Feature(70, v.B0w, v.Near);
        features[n++] = Hashing.Feature(71, v.S1w, v.Far);
        features[n++] = Hashing.Feature(72, v.S1t, v.S1ls, v.S1rs);
        features[n++] = Hashing.Feature(73, v.Label(v.S0l), v.Label(v.S0r), v.S0t);
        features[n++] = Hashing.Feature(74, v.S1t, v.S0t, v.Label(v.S1r));
        features[n++] = Hashing.Feature(75, v.S1w, v.S0w, v.T(v.S0l));
        features[n++] = Hashing.Feature(76, v.S1t, v.W(v.S0l), v.S0t);
        features[n++] = Hashing.Feature(77, v.Suffix3, v.B0t);
        features[n++] = Hashing.Feature(78, v.ShapeOf(v.S0), v.ShapeOf(v.B0), v.Near);
        features[n++] = Hashing.Feature(79, v.S1w, v.S0w, v.B0t);
        features[n++] = Hashing.Feature(80, v.S2t, v.S1t, v.B0t);
        features[n++] = Hashing.Feature(81, v.T(v.S1l2), v.S1t, v.T(v.S1l));
        features[n++] = Hashing.Feature(82, v.S0c, v.B0c);
        features[n++] = Hashing.Feature(83, v.S0c, v.B0t);
        features[n++] = Hashing.Feature(84, v.S0t, v.B0c);
        features[n++] = Hashing.Feature(85, v.S1c, v.S0c);
        features[n++] = Hashing.Feature(86, v.S1c, v.S0t);
        features[n++] = Hashing.Feature(87, v.S1t, v.S0c);
        features[n++] = Hashing.Feature(88, v.S1c, v.B0c, v.S0t);
        features[n++] = Hashing.Feature(89, v.S0c, v.B0t, v.B1t);
        features[n++] = Hashing.Feature(90, v.S0t, v.B0t, v.Coarse(v.B1));
        features[n++] = Hashing.Feature(91, v.S1t, v.S0t, v.Coarse(v.S0l));
        features[n++] = Hashing.Feature(92, v.S1t, v.Coarse(v.S1r), v.S0c);
        features[n++] = Hashing.Feature(95, v.S0c, v.BetweenNear, v.B0t);
        features[n++] = Hashing.Feature(96, v.S1t, v.S0t, Hashing.Feature(2, v.BetweenFar, v.B0t));
        features[n] = Hashing.Feature(97, v.S1c, v.S0c, Hashing.Feature(3, v.BetweenFar, v.B0t));
    }
}
