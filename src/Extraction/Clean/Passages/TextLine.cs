namespace Extraction.Clean;

/// <summary>A line of a plain text without the white space at its ends: <c>[Start, End)</c>; blank where both are equal.</summary>
internal readonly record struct TextLine(int Start, int End)
{
    private static readonly System.Buffers.SearchValues<char> LineBreaks = System.Buffers.SearchValues.Create("\n\r\u2028\u2029\u0085\f");

    public int Length => End - Start;

    public bool IsBlank => End == Start;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    /// <summary>All lines of a text, the blank ones too.</summary>
    public static List<TextLine> Of(string text, Work work)
    {
        var lines = new List<TextLine>();
        var start = 0;
        while (start < text.Length)
        {
            work.Spend(Work.Item / 10);
            var length = text.AsSpan(start).IndexOfAny(LineBreaks);
            var end = length < 0 ? text.Length : start + length;
            lines.Add(Trimmed(text, start, end));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    private static TextLine Trimmed(string text, int start, int end)
    {
        while (start < end && Wording.IsBlank(text[start]))
            start++;
        while (end > start && Wording.IsBlank(text[end - 1]))
            end--;
        return new TextLine(start, end);
    }
}
