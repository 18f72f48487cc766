namespace Extraction.Clean;

/// <summary>A page's headline: the first-level heading that the head's title agrees with, else the head's title without the outlet.</summary>
internal static class PageTitle
{
    public static string? Of(PageTree tree, FoundBody body, HeadData head)
    {
        var stated = head.Titles.Select(Outlet.Stripped).Where(title => title.Length > 0).ToList();
        HtmlBlock? best = null;
        double bestScore = 0;
        for (var i = 0; i < Math.Min(tree.Blocks.Count, body.EndBlock); i++)
        {
            var block = tree.Blocks[i];
            if (block.HeadingLevel is < 1 or > 3 || block.Text.Length is < 8 or > 300)
                continue;
            var agreement = stated.Count == 0 ? 0 : stated.Max(title => Agreement(title, block.Text));
            var score = 3 * agreement + (block.HeadingLevel == 1 ? 1 : block.HeadingLevel == 2 ? 0.3 : 0) + (i >= body.FirstBlock ? 0.1 : 0);
            if (score > bestScore && (agreement >= 0.5 || stated.Count == 0 || block.HeadingLevel == 1 && agreement > 0.2))
                (best, bestScore) = (block, score);
        }
        return best?.Text ?? (stated.Count > 0 ? stated[0] : null);
    }

    /// <summary>Shared share of the content words of both.</summary>
    private static double Agreement(string one, string other)
    {
        if (Wording.Key(one) == Wording.Key(other))
            return 1;
        var first = Wording.ContentStems(one);
        var second = Wording.ContentStems(other);
        var all = Math.Max(first.Count, second.Count);
        return all == 0 ? 0 : (double)first.Count(second.Contains) / all;
    }
}
