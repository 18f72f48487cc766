namespace Extraction.Documents;

/// <summary>
/// A half-open range <c>[Start, End)</c> of UTF-16 code units in an article's text. Inside the program this is the only
/// unit; code points (what records carry) are made once, when a record is written.
/// </summary>
public readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(TextRange other) => Start <= other.Start && other.End <= End;

    public bool Contains(int position) => Start <= position && position < End;

    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    /// <summary>The smallest range that covers both.</summary>
    public TextRange Join(TextRange other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    public string Of(string text) => text[Start..End];

    public ReadOnlySpan<char> SpanOf(string text) => text.AsSpan(Start, Length);
}
