using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Extraction.Copies;

/// <summary>
/// What is kept of an article to compare it with others: for each of 128 hash functions the least hash of its three-word sequences, of
/// which 16 bits say enough (MinHash: Broder 1997; fewer bits: Li and König 2010). The share of equal places estimates the share of
/// common sequences, with a standard error of at most 0.045.
/// </summary>
/// <param name="Sequences">How many different sequences the article has.</param>
/// <param name="Minima">A number for each hash function.</param>
public sealed record Sketch(int Sequences, ImmutableArray<ushort> Minima)
{
    public const int Size = 128;

    /// <summary>Common sequences as a share of those of both articles (Jaccard), 0 to 1.</summary>
    public double ShareWith(Sketch other)
    {
        var mine = MemoryMarshal.Cast<ushort, Vector<ushort>>(Minima.AsSpan());
        var theirs = MemoryMarshal.Cast<ushort, Vector<ushort>>(other.Minima.AsSpan());
        var unequal = Vector<ushort>.Zero;
        for (var i = 0; i < mine.Length; i++)
        {
            unequal += Vector<ushort>.One & ~Vector.Equals(mine[i], theirs[i]);
        }

        return (Size - Vector.Sum(unequal)) / (double)Size;
    }

    /// <summary>The minima as text, in the byte order of the format and not of the machine.</summary>
    public string ToText()
    {
        Span<byte> bytes = stackalloc byte[2 * Size];
        for (var i = 0; i < Size; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16LittleEndian(bytes[(2 * i)..], Minima[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <exception cref="FormatException">The text is none that <see cref="ToText"/> made.</exception>
    public static Sketch FromText(int sequences, string text)
    {
        var bytes = Convert.FromBase64String(text);
        if (bytes.Length != 2 * Size)
        {
            throw new FormatException($"a sketch has {2 * Size} bytes, not {bytes.Length}");
        }

        var minima = ImmutableArray.CreateBuilder<ushort>(Size);
        for (var i = 0; i < Size; i++)
        {
            minima.Add(System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2 * i)));
        }

        return new(sequences, minima.MoveToImmutable());
    }
}
