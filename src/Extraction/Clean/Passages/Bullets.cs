namespace Extraction.Clean;

/// <summary>Marks that open an item of a list in plain text.</summary>
internal static class Bullets
{
    /// <summary>Length of the mark and the blanks after it, or 0 where the line is no item.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        var mark = Mark(line);
        if (mark == 0 || mark >= line.Length || !Wording.IsBlank(line[mark]) && line[0] is not ('•' or '●' or '▪' or '■'))
            return 0;
        while (mark < line.Length && Wording.IsBlank(line[mark]))
            mark++;
        return mark;
    }

    private static int Mark(ReadOnlySpan<char> line)
    {
        if (line.Length == 0)
            return 0;
        if (line[0] is '•' or '●' or '▪' or '■' or '·' or '‣' or '◦' or '*' or '-' or '–' or '—' or '+' or '►' or '▶')
            return 1;
        var digits = 0;
        while (digits < line.Length && digits < 3 && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits is > 0 and < 3 && digits < line.Length && line[digits] is '.' or ')' ? digits + 1 : 0;
    }
}
