using System.Collections.Frozen;

namespace Extraction.Annotate.Tokenize;

/// <summary>
/// Finds sentence ends among the tokens of one block. A full stop that ends an abbreviation ends a sentence only
/// before a word that likes to begin one; closing quotes and brackets go with the sentence before them; single line breaks are white space,
/// empty lines and bullets are not.
/// </summary>
public static class SentenceSplitter
{
    private const int LongestSentence = 400;

    private static readonly FrozenSet<string> Starters = """
        The A An In On At He She It They We I You His Her Its Their Our This That These Those But And However Meanwhile Moreover Also According After Before
        When While As If For By With From To Since Although Though Some Many Most Both All Each No Not There Here Last Earlier Later Now Then Under
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Appends the index after the last token of every sentence of <c>tokens[first..]</c>.</summary>
    /// <param name="plain">Plain characters of the whole text.</param>
    /// <param name="source">The text itself, for its line breaks.</param>
    /// <param name="tokens">The tokens so far.</param>
    /// <param name="first">The block's first token.</param>
    /// <param name="ends">Takes the indices.</param>
    public static void Split(ReadOnlySpan<char> plain, ReadOnlySpan<char> source, List<TextSlice> tokens, int first, List<int> ends)
    {
        var begin = first;
        for (var at = first; at < tokens.Count; at++)
        {
            if (at + 1 < tokens.Count)
            {
                if (at + 1 - begin < LongestSentence && !Breaks(plain, source, tokens, begin, at, out at))
                    continue;
            }

            ends.Add(at + 1);
            begin = at + 1;
        }
    }

    private static bool Breaks(ReadOnlySpan<char> plain, ReadOnlySpan<char> source, List<TextSlice> tokens, int begin, int at, out int last)
    {
        last = at;
        var here = plain[tokens[at].Start..tokens[at].End];
        if (IsEnd(here))
        {
            while (last + 1 < tokens.Count && Closes(plain, tokens, last + 1))
                last++;
            if (last + 1 == tokens.Count || Opens(plain, tokens, last + 1, here[^1] != '.' || last > at || here.Length > 2))
                return true;
            last = at;
        }
        else if (here.Length > 1 && here[^1] == '.' && EndsWithAbbreviation(plain, tokens, at, here))
        {
            return true;
        }

        return BlankBetween(source, tokens[at].End, tokens[at + 1].Start);
    }

    private static bool IsEnd(ReadOnlySpan<char> token) => token[0] is '.' or '!' or '?' or '\u2026' && token[^1] is '.' or '!' or '?' or '\u2026';

    private static bool Closes(ReadOnlySpan<char> plain, List<TextSlice> tokens, int at)
    {
        var token = tokens[at];
        if (plain[token.Start] is ')' or ']')
            return true;
        if (token.Length > 2 || plain[token.Start] is not ('"' or '\''))
            return false;

        // With no space before it, or with a space behind it as well, a quote closes.
        return tokens[at - 1].End == token.Start || at + 1 == tokens.Count
            || (tokens[at + 1].Start > token.End && tokens[at - 1].End == token.Start);
    }

    // What can begin a sentence: a capital, a figure, an opening quote or bracket. After "!" or "..." or a quote only a capital is sure.
    private static bool Opens(ReadOnlySpan<char> plain, List<TextSlice> tokens, int at, bool strict)
    {
        for (; at < tokens.Count; at++)
        {
            var character = plain[tokens[at].Start];
            if (character is '"' or '\'' or '(' or '[' or '-' or '\u2014' && tokens[at].Length <= 2)
            {
                if (tokens[at].Length > 1 && character == '\'')
                    return true;
                continue;
            }

            return char.IsLetter(character) ? !char.IsLower(character) : !strict || char.IsAsciiDigit(character) || character is '$' or '#' or '\u2022';
        }

        return true;
    }

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> plain, List<TextSlice> tokens, int at, ReadOnlySpan<char> here)
    {
        var next = plain[tokens[at + 1].Start..tokens[at + 1].End];
        if (Abbreviations.Is(here[..^1], next[0], out var binds) && binds)
            return false;
        if (here.Length == 2)
            return false;
        if (next[0] == '"' && tokens[at + 1].Start == tokens[at].End)
            return at + 2 >= tokens.Count || Opens(plain, tokens, at + 2, true);
        return Starters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next) && !(next.Length == 1 && next[0] == 'I' && at + 2 < tokens.Count && plain[tokens[at + 2].Start] == '.');
    }

    private static bool BlankBetween(ReadOnlySpan<char> source, int from, int to)
    {
        var breaks = 0;
        for (var at = from; at < to; at++)
        {
            if (source[at] == '\n' || (source[at] == '\r' && (at + 1 >= source.Length || source[at + 1] != '\n')))
                breaks++;
        }

        return breaks > 1 || (breaks == 1 && to < source.Length && source[to] is '\u2022' or '\u25CF' or '\u25AA' or '\u2023' or '\u00B7');
    }
}
