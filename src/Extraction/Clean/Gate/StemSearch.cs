using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Extraction.Clean;

/// <summary>
/// Searches bytes for many stems at once, ASCII case aside: the "Teddy" algorithm of Hyperscan. Stems are dealt to eight buckets;
/// for each of the first four letters two tables of sixteen entries, by low and high half of a byte, say which buckets it fits;
/// where a bucket fits all letters, its stems are compared. A stem of three letters is a whole word: its fourth letter is none.
/// </summary>
internal sealed class StemSearch
{
    /// <summary>Marks the first letter of a piece of a divided word: where pieces meet, a reader may see two words.</summary>
    public const byte Joint = 0x80;

    /// <summary>So many bytes after a divided word must be there to be read.</summary>
    public const int Padding = 64;

    private const int Fingerprint = 4;

    private readonly Stem[][] stems;
    private readonly byte[] tables;

    public StemSearch(IEnumerable<string> given)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var stem in given)
            all.Add(Stem.Core(stem));
        if (all.Count == 0)
            throw new ArgumentException("there are no stems to look for", nameof(given));
        (stems, tables) = StemBuckets.Deal(all);
    }

    // Most of a run over an archive is spent here: compiled at once for this processor, not first without care.
    /// <summary>The first place at or after <paramref name="from"/> where a stem stands, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Next(ReadOnlySpan<byte> body, int from)
    {
        var i = from;
        if (Avx2.IsSupported)
        {
            ref var first = ref MemoryMarshal.GetReference(body);
            var lowerCase = Vector256.Create((byte)0x20);
            var (low0, high0) = (Table(0), Table(1));
            var (low1, high1) = (Table(2), Table(3));
            var (low2, high2) = (Table(4), Table(5));
            var (low3, high3) = (Table(6), Table(7));
            for (; i + Vector256<byte>.Count + Fingerprint <= body.Length; i += Vector256<byte>.Count)
            {
                // Setting the bit of lower case makes letters of letters only.
                var fits = Fits(Vector256.LoadUnsafe(ref first, (nuint)i) | lowerCase, low0, high0)
                    & Fits(Vector256.LoadUnsafe(ref first, (nuint)(i + 1)) | lowerCase, low1, high1)
                    & Fits(Vector256.LoadUnsafe(ref first, (nuint)(i + 2)) | lowerCase, low2, high2)
                    & Fits(Vector256.LoadUnsafe(ref first, (nuint)(i + 3)) | lowerCase, low3, high3);
                if (fits == Vector256<byte>.Zero)
                    continue;
                for (var mask = ~Vector256.Equals(fits, Vector256<byte>.Zero).ExtractMostSignificantBits(); mask != 0; mask &= mask - 1)
                {
                    var at = BitOperations.TrailingZeroCount(mask);
                    if (IsStem(body, i + at, fits[at]))
                        return i + at;
                }
            }
        }
        // The fourth letter may be missing: what is behind the end fits all.
        for (; i + Fingerprint - 1 <= body.Length; i++)
        {
            if (FitsOne(body[i..], Fingerprint, 0xFF) is var fits and not 0 && IsStem(body, i, fits))
                return i;
        }
        return -1;
    }

    /// <summary>Whether a word that was put together from pieces holds a stem. Short stems begin, and whole words end, where a piece does.</summary>
    /// <param name="letters">The word and <see cref="Padding"/> bytes of anything.</param>
    /// <param name="length">Of the word.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool IsInSplitWord(ReadOnlySpan<byte> letters, int length)
    {
        // Three letters only: the fourth may be another word's, behind a joint.
        if (Avx2.IsSupported && length + Vector256<byte>.Count + Fingerprint <= letters.Length)
        {
            ref var first = ref MemoryMarshal.GetReference(letters);
            var noMarks = Vector256.Create((byte)(Joint - 1));
            var lowerCase = Vector256.Create((byte)0x20);
            for (var i = 0; i < length; i += Vector256<byte>.Count)
            {
                var fits = Fits(Vector256.LoadUnsafe(ref first, (nuint)i) & noMarks | lowerCase, Table(0), Table(1))
                    & Fits(Vector256.LoadUnsafe(ref first, (nuint)(i + 1)) & noMarks | lowerCase, Table(2), Table(3))
                    & Fits(Vector256.LoadUnsafe(ref first, (nuint)(i + 2)) & noMarks | lowerCase, Table(4), Table(5));
                for (var mask = ~Vector256.Equals(fits, Vector256<byte>.Zero).ExtractMostSignificantBits(); mask != 0; mask &= mask - 1)
                {
                    var at = BitOperations.TrailingZeroCount(mask);
                    if (IsStemOfSplitWord(letters[..length], i + at, fits[at]))
                        return true;
                }
            }
            return false;
        }
        for (var i = 0; i < length; i++)
        {
            if (FitsOne(letters[i..length], Fingerprint - 1, Joint - 1) is var fits and not 0 && IsStemOfSplitWord(letters[..length], i, fits))
                return true;
        }
        return false;
    }

    private Vector256<byte> Table(int index) => Vector256.Create(Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(tables), (nuint)(index * 16)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Fits(Vector256<byte> bytes, Vector256<byte> low, Vector256<byte> high)
    {
        var half = Vector256.Create((byte)15);
        return Avx2.Shuffle(low, bytes & half) & Avx2.Shuffle(high, Vector256.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half);
    }

    private int FitsOne(ReadOnlySpan<byte> body, int letters, int kept)
    {
        var fits = 0xFF;
        for (var i = 0; i < letters && i < body.Length; i++)
        {
            var value = body[i] & kept | 0x20;
            fits &= tables[i * 32 + (value & 15)] & tables[i * 32 + 16 + (value >> 4)];
        }
        return fits;
    }

    private bool IsStem(ReadOnlySpan<byte> body, int index, int fits)
    {
        var isStart = index == 0 || !char.IsAsciiLetter((char)body[index - 1]);
        for (; fits != 0; fits &= fits - 1)
        {
            foreach (var stem in stems[BitOperations.TrailingZeroCount(fits)])
            {
                if ((isStart || !stem.BeginsWord) && stem.StandsAt(body, index)
                    && (!stem.IsWord || index + stem.Length == body.Length || !char.IsAsciiLetter((char)body[index + stem.Length])))
                    return true;
            }
        }
        return false;
    }

    private bool IsStemOfSplitWord(ReadOnlySpan<byte> word, int start, int fits)
    {
        for (; fits != 0; fits &= fits - 1)
        {
            foreach (var stem in stems[BitOperations.TrailingZeroCount(fits)])
            {
                var end = start + stem.Length;
                if (stem.IsInSplitWord(word, start)
                    && (!stem.BeginsWord || start == 0 || (word[start] & Joint) != 0)
                    && (!stem.IsWord || end == word.Length || (word[end] & Joint) != 0))
                    return true;
            }
        }
        return false;
    }
}
