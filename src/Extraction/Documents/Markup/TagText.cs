namespace Extraction.Documents.Markup;

/// <summary>A tag as it stands in the source: lower-case name, whether it closes, and where the text goes on.</summary>
internal readonly record struct TagText(string Name, bool Closes, int End)
{
    private const int LongestName = 20;

    /// <summary>The tag, comment or declaration that opens at <paramref name="open"/>.</summary>
    public static TagText At(string source, int open)
    {
        if (string.CompareOrdinal(source, open, "<!--", 0, 4) == 0)
        {
            var close = source.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return new TagText("", false, close < 0 ? source.Length : close + 3);
        }
        var closes = open + 1 < source.Length && source[open + 1] == '/';
        var first = open + (closes ? 2 : 1);
        var end = first;
        while (end < source.Length && end - first < LongestName && char.IsAsciiLetterOrDigit(source[end]))
            end++;
        if (end == first && !(first < source.Length && source[first] is '!' or '?'))
            return new TagText("", false, open + 1); // a bare "<"
        return new TagText(source[first..end].ToLowerInvariant(), closes, EndOf(source, end));
    }

    /// <summary>Elements whose content is not markup.</summary>
    public static bool IsRaw(string name) => name is "script" or "style" or "textarea" or "title" or "noscript" or "template" or "svg" or "iframe";

    /// <summary>Where the end tag of a raw element begins, or the end of the source.</summary>
    public static int EndOfRaw(string source, int from, string name)
    {
        var end = source.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? source.Length : end;
    }

    private static int EndOf(string source, int from)
    {
        for (var i = from; i < source.Length; i++)
        {
            if (source[i] == '>')
                return i + 1;
            if (source[i] is not ('"' or '\''))
                continue;
            // A quoted value may hold ">", but a stray quote must not swallow the page.
            var close = source.AsSpan(i + 1, Math.Min(4_000, source.Length - i - 1)).IndexOf(source[i]);
            i += close < 0 ? 0 : close + 1;
        }
        return source.Length;
    }
}
