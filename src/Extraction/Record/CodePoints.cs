using Extraction.Documents;

namespace Extraction.Record;

/// <summary>
/// Turns UTF-16 offsets of a text into code points, which is what Python, databases and browsers' string iterators count.
/// A lone surrogate counts as one, as it does when the text is decoded again.
/// </summary>
public sealed class CodePoints
{
    /// <summary>Positions of the second halves of surrogate pairs, ascending.</summary>
    private readonly int[] _seconds;

    public CodePoints(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') < 0)
        {
            _seconds = [];
            return;
        }

        var seconds = new List<int>();
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                seconds.Add(i++);
        _seconds = [.. seconds];
    }

    /// <summary>How many code points begin before <paramref name="utf16"/>.</summary>
    public int Of(int utf16)
    {
        if (_seconds.Length == 0)
            return utf16;
        var at = Array.BinarySearch(_seconds, utf16);
        return utf16 - (at < 0 ? ~at : at);
    }

    public (int Start, int End) Of(TextRange range) => (Of(range.Start), Of(range.End));
}
