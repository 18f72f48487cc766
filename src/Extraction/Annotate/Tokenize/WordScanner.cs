namespace Extraction.Annotate.Tokenize;

/// <summary>Finds the end of a word with everything inside it that may belong to it: apostrophes, hyphens, inner full stops, figures.</summary>
internal static class WordScanner
{
    /// <summary>Whether a word can begin at this character.</summary>
    public static bool Starts(ReadOnlySpan<char> text, int at, int end) =>
        IsWord(text[at])
        || (text[at] == '\'' && at + 1 < end && IsWord(text[at + 1]))
        || (text[at] is '@' or '#' && at + 1 < end && char.IsLetter(text[at + 1]))
        || (text[at] == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]) && (at == 0 || text[at - 1] is ' ' or '$'));

    /// <summary>Letters, figures, marks and invisible characters, but no surrogates of pictures.</summary>
    public static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character)
        || (character > '\u007F' && (char.IsLetterOrDigit(character) || character == PlainText.Invisible
            || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark));

    /// <summary>The end of the word that begins at <paramref name="at"/>, a final full stop of an abbreviation included.</summary>
    public static int End(ReadOnlySpan<char> text, int at, int end)
    {
        var address = AddressEnd(text, at, end);
        if (address > at)
            return address;
        var next = at + 1;
        while (next < end && (IsWord(text[next]) || (next + 1 < end && Joins(text, at, next))))
            next++;
        if (next < end && text[next] == '.' && KeepsStop(text, at, next, end))
            return next - at > 1 && text[next - 2] == '.' && next + 2 < end && text[next + 1] == '-' && IsWord(text[next + 2]) ? End(text, next + 2, end) : next + 1; // U.S.-led
        if (next < end && text[next] == '$' && next - at <= 3 && char.IsUpper(text[next - 1]))
            return next + 1; // US$
        return next;
    }

    private static bool Joins(ReadOnlySpan<char> text, int start, int at)
    {
        var before = text[at - 1];
        var after = text[at + 1];
        if (!IsWord(before) || !(IsWord(after) || (text[at] == '-' && after == '\'')))
            return false;
        return text[at] switch
        {
            '\'' or '-' or '_' or '@' => true,
            '.' => StopJoins(text, start, at),
            '&' => char.IsUpper(before) && char.IsUpper(after),
            ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            ':' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '/' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            _ => false,
        };
    }

    // "U.S", "e.g", "3.5", "example.com", "Ph.D", "QDi.371" (an entry of a list) join; "killed.The" and "J.Smith" do not.
    private static bool StopJoins(ReadOnlySpan<char> text, int start, int at)
    {
        var after = text[at + 1];
        if (char.IsAsciiDigit(after))
            return char.IsAsciiDigit(text[at - 1]) || at - start <= 2 || (at - start == 3 && char.IsUpper(text[start]) && char.IsUpper(text[start + 1]));
        if (!char.IsUpper(after))
            return !char.IsAsciiDigit(text[at - 1]) || !char.IsLetter(after);
        var segment = at - 1;
        while (segment >= start && text[segment] != '.')
            segment--;
        var single = at - segment == 2 && char.IsUpper(text[at - 1]);
        var shortAfter = at + 2 >= text.Length || !char.IsLower(text[at + 2]);
        return shortAfter && (single || at - segment == 3);
    }

    private static bool KeepsStop(ReadOnlySpan<char> text, int start, int stop, int end)
    {
        if (stop + 1 < end && text[stop + 1] == '.')
            return false;
        var word = text[start..stop];
        if (word.Length == 1)
            return char.IsUpper(word[0]) && (stop + 1 < end || start == 0) && !EndsListOfOne(text, stop, end);
        if (word.Length >= 3 && word[^2] == '.' && char.IsLetter(word[^1]))
            return true; // U.S.
        var next = stop + 1;
        while (next < end && text[next] is ' ' or PlainText.Invisible)
            next++;
        return Abbreviations.Is(word, next < end ? text[next] : '\0', out _);
    }

    // A capital letter before a full stop is an initial unless the text ends there.
    private static bool EndsListOfOne(ReadOnlySpan<char> text, int stop, int end)
    {
        for (var at = stop + 1; at < end; at++)
        {
            if (text[at] != ' ')
                return text[at] is '"' or '\'' or ')' or ']';
        }

        return true;
    }

    private static int AddressEnd(ReadOnlySpan<char> text, int at, int end)
    {
        var rest = text[at..end];
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return at;
        }

        var length = rest.IndexOfAny(' ', '"', '<');
        var stop = at + (length < 0 ? rest.Length : length);
        while (stop > at && text[stop - 1] is '.' or ',' or ')' or ';' or ':' or '!' or '?' or '\'' or ']' or '>')
            stop--;
        return stop;
    }
}
