namespace Extraction.Clean;

/// <summary>The blocks of one article on a page, and the stretch of the tree they came from.</summary>
internal sealed record FoundBody(int FirstBlock, int EndBlock, IReadOnlyList<HtmlBlock> Blocks);

/// <summary>Finds where on a page its article stands (or its articles).</summary>
internal static class BodyFinder
{
    private const int ShortestArticle = 400;

    /// <summary>Characters of a name that is a link in a list.</summary>
    private const int LongestName = 80;

    /// <summary>Words of a line that introduces names.</summary>
    private const int LeastIntroduction = 6;

    public static IReadOnlyList<FoundBody> Find(PageTree tree, bool split)
    {
        if (tree.Nodes.Count == 0)
            return [];
        NodePruning.Prune(tree);
        var several = split ? SeveralArticles(tree) : [];
        return several.Count > 1 ? [.. several.Select(node => Body(tree, node))] : [Body(tree, BodyRoot.Of(tree))];
    }

    /// <summary>Articles side by side, each with a text of its own rather than a teaser.</summary>
    private static List<TreeNode> SeveralArticles(PageTree tree)
    {
        var found = new List<TreeNode>();
        var lastEnd = -1;
        foreach (var node in tree.Nodes)
        {
            if (node.Pruned || node.Tag != "article" || node.FirstBlock < lastEnd)
                continue;
            lastEnd = node.EndBlock;
            if (node.Prose >= ShortestArticle)
                found.Add(node);
        }
        var longest = found.Count == 0 ? 0 : found.Max(node => node.Prose);
        return found.Count(node => node.Prose * 5 >= longest) >= 2 ? found : [];
    }

    private static FoundBody Body(PageTree tree, TreeNode root)
    {
        var lead = LeadBlocks.Of(tree, root);
        var first = lead.Count == 0 ? root.FirstBlock : Math.Min(root.FirstBlock, lead.Min());
        var blocks = new List<HtmlBlock>();
        var (listing, names) = (false, false);
        for (var i = first; i < root.EndBlock; i++)
        {
            // After a colon, a few words alone are a list: names, goods.
            // The names may be links, but not under a word or two ("Related:").
            var isListed = listing && !tree.Nodes[tree.Blocks[i].Node].Pruned
                && (IsLabel(tree, tree.Blocks[i]) && !IsLinks(tree.Blocks[i]) || names && tree.Blocks[i].Form == PassageForm.Bullet && tree.Blocks[i].Text.Length < LongestName);
            if (!isListed && !lead.Contains(i) && !(i >= root.FirstBlock && IsKept(tree, i) && !HeadsNothing(tree, i, root.EndBlock)))
                continue;
            blocks.Add(tree.Blocks[i]);
            listing = isListed || tree.Blocks[i].Text.EndsWith(':');
            names = isListed ? names : listing && Wording.CountWords(tree.Blocks[i].Text) >= LeastIntroduction;
        }
        return new FoundBody(root.FirstBlock, root.EndBlock, blocks);
    }

    private static bool IsKept(PageTree tree, int index)
    {
        var block = tree.Blocks[index];
        return !tree.Nodes[block.Node].Pruned && !IsLinks(block) && !IsLabel(tree, block);
    }

    /// <summary>A heading over nothing but links and surroundings ("Related") is no heading of the article.</summary>
    private static bool HeadsNothing(PageTree tree, int index, int end) =>
        tree.Blocks[index].HeadingLevel >= 2 && (index + 1 >= end || !IsKept(tree, index + 1));

    private static bool IsLinks(HtmlBlock block)
    {
        if (block.HeadingLevel == 1)
            return false;
        var ends = Wording.EndsSentence(block.Text);
        return block.LinkShare > 0.8 && !(block.Text.Length > 120 && ends)
            || block.LinkShare > 0.5 && block.Text.Length < 40
            || block.LinkShare > 0.28 && block.Text.Length < 120 && !ends && block.Form == PassageForm.Text;
    }

    /// <summary>A few words alone in an element that is made for layout: a button, a counter, a label.</summary>
    private static bool IsLabel(PageTree tree, HtmlBlock block)
    {
        var node = tree.Nodes[block.Node];
        return block.Form == PassageForm.Text && block.Text.Length < 80 && !Wording.EndsSentence(block.Text) && node.Prose < 120
            && node.Tag is ("div" or "section" or "header" or "center" or "address" or "form" or "label" or "figure" or "summary" or "fieldset" or "footer");
    }
}
