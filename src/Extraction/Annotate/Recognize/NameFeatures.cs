using Extraction.Learning;

namespace Extraction.Annotate.Recognize;

/// <summary>What the name recogniser looks at: words, shapes and tags in a window of five, and what the lists of names say.</summary>
public static class NameFeatures
{
    /// <summary>Raise it with every change here, in <see cref="Word"/> or in <see cref="Hashing"/>.</summary>
    public const int Version = 2;

    public const int Count = 58;

    /// <summary>The first so many tell most: where they are sure (see <see cref="Sureness"/>), the others are not looked at.</summary>
    public const int First = 14;

    /// <summary>The feature of a step from one label to the next.</summary>
    public static ulong Step(int previousLabel) => Hashing.Feature(200, (ulong)previousLabel);

    /// <param name="words">The sentence.</param>
    /// <param name="tags">Its tags, by number.</param>
    /// <param name="listed">For each word the lists it stands in as part of a listed name (bits), with its place in that name.</param>
    /// <param name="at">The word.</param>
    /// <param name="rest">Whether to write not the first features but the others.</param>
    /// <param name="features">Takes <see cref="First"/> features, or <see cref="Count"/> less <see cref="First"/>.</param>
    public static void Fill(ReadOnlySpan<Word> words, ReadOnlySpan<byte> tags, ReadOnlySpan<ushort> listed, int at, bool rest, Span<ulong> features)
    {
        ref readonly var word = ref words[at];
        ref readonly var left = ref Word.At(words, at - 1);
        ref readonly var left2 = ref Word.At(words, at - 2);
        ref readonly var right = ref Word.At(words, at + 1);
        ref readonly var right2 = ref Word.At(words, at + 2);
        ulong tag = tags[at];
        var tagLeft = at > 0 ? tags[at - 1] : 254UL;
        var tagRight = at + 1 < tags.Length ? tags[at + 1] : 255UL;
        ulong list = listed[at];
        var listLeft = at > 0 ? listed[at - 1] : 0UL;
        var listRight = at + 1 < listed.Length ? listed[at + 1] : 0UL;
        var begins = at == 0 ? 1UL : 0UL;
        var n = 0;
        if (!rest)
        {
            features[n++] = Hashing.Feature(1, word.Form);
            features[n++] = Hashing.Feature(11, word.Shape, begins);
            features[n++] = Hashing.Feature(20, tag, word.Shape);
            features[n++] = Hashing.Feature(2, word.Lower);
            features[n++] = Hashing.Feature(26, list, word.Shape);
            features[n++] = Hashing.Feature(44, word.Fine, word.Shape);
            features[n++] = Hashing.Feature(3, left.Lower);
            features[n++] = Hashing.Feature(4, right.Lower);
            features[n++] = Hashing.Feature(22, tag, tagRight);
            features[n++] = Hashing.Feature(21, tagLeft, tag);
            features[n++] = Hashing.Feature(29, list, tag);
            features[n++] = Hashing.Feature(27, listLeft, list);
            features[n++] = Hashing.Feature(28, list, listRight);
            features[n++] = Hashing.Feature(15, word.Suffix2, word.Shape);
            return;
        }

        features[n++] = Hashing.Feature(0, begins);
        features[n++] = Hashing.Feature(5, left2.Lower);
        features[n++] = Hashing.Feature(6, right2.Lower);
        features[n++] = Hashing.Feature(7, left.Lower, word.Lower);
        features[n++] = Hashing.Feature(8, word.Lower, right.Lower);
        features[n++] = Hashing.Feature(9, left.Lower, word.Shape);
        features[n++] = Hashing.Feature(10, right.Lower, word.Shape);
        features[n++] = Hashing.Feature(12, left.Shape, word.Shape);
        features[n++] = Hashing.Feature(13, word.Shape, right.Shape);
        features[n++] = Hashing.Feature(14, left.Shape, word.Shape, right.Shape);
        features[n++] = Hashing.Feature(16, word.Suffix3);
        features[n++] = Hashing.Feature(17, word.Suffix4);
        features[n++] = Hashing.Feature(18, word.Prefix2);
        features[n++] = Hashing.Feature(19, word.Prefix3);
        features[n++] = Hashing.Feature(23, tagLeft, tag, tagRight);
        features[n++] = Hashing.Feature(24, tag, word.Suffix3);
        features[n++] = Hashing.Feature(25, list);
        features[n++] = Hashing.Feature(30, left.Suffix3, word.Shape);
        features[n++] = Hashing.Feature(31, right.Suffix3, word.Shape);
        features[n++] = Hashing.Feature(32, left.Lower, list);
        features[n++] = Hashing.Feature(33, right.Lower, list);
        features[n++] = Hashing.Feature(34, left2.Lower, left.Lower, word.Shape);
        features[n++] = Hashing.Feature(35, right.Lower, right2.Lower, word.Shape);
        features[n++] = Hashing.Feature(36, left2.Shape, left.Shape, word.Shape);
        features[n++] = Hashing.Feature(37, word.Shape, right.Shape, right2.Shape);
        features[n++] = Hashing.Feature(38, left.Lower, right.Lower);
        features[n++] = Hashing.Feature(39, left.Suffix2, word.Suffix2);
        features[n++] = Hashing.Feature(40, word.Lower, tag);
        features[n++] = Hashing.Feature(41, listLeft, word.Lower);
        features[n++] = Hashing.Feature(42, left2.Lower, word.Shape);
        features[n++] = Hashing.Feature(43, right2.Lower, word.Shape);
        features[n++] = Hashing.Feature(45, word.Coarse, word.Shape);
        features[n++] = Hashing.Feature(46, left.Fine, word.Shape);
        features[n++] = Hashing.Feature(47, right.Fine, word.Shape);
        features[n++] = Hashing.Feature(48, left2.Fine, left.Coarse);
        features[n++] = Hashing.Feature(49, right.Coarse, right2.Fine);
        features[n++] = Hashing.Feature(50, left.Coarse, word.Coarse);
        features[n++] = Hashing.Feature(51, word.Coarse, right.Coarse);
        features[n++] = Hashing.Feature(52, left.Coarse, word.Coarse, right.Coarse);
        features[n++] = Hashing.Feature(53, word.Fine, list);
        features[n++] = Hashing.Feature(54, left.Fine, word.Fine);
        features[n++] = Hashing.Feature(55, word.Fine, right.Fine);
        features[n++] = Hashing.Feature(56, left.Fine, list, word.Shape);
        features[n] = Hashing.Feature(57, right.Fine, list, word.Shape);
    }
}
