namespace Extraction.Annotate.Tokenize;

/// <summary>Parts a scanned word at hyphens and before clitics ('s, n't, 'll), as the treebanks do.</summary>
internal static class WordParts
{
    /// <summary>Adds the tokens of the word and gives the position after them.</summary>
    public static int Add(ReadOnlySpan<char> text, int start, int end, int limit, List<TextSlice> tokens)
    {
        // A possessive of a plural or of a name in -s: the apostrophe stands behind the word, alone.
        var word = text[start..end];
        if (word.Contains("://", StringComparison.Ordinal) || word.Contains('@') || IsDate(word))
        {
            tokens.Add(new TextSlice(start, end));
            return end;
        }

        var from = start;
        for (var at = start + 1; at < end - 1; at++)
        {
            if (text[at] != '-')
                continue;
            var next = at + 1;
            while (next < end && text[next] != '-')
                next++;
            if (HyphenRules.Keeps(Trim(text[from..at]), Trim(text[(at + 1)..next])))
                continue;
            Clitics(text, from, at, tokens);
            tokens.Add(new TextSlice(at, at + 1));
            from = at + 1;
        }

        Clitics(text, from, end, tokens);
        return end;
    }

    // The last part of what is left of a hyphen decides; clitics do not count.
    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> part)
    {
        var hyphen = part.LastIndexOf('-');
        part = part[(hyphen + 1)..];
        return part.EndsWith("'s", StringComparison.Ordinal) ? part[..^2] : part;
    }

    private static bool IsDate(ReadOnlySpan<char> word)
    {
        var hyphens = 0;
        foreach (var character in word)
        {
            if (character == '-')
                hyphens++;
            else if (!char.IsAsciiDigit(character))
                return false;
        }

        return hyphens == 2 && word.Length is >= 8 and <= 10;
    }

    private static void Clitics(ReadOnlySpan<char> text, int start, int end, List<TextSlice> tokens)
    {
        var word = text[start..end];
        var cut = Cut(word);
        if (cut <= 0 || cut >= word.Length)
        {
            // A soft hyphen behind a hyphen ("al-\u00AD-") leaves a part with nothing to see: no token.
            if (word.ContainsAnyExcept(PlainText.Invisible))
                tokens.Add(new TextSlice(start, end));
            return;
        }

        Clitics(text, start, start + cut, tokens);
        tokens.Add(new TextSlice(start + cut, end));
    }

    private static int Cut(ReadOnlySpan<char> word)
    {
        if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase))
            return 3;
        if (word.Equals("gonna", StringComparison.OrdinalIgnoreCase) || word.Equals("wanna", StringComparison.OrdinalIgnoreCase)
            || word.Equals("gotta", StringComparison.OrdinalIgnoreCase))
        {
            return 3;
        }

        if (word.EndsWith("n't", StringComparison.OrdinalIgnoreCase))
            return word.Length - 3;
        var apostrophe = word.LastIndexOf('\'');
        if (apostrophe <= 0)
            return 0;
        var tail = word[(apostrophe + 1)..];
        if (tail.Equals("s", StringComparison.OrdinalIgnoreCase) || tail.Equals("ll", StringComparison.OrdinalIgnoreCase)
            || tail.Equals("re", StringComparison.OrdinalIgnoreCase) || tail.Equals("ve", StringComparison.OrdinalIgnoreCase))
        {
            return apostrophe;
        }

        var base_ = word[..apostrophe];
        if (tail.Equals("m", StringComparison.OrdinalIgnoreCase))
            return base_.Equals("i", StringComparison.OrdinalIgnoreCase) ? apostrophe : 0;
        return tail.Equals("d", StringComparison.OrdinalIgnoreCase) && IsPronoun(base_) ? apostrophe : 0;
    }

    private static bool IsPronoun(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[8];
        if (word.Length > 7)
            return false;
        var length = word.ToLowerInvariant(lower);
        return lower[..length] is "i" or "you" or "he" or "she" or "it" or "we" or "they" or "who" or "that" or "there" or "what" or "how" or "where";
    }
}
