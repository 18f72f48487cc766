using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>The publication date in the words of a page: a dated byline, "Posted on", the place line of the first paragraph.</summary>
internal static partial class TextDate
{
    private const int Head = 12;

    public static DateOnly? Of(IReadOnlyList<Passage> passages, PagePart part, bool alone)
    {
        // Above the headline of an only article may stand its date; in a digest that line is the article's before.
        var first = alone ? 0 : Math.Max(0, (part.Title < 0 ? part.First : part.Title) - 1);
        DateOnly? best = null;
        var bestRank = 0;
        for (var i = first; i < part.End; i++)
        {
            if (Rank(passages, part, i, alone) is var rank && rank > bestRank && DateIn(passages[i]) is { } date)
                (best, bestRank) = (date, rank);
        }
        return best;
    }

    /// <summary>What dates the page as a whole.</summary>
    public static DateOnly? OfPage(IReadOnlyList<Passage> passages)
    {
        for (var i = 0; i < Math.Min(passages.Count, Head); i++)
        {
            if (passages[i].Role == PassageRole.Credit && DateIn(passages[i]) is { } date)
                return date;
        }
        return null;
    }

    private static int Rank(IReadOnlyList<Passage> passages, PagePart part, int index, bool alone)
    {
        var passage = passages[index];
        if (passage.Role == PassageRole.Body)
            return index < part.First + Head && PlaceLine.Length(passage.Text) > 0 ? 3 : 0;
        if (passage.Role is not PassageRole.Credit)
            return alone && Stated().IsMatch(passage.Text) ? 2 : 0;
        if (Stated().IsMatch(passage.Text))
            return index < part.First + Head ? 6 : 4;
        if (index < part.First - 1)
            return Updated().IsMatch(passage.Text) ? 1 : 2; // the masthead may carry the day of the visit
        return index < part.First + Head ? Updated().IsMatch(passage.Text) ? 4 : 5 : 1;
    }

    private static DateOnly? DateIn(Passage passage)
    {
        var text = passage.Text;
        if (passage.Role == PassageRole.Body)
            return DateReader.Find(text[..PlaceLine.Length(text)]);
        var stated = Stated().Match(text);
        return (stated.Success ? DateReader.Find(text[stated.Index..]) : null) ?? DateReader.Find(text);
    }

    [GeneratedRegex(@"\b(posted|published|issued|released|publication date|release date|date published|first published)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stated();

    [GeneratedRegex(@"\b(updated|modified)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Updated();
}
