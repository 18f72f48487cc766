namespace Extraction.Annotate.Tokenize;

/// <summary>Tells quoting apostrophes from those that belong to a name ("'Aziz"), to a year ("'90s") or to a clitic.</summary>
internal ref struct SingleQuotes
{
    private const int FarthestClose = 300;
    private int _closesAt;

    /// <summary>The end of a quote or clitic token that begins with the apostrophe at <paramref name="at"/>, or <paramref name="at"/> where a word begins there.</summary>
    public int Scan(ReadOnlySpan<char> text, int start, int at, int end)
    {
        if (at + 1 < end && text[at + 1] == '\'')
            return at + 2; // '' as a double quote
        var next = at + 1 < end ? text[at + 1] : ' ';
        if (at == _closesAt || !char.IsLetterOrDigit(next))
            return at + 1;
        if (char.IsAsciiDigit(next))
            return at; // '90s
        if (at > start && text[at - 1] != ' ' && next is 's' or 'S' && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2])))
            return at + 2; // "Ltd."'s
        var close = Close(text, at + 1, end);
        if (close > 0)
        {
            _closesAt = close;
            return at + 1;
        }

        return char.IsUpper(next) ? at : at + 1;
    }

    // The apostrophe that would close a quotation opened before `from`: after a letter or mark and before no letter,
    // and not a plural's possessive ("workers' rights") while another candidate follows.
    private static int Close(ReadOnlySpan<char> text, int from, int end)
    {
        var last = Math.Min(end, from + FarthestClose);
        var fallback = -1;
        for (var at = from + 1; at < last; at++)
        {
            if (text[at] != '\'' || text[at - 1] == ' ' || (at + 1 < end && char.IsLetterOrDigit(text[at + 1])))
                continue;
            if (text[at - 1] is not ('s' or 'S'))
                return at;
            fallback = fallback < 0 ? at : fallback;
        }

        return fallback;
    }
}
