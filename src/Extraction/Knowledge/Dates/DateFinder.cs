using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Knowledge.Dates;

/// <summary>
/// Finds the words that name a time, with the preposition and the part of the day as a reader would quote them:
/// "on December 7", "in May 2018", "earlier this year", "on Friday evening". Durations ("for six months") are none.
/// </summary>
public static class DateFinder
{
    /// <summary>All date expressions of a document, in reading order, not overlapping.</summary>
    public static ImmutableArray<DateExpression> Find(AnnotatedDocument document)
    {
        var found = ImmutableArray.CreateBuilder<DateExpression>();
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            var tokens = document.Tokens.AsSpan()[sentence.First..sentence.End];
            Find(document.Text, tokens, s, sentence.First, found);
        }

        return found.ToImmutable();
    }

    private static void Find(string text, ReadOnlySpan<Token> tokens, int sentence, int offset, ImmutableArray<DateExpression>.Builder found)
    {
        var free = 0;
        for (var i = 0; i < tokens.Length;)
        {
            var pattern = new DatePattern(text, tokens, i);
            if (pattern.Match() is not { } shape)
            {
                i++;
                continue;
            }

            var end = PartOfDay(tokens, pattern.End);
            var first = Before(tokens, i, free, shape);
            var range = new TextRange(tokens[first].Range.Start, tokens[end - 1].Range.End);
            found.Add(new DateExpression(sentence, offset + first, offset + end, offset + i, range, shape));
            i = free = end;
        }
    }

    private static int PartOfDay(ReadOnlySpan<Token> tokens, int end) =>
        end < tokens.Length && DateWords.Of(tokens[end].Form).Class == WordClass.PartOfDay ? end + 1 : end;

    /// <summary>Where the expression starts with its preposition: "late on Monday", "since early 2014", "back in May".</summary>
    private static int Before(ReadOnlySpan<Token> tokens, int core, int free, DateShape shape)
    {
        var first = core;
        if (first > free && Is(tokens[first - 1], "the"))
            first--;
        if (first > free && Is(tokens[first - 1], "late", "early", "earlier") && shape.Form is DateForm.Weekday or DateForm.DayOffset or DateForm.Weekend && first == core)
            first--;
        if (first > free && Takes(tokens[first - 1], shape))
            first--;
        else if (first != core && Is(tokens[first], "the"))
            return core;
        if (first > free && first != core && Is(tokens[first], "in", "on") && Is(tokens[first - 1], "back", "late", "early", "earlier", "later"))
            first--;
        return first;
    }

    private static bool Takes(Token token, DateShape shape) => shape.Form switch
    {
        DateForm.Weekday or DateForm.Day or DateForm.Range => Is(token, "on", "since", "from", "by", "until", "before", "after", "effective", "dated", "of", "till"),
        DateForm.DayOffset => Is(token, "on", "since", "by", "until", "from"),
        DateForm.Weekend => Is(token, "over", "at", "on", "during", "since"),
        DateForm.Vague => Is(token, "on", "in"),
        _ => Is(token, "in", "since", "from", "by", "during", "until", "before", "after", "at", "over", "till"),
    };

    private static bool Is(Token token, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (token.Form.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
