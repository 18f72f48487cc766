namespace Extraction.Clean;

/// <summary>
/// How deep a page nests, from its tags alone, before a tree is built: tree builders look up the stack of open elements for
/// many tags, so a page nested 100,000 deep takes them minutes.
/// </summary>
internal static class NestingDepth
{
    /// <summary>An upper bound of the depth; unclosed elements that close by themselves (p, li, td) do not count.</summary>
    public static int Of(ReadOnlySpan<char> source)
    {
        int depth = 0, deepest = 0;
        while (true)
        {
            var open = source.IndexOf('<');
            if (open < 0 || open + 1 >= source.Length)
                return deepest;
            source = source[(open + 1)..];
            if (source[0] == '/')
                depth = Math.Max(0, depth - (IsCounted(source[1..]) ? 1 : 0));
            else if (char.IsAsciiLetter(source[0]) && IsCounted(source))
                deepest = Math.Max(deepest, ++depth);
        }
    }

    private static bool IsCounted(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < 12 && char.IsAsciiLetterOrDigit(tag[length]))
            length++;
        return tag[..length] is not ("p" or "P" or "li" or "LI" or "br" or "BR" or "img" or "IMG" or "input" or "INPUT" or "meta" or "META"
            or "link" or "LINK" or "hr" or "HR" or "td" or "TD" or "tr" or "TR" or "th" or "TH" or "dt" or "DT" or "dd" or "DD" or "option" or "OPTION"
            or "source" or "col" or "area" or "base" or "wbr" or "param" or "track" or "embed" or "path" or "use" or "rect" or "circle" or "polygon" or "line" or "stop"
            or "g" or "i" or "b");
    }
}
