namespace Extraction.Clean;

/// <summary>Puts together the letters of a word that something without width divides, and looks for stems in it.</summary>
/// <param name="letters">Room of <see cref="Room"/> bytes.</param>
internal ref struct SplitWord(Span<byte> letters)
{
    /// <summary>Longer words are cut; no stem comes near.</summary>
    private const int Capacity = 256;

    /// <summary>The bytes it needs.</summary>
    public const int Room = Capacity + StemSearch.Padding;

    private readonly Span<byte> letters = letters;
    private int length;
    private bool isSplit;

    /// <summary>Takes the text before the next division. True where a divided word may hold a stem.</summary>
    public bool Continues(ReadOnlySpan<byte> text, StemSearch search)
    {
        var first = 0;
        while (first < text.Length && char.IsAsciiLetter((char)text[first]))
            first++;
        if (first > 0 && length > 0)
        {
            Append(text[..first]);
            isSplit = true;
        }
        if (first == text.Length && length > 0)
            return false; // the word may go on
        var found = isSplit && search.IsInSplitWord(letters, length);
        (length, isSplit) = (0, false);
        var last = text.Length;
        while (last > 0 && char.IsAsciiLetter((char)text[last - 1]))
            last--;
        Append(text[last..]);
        return found;
    }

    /// <summary>Takes the last text.</summary>
    public bool Ends(ReadOnlySpan<byte> text, StemSearch search) => Continues(text, search) || Continues(" "u8, search);

    private void Append(ReadOnlySpan<byte> more)
    {
        if (more.Length > Capacity - length)
        {
            // Keep the end of what went before: a stem may begin there.
            var kept = Math.Min(length, Capacity / 4);
            letters[(length - kept)..length].CopyTo(letters);
            length = kept;
            more = more[..Math.Min(more.Length, Capacity - length)];
        }
        more.CopyTo(letters[length..]);
        if (!more.IsEmpty)
            letters[length] |= StemSearch.Joint;
        length += more.Length;
    }
}
