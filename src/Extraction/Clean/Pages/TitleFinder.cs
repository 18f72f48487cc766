namespace Extraction.Clean;

/// <summary>Where a page's headline stands and where its body begins.</summary>
/// <param name="Title">Index of the passage that is the headline, or -1 where the page shows none.</param>
/// <param name="Text">The headline, or null.</param>
/// <param name="BodyStart">Index of the first passage of the body.</param>
internal readonly record struct PageHead(int Title, string? Text, int BodyStart);

/// <summary>Finds the headline above the first paragraphs of a page.</summary>
internal static class TitleFinder
{
    private const int LongestHead = 60;

    /// <param name="passages">Passages with roles.</param>
    /// <param name="known">Headline as the source or the page's metadata gives it, or null.</param>
    public static PageHead Find(IReadOnlyList<Passage> passages, string? known)
    {
        var prose = FirstProse(passages);
        var title = known is null ? -1 : Known(passages, prose, Wording.Key(known));
        if (title < 0)
            title = Repeated(passages, prose);
        if (title < 0)
            title = Best(passages, prose);
        var text = known ?? (title < 0 ? null : WithoutOutlet(passages, title));
        return new PageHead(title, text, title < 0 ? FirstBody(passages, prose) : title + 1);
    }

    /// <summary>The first paragraph, or what opens a list, which may be all that stands above a hundred names; where a page has no prose, its end.</summary>
    private static int FirstProse(IReadOnlyList<Passage> passages)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            if (passage.Role == PassageRole.Body && ((passage.IsProse || passage.IsIntroduction) && passage.Form != PassageForm.Heading || passage.Text.Length > 250))
                return i;
        }
        return passages.Count;
    }

    private static int Known(IReadOnlyList<Passage> passages, int prose, string key)
    {
        // A headline may end like a sentence, so the paragraph taken for the first is looked at too.
        for (var i = Math.Min(prose, passages.Count - 1); i >= 0; i--)
        {
            if (passages[i].Text.Length <= 400 && Wording.Key(passages[i].Text) == key)
                return i;
        }
        return -1;
    }

    /// <summary>A line that stands twice above the body, or once bare and once with the outlet's name.</summary>
    private static int Repeated(IReadOnlyList<Passage> passages, int prose)
    {
        var first = Math.Max(0, Math.Min(prose, passages.Count - 1) - LongestHead);
        for (var i = Math.Min(prose, passages.Count - 1); i > first; i--)
        {
            var key = Wording.Key(passages[i].Text);
            if (passages[i].Text.Length > 250 || key.Length < 12 || passages[i].Role is not (PassageRole.Headline or PassageRole.Body))
                continue;
            for (var earlier = i - 1; earlier >= first; earlier--)
            {
                var text = passages[earlier].Text;
                if (Wording.Key(text) == key || Wording.Key(Outlet.Stripped(text)) == key)
                    return i;
            }
        }
        return -1;
    }

    private static int Best(IReadOnlyList<Passage> passages, int prose)
    {
        var best = -1;
        double bestScore = 0;
        var lead = prose < passages.Count ? passages[prose].Text : "";
        for (var i = Math.Max(0, prose - LongestHead); i < prose; i++)
        {
            if (passages[i].Role != PassageRole.Headline || passages[i].Form is PassageForm.Bullet or PassageForm.Row)
                continue;
            var text = passages[i].Text;
            var words = Wording.CountWords(text);
            var score = Math.Min(words, 9) + 6 * HeadlineEvidence.Overlap(text, lead)
                + (passages[i].HeadingLevel is 1 ? 8 : passages[i].HeadingLevel is 2 ? 2 : 0) + (i == 0 ? 1 : 0);
            if (words >= 3 && score > bestScore)
                (best, bestScore) = (i, score);
        }
        return best;
    }

    /// <summary>Without a headline, the lines above the first paragraph belong to the page unless they are list or table.</summary>
    private static int FirstBody(IReadOnlyList<Passage> passages, int prose)
    {
        if (prose < passages.Count)
            return prose;
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages[i].Role is PassageRole.Body)
                return i;
        }
        return passages.Count;
    }

    private static string WithoutOutlet(IReadOnlyList<Passage> passages, int title)
    {
        var text = passages[title].Text;
        return title == 0 ? Outlet.Stripped(text) : text;
    }
}
