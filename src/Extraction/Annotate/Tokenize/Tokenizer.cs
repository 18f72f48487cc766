namespace Extraction.Annotate.Tokenize;

/// <summary>
/// Parts plain text (see <see cref="PlainText"/>) into tokens as the treebanks do (EWT, GUM), with care for names.
/// Rules only; one pass; ranges are of the text. Words are scanned whole, then parted at hyphens and clitics.
/// </summary>
public static class Tokenizer
{
    /// <summary>Appends the tokens of <c>text[start..end]</c>.</summary>
    /// <param name="text">Plain characters of the whole text.</param>
    /// <param name="start">First character.</param>
    /// <param name="end">After the last character.</param>
    /// <param name="tokens">Takes the ranges, in order, never empty, never overlapping.</param>
    public static void Tokenize(ReadOnlySpan<char> text, int start, int end, List<TextSlice> tokens)
    {
        var quotes = new SingleQuotes();
        var at = start;
        while (at < end)
        {
            var character = text[at];
            if (character is ' ' or PlainText.Invisible)
            {
                at++;
                continue;
            }

            var next = character == '\'' ? quotes.Scan(text, start, at, end) : at;
            if (next > at)
                tokens.Add(new TextSlice(at, next));
            else if (WordScanner.Starts(text, at, end))
                next = WordParts.Add(text, at, WordScanner.End(text, at, end), end, tokens);
            else
                tokens.Add(new TextSlice(at, next = MarkEnd(text, at, end)));
            at = next;
        }
    }

    // Punctuation stands alone, but runs of the same mark are one token ("...", "--", "!!!"), and a surrogate pair is never parted.
    private static int MarkEnd(ReadOnlySpan<char> text, int at, int end)
    {
        var mark = text[at];
        if (char.IsHighSurrogate(mark) && at + 1 < end && char.IsLowSurrogate(text[at + 1]))
            return at + 2;
        var next = at + 1;
        if (mark is '!' or '?')
        {
            while (next < end && text[next] is '!' or '?')
                next++;
        }
        else if (mark is '.' or '-' or '_' or '*' or '=' or '~' or '#' or '\u2014' or '+')
        {
            while (next < end && text[next] == mark)
                next++;
        }

        return next;
    }
}

/// <summary>A token's range in the text.</summary>
public readonly record struct TextSlice(int Start, int End)
{
    public int Length => End - Start;
}
