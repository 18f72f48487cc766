using Extraction.Learning;

namespace Extraction.Annotate.Tag;

/// <summary>What the tagger looks at: the word, its neighbours, what its neighbours can be, and the two tags before it.</summary>
public static class TagFeatures
{
    /// <summary>Raise it with every change here, in <see cref="Word"/> or in <see cref="Hashing"/>.</summary>
    public const int Version = 2;

    public const int Count = 47;

    /// <summary>The first so many tell most: where they are sure (see <see cref="Sureness"/>), the others are not looked at.</summary>
    public const int First = 15;

    /// <summary>The tag before the first word.</summary>
    public const int None = 255;

    /// <param name="words">The sentence.</param>
    /// <param name="classes">For each word what the lexicon says it can be (-1: not known).</param>
    /// <param name="at">The word to tag.</param>
    /// <param name="previous">Tag of the word before.</param>
    /// <param name="beforePrevious">Tag of the word before that.</param>
    /// <param name="rest">Whether to write not the first features but the others.</param>
    /// <param name="features">Takes <see cref="First"/> features, or <see cref="Count"/> less <see cref="First"/>.</param>
    public static void Fill(ReadOnlySpan<Word> words, ReadOnlySpan<int> classes, int at, int previous, int beforePrevious, bool rest, Span<ulong> features)
    {
        ref readonly var word = ref words[at];
        ref readonly var left = ref Word.At(words, at - 1);
        ref readonly var left2 = ref Word.At(words, at - 2);
        ref readonly var right = ref Word.At(words, at + 1);
        ref readonly var right2 = ref Word.At(words, at + 2);
        var known = (ulong)(uint)classes[at];
        var knownRight = at + 1 < classes.Length ? (ulong)(uint)classes[at + 1] : 1000UL;
        var knownRight2 = at + 2 < classes.Length ? (ulong)(uint)classes[at + 2] : 1000UL;
        var p1 = (ulong)previous;
        var p2 = (ulong)beforePrevious;
        var begins = at == 0 ? 1UL : 0UL;
        var n = 0;
        if (!rest)
        {
            features[n++] = Hashing.Feature(24, known, p1);
            features[n++] = Hashing.Feature(1, word.Form);
            features[n++] = Hashing.Feature(2, word.Lower);
            features[n++] = Hashing.Feature(3, word.Suffix1, word.Shape);
            features[n++] = Hashing.Feature(5, word.Suffix3);
            features[n++] = Hashing.Feature(10, word.Shape, begins);
            features[n++] = Hashing.Feature(17, p1, word.Lower);
            features[n++] = Hashing.Feature(21, left.Lower, word.Lower);
            features[n++] = Hashing.Feature(22, word.Lower, right.Lower);
            features[n++] = Hashing.Feature(26, known, p1, knownRight);
            features[n++] = Hashing.Feature(36, word.Fine, begins);
            features[n++] = Hashing.Feature(11, left.Lower);
            features[n++] = Hashing.Feature(12, right.Lower);
            features[n++] = Hashing.Feature(16, p1, p2);
            features[n++] = Hashing.Feature(4, word.Suffix2);
            return;
        }

        features[n++] = Hashing.Feature(0, begins);
        features[n++] = Hashing.Feature(6, word.Suffix4);
        features[n++] = Hashing.Feature(7, word.Prefix1);
        features[n++] = Hashing.Feature(8, word.Prefix2);
        features[n++] = Hashing.Feature(9, word.Prefix3);
        features[n++] = Hashing.Feature(13, left2.Lower);
        features[n++] = Hashing.Feature(14, right2.Lower);
        features[n++] = Hashing.Feature(15, p1);
        features[n++] = Hashing.Feature(18, p1, p2, word.Lower);
        features[n++] = Hashing.Feature(19, p1, word.Suffix3);
        features[n++] = Hashing.Feature(20, p1, word.Shape);
        features[n++] = Hashing.Feature(23, known);
        features[n++] = Hashing.Feature(25, knownRight);
        features[n++] = Hashing.Feature(27, known, knownRight, knownRight2);
        features[n++] = Hashing.Feature(28, word.Suffix3, knownRight);
        features[n++] = Hashing.Feature(29, left.Suffix2, word.Suffix2);
        features[n++] = Hashing.Feature(30, right.Suffix3);
        features[n++] = Hashing.Feature(31, right.Shape, word.Shape);
        features[n++] = Hashing.Feature(32, left.Shape, word.Shape);
        features[n++] = Hashing.Feature(33, word.Lower, knownRight);
        features[n++] = Hashing.Feature(34, known, p1, p2);
        features[n++] = Hashing.Feature(35, left.Lower, right.Lower);
        features[n++] = Hashing.Feature(37, left.Fine);
        features[n++] = Hashing.Feature(38, right.Fine);
        features[n++] = Hashing.Feature(39, p1, word.Fine);
        features[n++] = Hashing.Feature(40, p1, p2, word.Coarse);
        features[n++] = Hashing.Feature(41, left.Coarse, word.Coarse);
        features[n++] = Hashing.Feature(42, word.Coarse, right.Coarse);
        features[n++] = Hashing.Feature(43, word.Lower, right.Fine);
        features[n++] = Hashing.Feature(44, word.Fine, word.Suffix2, word.Shape);
        features[n++] = Hashing.Feature(45, p1, right.Coarse, right2.Coarse);
        features[n] = Hashing.Feature(46, known, left.Fine);
    }
}
