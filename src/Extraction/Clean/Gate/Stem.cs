using System.Runtime.InteropServices;
using System.Text;

namespace Extraction.Clean;

/// <summary>One stem, as it is compared with bytes: ASCII letters of lower case.</summary>
internal sealed class Stem
{
    private const int LongestShortStem = 5;
    private const int LongestWholeWord = 4;

    private readonly byte[] letters;
    private readonly ulong head;
    private readonly ulong headMask;

    public Stem(string core)
    {
        letters = Encoding.ASCII.GetBytes(core);
        Span<byte> first = stackalloc byte[sizeof(ulong)];
        letters.AsSpan(0, Math.Min(letters.Length, first.Length)).CopyTo(first);
        head = MemoryMarshal.Read<ulong>(first);
        for (var i = 0; i < first.Length; i++)
            first[i] = i < letters.Length ? (byte)0xFF : (byte)0;
        headMask = MemoryMarshal.Read<ulong>(first);
    }

    public ReadOnlySpan<byte> Letters => letters;

    public int Length => letters.Length;

    /// <summary>"debar" in "sidebar" is none.</summary>
    public bool BeginsWord => letters.Length <= LongestShortStem;

    /// <summary>"ban" in "bank" is none.</summary>
    public bool IsWord => letters.Length <= LongestWholeWord;

    /// <summary>Whether the letters stand there, in any case.</summary>
    public bool StandsAt(ReadOnlySpan<byte> body, int index)
    {
        if (index + sizeof(ulong) <= body.Length)
        {
            var value = MemoryMarshal.Read<ulong>(body[index..]) | 0x2020202020202020;
            if ((value & headMask) != head)
                return false;
            if (letters.Length <= sizeof(ulong))
                return true;
        }
        return index + letters.Length <= body.Length && Ascii.EqualsIgnoreCase(body.Slice(index, letters.Length), letters);
    }

    /// <summary>Whether the letters stand there, in any case, the marks of joints aside.</summary>
    public bool IsInSplitWord(ReadOnlySpan<byte> word, int start)
    {
        if (start + letters.Length > word.Length)
            return false;
        for (var i = 0; i < letters.Length; i++)
        {
            if ((word[start + i] & ~StemSearch.Joint | 0x20) != letters[i])
                return false;
        }
        return true;
    }

    /// <summary>The longest run of letters: what a stem of several words, or with a hyphen, is sought by.</summary>
    public static string Core(string stem)
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
