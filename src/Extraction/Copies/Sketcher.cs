using System.Runtime.InteropServices;
using Extraction.Documents;
using Extraction.Learning;

namespace Extraction.Copies;

/// <summary>
/// An article → its sketch. Looked at are the words of its blocks but the headline, which every paper writes anew; case, punctuation
/// and white space do not count. Pure.
/// </summary>
public static class Sketcher
{
    const int Words = 3;

    // Multiply-shift (Dietzfelbinger and others 1997): an odd factor and a summand each, from a fixed sequence, so that sketches of all machines compare.
    static readonly (ulong Factor, ulong Summand)[] Functions =
        [.. Enumerable.Range(1, Sketch.Size).Select(i => (Hashing.Feature(1, (ulong)i) | 1, Hashing.Feature(2, (ulong)i)))];

    public static Sketch Of(Article article)
    {
        var sequences = Sequences(article);
        var minima = new ushort[Sketch.Size];
        for (var i = 0; i < minima.Length; i++)
        {
            var (factor, summand) = Functions[i];
            var least = ulong.MaxValue;
            foreach (var sequence in sequences)
            {
                least = Math.Min(least, (sequence * factor) + summand);
            }

            // The high bits are the better mixed ones, and those of a minimum are all alike: mixed once more.
            minima[i] = (ushort)(Hashing.Feature(3, least >> 16) >> 32);
        }

        return new(sequences.Count, ImmutableCollectionsMarshal.AsImmutableArray(minima));
    }

    static HashSet<ulong> Sequences(Article article)
    {
        var sequences = new HashSet<ulong>();
        Span<ulong> last = stackalloc ulong[Words];
        var count = 0;
        foreach (var block in article.Blocks)
        {
            if (block.Kind == BlockKind.Title)
            {
                continue;
            }

            var text = block.Range.SpanOf(article.Text);
            while (Next(ref text) is { Length: > 0 } word)
            {
                last[1..].CopyTo(last);
                last[^1] = Folded(word);
                if (++count >= Words)
                {
                    sequences.Add(Hashing.Feature(0, last[0], last[1], last[2]));
                }
            }
        }

        if (sequences.Count == 0)
        {
            sequences.Add(Hashing.Feature(0, last[0], last[1], last[2]));
        }

        return sequences;
    }

    static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        var word = text[start..end];
        text = text[end..];
        return word;
    }

    static ulong Folded(ReadOnlySpan<char> word)
    {
        var hash = (ulong)word.Length;
        foreach (var letter in word)
        {
            hash = Hashing.Step(hash, char.ToLowerInvariant(letter));
        }

        return hash;
    }
}
