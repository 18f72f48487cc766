using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>
/// A plain text into passages: a line is one, but lines that were cut at a column (mail, agencies, PDF) are joined again.
/// </summary>
internal static class PlainPassages
{
    private const int ShortestColumn = 30;
    private const int WidestColumn = 125;

    /// <summary>Columns below this are those of lists, too, unless most lines go on with a small letter.</summary>
    private const int ShortestPlainColumn = 45;

    public static List<Passage> Of(string text, Work work)
    {
        var lines = SingleSpaced(text, TextLine.Of(text, work));
        var column = Column(text, lines);
        var passages = new List<Passage>();
        var blank = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
            {
                blank++;
                continue;
            }
            var first = i;
            while (i + 1 < lines.Count && !lines[i + 1].IsBlank && Continues(text, lines[i], lines[i + 1], first == i, column))
                i++;
            passages.Add(Make(text, lines[first].Start, lines[i].End, blank));
            blank = 0;
        }
        return passages;
    }

    /// <summary>Where a blank line follows every line of prose that was cut at a column, the lines without the blank ones.</summary>
    private static List<TextLine> SingleSpaced(string text, List<TextLine> lines)
    {
        const int Least = 8;
        var written = lines.FindAll(line => !line.IsBlank);
        if (written.Count < Least || written.Count * 3 > lines.Count * 2)
            return lines;
        for (var i = 1; i < lines.Count; i++)
        {
            if (!lines[i].IsBlank && !lines[i - 1].IsBlank)
                return lines;
        }
        var column = Column(text, written);
        if (column == 0 || !GoOn(text, written, column))
            return lines;
        var first = Wording.Collapse(written[0].Of(text));
        if (Wording.LooksLikeHeadline(first) && Wording.TitleCase(first) >= 0.8)
            written.Insert(1, new TextLine(written[0].End, written[0].End));
        return written;
    }

    /// <summary>Whether at least half of the lines that end just below the column go on with a small letter: what prose does and lists do not.</summary>
    private static bool GoOn(string text, List<TextLine> lines, int column)
    {
        int near = 0, small = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].IsBlank || lines[i + 1].IsBlank || lines[i].Length > column || lines[i].Length <= column - 14)
                continue;
            near++;
            small += char.IsLower(lines[i + 1].Of(text)[0]) ? 1 : 0;
        }
        return near >= 3 && small * 2 >= near;
    }

    /// <summary>The column at which lines were cut, or 0 where they were not.</summary>
    private static int Column(string text, List<TextLine> lines)
    {
        // Lengths of all lines, and of those that another follows: cut lines pile up just below the column.
        Span<int> lengths = stackalloc int[WidestColumn + 2];
        Span<int> followed = stackalloc int[WidestColumn + 2];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;
            var length = Math.Min(lines[i].Length, WidestColumn + 1);
            lengths[length]++;
            followed[length] += i + 1 < lines.Count && !lines[i + 1].IsBlank ? 1 : 0;
        }
        var all = 0;
        foreach (var count in followed)
            all += count;
        var longer = lengths[WidestColumn + 1];
        for (var length = WidestColumn; length >= ShortestColumn; longer += lengths[length--])
        {
            var near = 0;
            for (var shorter = length; shorter > length - 14; shorter--)
                near += followed[shorter];
            // Where lines are cut, next to none is longer than the column.
            if (lengths[length] > 0 && near >= 3 && near * 3 >= all && longer * 5 <= near && (length >= ShortestPlainColumn || GoOn(text, lines, length)))
                return length;
        }
        return 0;
    }

    private static bool Continues(string text, TextLine line, TextLine next, bool isFirst, int column)
    {
        var words = line.Of(text);
        var following = next.Of(text);
        if (Bullets.Length(following) > 0 || IsRow(words) || IsRow(following))
            return false;
        var ends = Wording.EndsSentence(words);
        if (char.IsLower(following[0]) && !ends && words.Length >= 30)
            return true;
        if (column == 0 || words.Length > column)
            return false;
        var wordLength = following.IndexOf(' ');
        wordLength = wordLength < 0 ? following.Length : wordLength;
        // The next word would not have fitted, so the line was cut and not ended.
        if (words.Length + 1 + wordLength <= column - (ends ? 0 : 4))
            return false;
        var collapsed = Wording.Collapse(words);
        return !(isFirst && Furniture.RoleOf(collapsed) is not (PassageRole.Body or PassageRole.Headline))
            && Furniture.RoleOf(Wording.Collapse(following)) is PassageRole.Body or PassageRole.Headline;
    }

    private static bool IsRow(ReadOnlySpan<char> line) =>
        line.Length < 2_000 && (line.Count('\t') >= 2 || line.Count(" | ") >= 2 || line[0] == '|' && line.Count('|') >= 3);

    private static Passage Make(string text, int start, int end, int blank)
    {
        var span = text.AsSpan(start, end - start);
        var bullet = Bullets.Length(span);
        if (bullet == span.Length)
            bullet = 0;
        var words = Wording.Collapse(span[bullet..]);
        var form = bullet > 0 && !(char.IsAsciiDigit(span[0]) && Wording.IsParagraph(words)) ? PassageForm.Bullet : IsRow(span) ? PassageForm.Row : PassageForm.Text;
        return new Passage(new TextRange(start + bullet, end), words, form, blank);
    }
}
