namespace Extraction.Clean;

/// <summary>Where tags end, as the tokenizer of the HTML standard reads attributes: a quote counts only right after an equals sign.</summary>
internal static class TagBytes
{
    /// <param name="source">Bytes of the page.</param>
    /// <param name="from">Right after the tag's name.</param>
    /// <returns>Index after the closing <c>&gt;</c>, or -1 where the tag is never closed.</returns>
    public static int End(ReadOnlySpan<byte> source, int from)
    {
        var i = from;
        while (i < source.Length)
        {
            // Before an attribute's name; an equals sign here is part of the name.
            while (i < source.Length && (IsBlank(source[i]) || source[i] == '/'))
                i++;
            if (i >= source.Length)
                return -1;
            if (source[i] == '>')
                return i + 1;
            i++;
            while (i < source.Length && !IsBlank(source[i]) && source[i] is not ((byte)'/' or (byte)'>' or (byte)'='))
                i++;
            while (i < source.Length && IsBlank(source[i]))
                i++;
            if (i < source.Length && source[i] == '=')
                i = AfterValue(source, i + 1);
            if (i < 0)
                return -1;
        }
        return -1;
    }

    private static int AfterValue(ReadOnlySpan<byte> source, int i)
    {
        while (i < source.Length && IsBlank(source[i]))
            i++;
        if (i >= source.Length)
            return -1;
        if (source[i] is (byte)'"' or (byte)'\'')
        {
            var close = source[(i + 1)..].IndexOf(source[i]);
            return close < 0 ? -1 : i + 1 + close + 1;
        }
        while (i < source.Length && !IsBlank(source[i]) && source[i] != '>')
            i++;
        return i;
    }

    public static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or 0;
}
