using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>
/// A plain text into passages: a line is one, but lines that were cut at a column (mail, agencies, PDF) are joined again.
/// </summary>
internal static class PlainPassages
{
    private const int ShortestColumn = 45;
    private const int WidestColumn = 125;

    public static List<Passage> Of(string text, Work work)
    {
        var lines = TextLine.Of(text, work);
        var column = Column(lines);
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

    /// <summary>The column at which lines were cut, or 0 where they were not.</summary>
    private static int Column(List<TextLine> lines)
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
            if (lengths[length] > 0 && near >= 3 && near * 3 >= all && longer * 5 <= near)
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
        var form = bullet > 0 ? PassageForm.Bullet : IsRow(span) ? PassageForm.Row : PassageForm.Text;
        return new Passage(new TextRange(start + bullet, end), Wording.Collapse(span[bullet..]), form, blank);
    }
}
