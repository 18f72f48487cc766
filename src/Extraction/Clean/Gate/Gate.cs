using System.Text;
using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>
/// Tells from a document's bytes, before they are decoded or parsed, whether its text may hold one of some stems. It may say yes
/// for nothing; it never says no where the cleaned text has a stem. No allocation per document; safe to call from many threads.
/// <para>First the raw bytes are searched (vectorised); then, in HTML, hits in scripts, styles, comments and tags do not count.
/// A stem that markup or a soft hyphen splits is found over the split. UTF-16, UTF-32 and letters written as entities are not
/// looked into: such documents always pass.</para>
/// </summary>
public sealed class Gate
{
    private readonly StemSearch search;

    /// <param name="stems">
    /// Beginnings or middles of words, any case. Of several words the longest counts. A stem of five letters or fewer
    /// ("debar") must stand at the beginning of a word ("sidebar" has none), one of four or fewer ("ban") be a whole word ("bank" is none).
    /// </param>
    /// <exception cref="ArgumentException">A stem has no run of three letters, or there is none.</exception>
    public Gate(IEnumerable<string> stems) => search = new StemSearch(stems);

    /// <summary>Whether the document's text or the title that its source gives may hold a stem.</summary>
    public bool MayMatter(RawDocument document) =>
        MayMatter(document.Body.Span, document.Format) || document.Hints.Title is { } title && MayMatter(Encoding.UTF8.GetBytes(title), BodyFormat.PlainText);

    /// <summary>Whether the text of these bytes may hold a stem.</summary>
    public bool MayMatter(ReadOnlySpan<byte> body, BodyFormat format)
    {
        if (IsWide(body))
            return true;
        var hit = search.Next(body, 0);
        if (format == BodyFormat.PlainText)
            return hit >= 0 || MayMatterAcrossBreaks(body);
        return MayMatterInText(body, hit);
    }

    private static bool IsWide(ReadOnlySpan<byte> body)
    {
        if (body is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || body.IndexOf("\e$"u8) >= 0)
            return true; // a mark, or the shift to two bytes of ISO-2022
        var head = body[..Math.Min(body.Length, 4096)];
        return head.Contains((byte)0) && Utf16Guess.Of(body) is not null;
    }

    /// <summary>Words that a soft hyphen or a hyphen at the line's end divides.</summary>
    private bool MayMatterAcrossBreaks(ReadOnlySpan<byte> body)
    {
        Span<byte> letters = stackalloc byte[SplitWord.Room];
        var word = new SplitWord(letters);
        var position = 0;
        while (position < body.Length)
        {
            var length = body[position..].IndexOfAny((byte)0xAD, (byte)'-');
            if (length < 0)
                return word.Ends(body[position..], search);
            // U+00AD is two bytes in UTF-8.
            var mark = position + length;
            var end = body[mark] == 0xAD && length > 0 && body[mark - 1] == 0xC2 ? mark - 1 : mark;
            if (word.Continues(body[position..end], search))
                return true;
            position = mark + 1;
            while (position < body.Length && body[position] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t')
                position++;
        }
        return word.Ends([], search);
    }

    /// <param name="body">An HTML page.</param>
    /// <param name="hit">The first hit in its raw bytes, or -1.</param>
    private bool MayMatterInText(ReadOnlySpan<byte> body, int hit)
    {
        Span<byte> letters = stackalloc byte[SplitWord.Room];
        var word = new SplitWord(letters);
        var stretches = new TextStretches(body);
        while (stretches.MoveNext())
        {
            var stretch = stretches.Current;
            if (stretch.IsOpaque)
                return true;
            while (hit >= 0 && hit < stretch.Start)
                hit = search.Next(body, stretch.Start);
            if (hit >= 0 && hit < stretch.End)
                return true;
            if (word.Continues(body[stretch.Start..stretch.End], search))
                return true;
        }
        return word.Ends([], search);
    }
}
