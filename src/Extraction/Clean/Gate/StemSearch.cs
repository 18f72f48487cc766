using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Extraction.Clean;

/// <summary>
/// Searches bytes for many stems at once, ASCII case aside: the "Teddy" algorithm of Hyperscan. Stems are dealt to eight buckets;
/// for each of the first letters two tables of sixteen entries, by low and high half of a byte, say which buckets it fits; where a
/// bucket fits all letters, its stems are compared.
/// </summary>
internal sealed class StemSearch
{
    private const int Buckets = 8;
    private const int LongestFingerprint = 4;
    private const int LongestShortStem = 5;
    private const int LongestWholeWord = 4;

    private readonly byte[][][] stems;
    private readonly byte[] low;
    private readonly byte[] high;
    private readonly int fingerprint;

    public StemSearch(IEnumerable<string> given)
    {
        var all = given.Select(Core).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (all.Count == 0)
            throw new ArgumentException("there are no stems to look for", nameof(given));
        fingerprint = Math.Min(LongestFingerprint, all.Min(stem => stem.Length));
        low = new byte[LongestFingerprint * 16];
        high = new byte[LongestFingerprint * 16];
        // Stems of one beginning share a bucket, so that buckets stay sharp.
        var groups = all.GroupBy(stem => stem[..fingerprint]).Select((group, index) => (Bucket: index % Buckets, Stems: group)).ToList();
        stems = [.. Enumerable.Range(0, Buckets).Select(bucket => groups.Where(group => group.Bucket == bucket).SelectMany(group => group.Stems).Select(Encoding.ASCII.GetBytes).ToArray())];
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            foreach (var stem in stems[bucket])
            {
                for (var i = 0; i < fingerprint; i++)
                {
                    low[i * 16 + (stem[i] & 15)] |= (byte)(1 << bucket);
                    high[i * 16 + (stem[i] >> 4)] |= (byte)(1 << bucket);
                }
            }
        }
        // Unused letters fit every bucket.
        low.AsSpan(fingerprint * 16).Fill(0xFF);
        high.AsSpan(fingerprint * 16).Fill(0xFF);
    }

    /// <summary>The first place at or after <paramref name="from"/> where a stem stands, or -1.</summary>
    public int Next(ReadOnlySpan<byte> body, int from)
    {
        var i = from;
        if (Avx2.IsSupported)
        {
            for (; i + Vector256<byte>.Count + LongestFingerprint <= body.Length; i += Vector256<byte>.Count)
            {
                var fits = Fits256(ref MemoryMarshal.GetReference(body), i);
                for (var mask = ~Vector256.Equals(fits, Vector256<byte>.Zero).ExtractMostSignificantBits(); mask != 0; mask &= mask - 1)
                {
                    var at = BitOperations.TrailingZeroCount(mask);
                    if (IsStem(body, i + at, fits[at]))
                        return i + at;
                }
            }
        }
        for (; i + fingerprint <= body.Length; i++)
        {
            if (FitsOne(body, i) is var fits and not 0 && IsStem(body, i, fits))
                return i;
        }
        return -1;
    }

    /// <summary>Marks the first letter of a piece of a divided word: where pieces meet, a reader may see two words.</summary>
    public const byte Joint = 0x80;

    /// <summary>Whether a word that was put together from pieces holds a stem. Short stems begin, and whole words end, where a piece does.</summary>
    public bool IsInSplitWord(ReadOnlySpan<byte> word)
    {
        foreach (var bucket in stems)
        {
            foreach (var stem in bucket)
            {
                for (var i = 0; i + stem.Length <= word.Length; i++)
                {
                    if (IsInSplitWord(word, i, stem))
                        return true;
                }
            }
        }
        return false;
    }

    private static bool IsInSplitWord(ReadOnlySpan<byte> word, int start, ReadOnlySpan<byte> stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if ((word[start + i] & ~Joint | 0x20) != stem[i])
                return false;
        }
        var end = start + stem.Length;
        return (stem.Length > LongestShortStem || start == 0 || (word[start] & Joint) != 0)
            && (stem.Length > LongestWholeWord || end == word.Length || (word[end] & Joint) != 0);
    }

    private Vector256<byte> Fits256(ref byte body, int index)
    {
        var fits = Vector256<byte>.AllBitsSet;
        var half = Vector256.Create((byte)15);
        for (var i = 0; i < fingerprint; i++)
        {
            var bytes = Vector256.LoadUnsafe(ref body, (nuint)(index + i)) | Vector256.Create((byte)0x20);
            var lowTable = Vector256.Create(Vector128.Create(low.AsSpan(i * 16, 16)));
            var highTable = Vector256.Create(Vector128.Create(high.AsSpan(i * 16, 16)));
            fits &= Avx2.Shuffle(lowTable, bytes & half) & Avx2.Shuffle(highTable, Vector256.ShiftRightLogical(bytes, 4) & half);
        }
        return fits;
    }

    private byte FitsOne(ReadOnlySpan<byte> body, int index)
    {
        var fits = 0xFF;
        for (var i = 0; i < fingerprint; i++)
        {
            var value = body[index + i] | 0x20;
            fits &= low[i * 16 + (value & 15)] & high[i * 16 + (value >> 4)];
        }
        return (byte)fits;
    }

    private bool IsStem(ReadOnlySpan<byte> body, int index, int fits)
    {
        for (; fits != 0; fits &= fits - 1)
        {
            foreach (var stem in stems[BitOperations.TrailingZeroCount(fits)])
            {
                if (index + stem.Length <= body.Length && Ascii.EqualsIgnoreCase(body.Slice(index, stem.Length), stem)
                    && (stem.Length > LongestShortStem || index == 0 || !char.IsAsciiLetter((char)body[index - 1]))
                    && (stem.Length > LongestWholeWord || index + stem.Length == body.Length || !char.IsAsciiLetter((char)body[index + stem.Length])))
                    return true;
            }
        }
        return false;
    }

    /// <summary>The longest run of letters: what a stem of several words, or with a hyphen, is sought by.</summary>
    private static string Core(string stem)
    {
        var core = "";
        var start = 0;
        for (var i = 0; i <= stem.Length; i++)
        {
            if (i < stem.Length && char.IsAsciiLetter(stem[i]))
                continue;
            if (i - start > core.Length)
                core = stem[start..i];
            start = i + 1;
        }
        return core.Length >= 3 ? core.ToLowerInvariant() : throw new ArgumentException($"\"{stem}\" has no run of three letters to look for", nameof(stem));
    }
}
