namespace Extraction.Clean;

/// <summary>What speaks for a line to be the headline of the text below it, rather than a subheading or a link.</summary>
internal static class HeadlineEvidence
{
    /// <summary>A page whose headlines all reach this is a digest.</summary>
    public const double Clear = 3.5;

    /// <summary>Enough for a line on a page that is known to be a digest.</summary>
    public const double Enough = 2.5;

    private static readonly HashSet<string> Questions = new(StringComparer.OrdinalIgnoreCase) { "how", "why", "what", "who", "where", "when", "which" };

    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "says", "said", "say", "to", "will", "is", "are", "must", "may", "could", "should", "would", "has", "have", "can",
    };

    /// <summary>Index of the paragraph that the line would introduce, or -1 where none follows.</summary>
    public static int Lead(IReadOnlyList<Passage> passages, int headline)
    {
        for (var i = headline + 1; i < passages.Count && i <= headline + 8; i++)
        {
            var passage = passages[i];
            if (passage.IsProse && passage.Role == PassageRole.Body && passage.Form == PassageForm.Text)
                return i;
            if (passage.Role == PassageRole.Headline && i > headline + 1)
                return -1;
        }
        return -1;
    }

    /// <summary>Share of the line's content words that its lead takes up.</summary>
    public static double Overlap(string headline, string lead)
    {
        var stems = Wording.ContentStems(headline);
        if (stems.Count == 0)
            return 0;
        var taken = Wording.ContentStems(lead.Length > 900 ? lead[..900] : lead);
        return (double)stems.Count(taken.Contains) / stems.Count;
    }

    /// <param name="passages">All passages of the page.</param>
    /// <param name="index">The line in question.</param>
    /// <param name="lead">The paragraph under it.</param>
    /// <param name="pageTitle">The page's title, whose manner headlines share, or null.</param>
    public static double Score(IReadOnlyList<Passage> passages, int index, int lead, string? pageTitle)
    {
        var text = passages[index].Text;
        var score = WordCountScore(Wording.CountWords(text)) + OverlapScore(Overlap(text, LeadText(passages, lead)));
        var titleCase = Wording.TitleCase(text) >= 0.8;
        score += titleCase ? 1 : 0;
        if (pageTitle is not null)
            score += Wording.TitleCase(pageTitle) >= 0.8 == titleCase ? 0.5 : -0.5;
        if (IsMarked(passages, index, lead))
            score += 2;
        if (passages[index].BlankBefore >= 2)
            score += 0.25;
        if (text.EndsWith('?') || Questions.Contains(FirstWord(text)))
            score -= 1;
        if (text.Split(' ').Skip(1).Any(IsVerbLike))
            score += 0.5;
        return score;
    }

    /// <summary>A time stamp, byline, date or rule stands at the line.</summary>
    public static bool IsMarked(IReadOnlyList<Passage> passages, int index, int lead)
    {
        if (index > 0 && passages[index - 1].Role == PassageRole.Separator)
            return true;
        if (index > 0 && passages[index - 1].Role == PassageRole.Credit && Credits.IsTimeStamp(passages[index - 1].Text))
            return true;
        for (var i = index + 1; i < lead; i++)
        {
            if (passages[i].Role == PassageRole.Credit)
                return true;
        }
        return PlaceLine.Length(passages[lead].Text) > 0;
    }

    private static string LeadText(IReadOnlyList<Passage> passages, int lead) =>
        lead + 1 < passages.Count && passages[lead].Text.Length < 200 && passages[lead + 1].Role == PassageRole.Body
            ? passages[lead].Text + " " + passages[lead + 1].Text
            : passages[lead].Text;

    private static double WordCountScore(int words) => words switch
    {
        <= 4 => -1.5,
        5 => 0,
        6 => 0.75,
        7 or 8 => 1.5,
        _ => 2,
    };

    private static double OverlapScore(double overlap) => overlap switch
    {
        >= 0.6 => 1.5,
        >= 0.4 => 1,
        >= 0.25 => 0.5,
        < 0.12 => -1,
        _ => 0,
    };

    private static string FirstWord(string text) => text.Split(' ', 2)[0].Trim('"', '\'', '“', '‘');

    /// <summary>The present tense of headlines ("Threatens", "denies"), "to", and auxiliaries. Plurals pass too: weak evidence.</summary>
    private static bool IsVerbLike(string word) =>
        Verbs.Contains(word) || word.Length > 4 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.Contains('\'', StringComparison.Ordinal);
}
