namespace Extraction.Clean;

/// <summary>A part of a page that is one article: passages <c>[First, End)</c>; <paramref name="Title"/> is the headline's index or -1.</summary>
internal sealed record PagePart(int Title, string? TitleText, int First, int End);

/// <summary>
/// Splits a digest or a live page into its articles at lines that open one. A page of one article must stay whole, so a single
/// line needs far more evidence than lines that come in numbers and share one manner.
/// </summary>
internal static class PageSplitter
{
    private const double AloneEnough = 5.5;
    private const int ShortestArticle = 120;

    private sealed record Candidate(int Index, double Score, bool Marked);

    public static List<PagePart> Split(IReadOnlyList<Passage> passages, PageHead head, Work work)
    {
        var openings = TimedPosts(passages, head);
        if (openings.Count == 0)
            openings = Accepted(passages, Candidates(passages, head, work), head);
        var parts = new List<PagePart>();
        var (title, text, first) = (head.Title, head.Text, head.BodyStart);
        foreach (var opening in openings)
        {
            parts.Add(new PagePart(title, text, first, opening));
            var isHeadline = passages[opening].Role == PassageRole.Headline;
            (title, text, first) = isHeadline ? (opening, passages[opening].Text, opening + 1) : (-1, null, opening + 1);
            if (!isHeadline && opening + 1 < passages.Count && passages[opening + 1].Role == PassageRole.Headline)
                (title, text, first) = (opening + 1, passages[opening + 1].Text, opening + 2);
        }
        parts.Add(new PagePart(title, text, first, passages.Count));
        return parts;
    }

    private static List<Candidate> Candidates(IReadOnlyList<Passage> passages, PageHead head, Work work)
    {
        var found = new List<Candidate>();
        for (var i = head.BodyStart + 1; i < passages.Count; i++)
        {
            work.Spend(1);
            // Questions head the parts of an interview.
            if (passages[i].Role != PassageRole.Headline || passages[i].Form is PassageForm.Bullet or PassageForm.Row || passages[i].Text.EndsWith('?') || passages[i].Text.StartsWith('('))
                continue;
            var lead = HeadlineEvidence.Lead(passages, i);
            if (lead < 0 || BodyLength(passages, lead) < ShortestArticle || !FollowsBody(passages, i, head.BodyStart))
                continue;
            found.Add(new Candidate(i, HeadlineEvidence.Score(passages, i, lead, head.Text), HeadlineEvidence.IsMarked(passages, i, lead)));
        }
        return found;
    }

    private static List<int> Accepted(IReadOnlyList<Passage> passages, List<Candidate> candidates, PageHead head)
    {
        var clear = candidates.Count(candidate => candidate.Score >= HeadlineEvidence.Clear);
        var marked = candidates.Count(candidate => candidate is { Marked: true, Score: >= HeadlineEvidence.Clear });
        // Headlines in numbers, and most of the lines that could be one are.
        if (clear >= 3 && clear * 2 >= candidates.Count || marked >= 2)
        {
            var bar = clear * 4 >= candidates.Count * 3 ? HeadlineEvidence.Enough : HeadlineEvidence.Clear;
            return [.. candidates.Where(candidate => candidate.Score >= bar).Select(candidate => candidate.Index)];
        }
        return [.. candidates.Where(candidate => candidate.Score >= AloneEnough && candidate.Marked && head.Title >= 0).Select(candidate => candidate.Index)];
    }

    /// <summary>A live page: three or more time stamps, each with text under it.</summary>
    private static List<int> TimedPosts(IReadOnlyList<Passage> passages, PageHead head)
    {
        var posts = new List<int>();
        for (var i = head.BodyStart; i + 1 < passages.Count; i++)
        {
            if (passages[i].Role == PassageRole.Credit && Credits.IsTimeStamp(passages[i].Text) && HasTextSoon(passages, i + 1))
                posts.Add(i);
        }
        // A headline may stand above its time stamp.
        for (var i = 0; i < posts.Count; i++)
        {
            var above = posts[i] - 1;
            if (above > head.BodyStart && passages[above].Role == PassageRole.Headline && passages[posts[i] + 1].Role != PassageRole.Headline)
                posts[i] = above;
        }
        return posts.Count >= 3 ? posts : [];
    }

    private static bool HasTextSoon(IReadOnlyList<Passage> passages, int index)
    {
        for (var i = index; i < passages.Count && i < index + 4; i++)
        {
            if (passages[i].Role == PassageRole.Body && passages[i].IsProse)
                return true;
            if (passages[i].Role == PassageRole.Credit && Credits.IsTimeStamp(passages[i].Text))
                return false;
        }
        return false;
    }

    private static int BodyLength(IReadOnlyList<Passage> passages, int lead)
    {
        var length = 0;
        for (var i = lead; i < passages.Count && length < ShortestArticle && (i == lead || passages[i].Role != PassageRole.Headline); i++)
            length += passages[i].Role == PassageRole.Body ? passages[i].Text.Length : 0;
        return length;
    }

    /// <summary>An article that ends here has text; a line right under another headline opens none.</summary>
    private static bool FollowsBody(IReadOnlyList<Passage> passages, int index, int bodyStart)
    {
        for (var i = index - 1; i >= bodyStart && i > index - 10; i--)
        {
            if (passages[i].Role == PassageRole.Body)
                return true;
            if (passages[i].Role == PassageRole.Headline && !passages[i].Text.EndsWith('?'))
                return false;
        }
        return true;
    }
}
