namespace Extraction.Clean;

/// <summary>
/// Between the headline and the body may stand a standfirst, the first paragraph or the byline, outside the body's element or
/// in one that is named like a teaser.
/// </summary>
internal static class LeadBlocks
{
    private const int LongestHead = 40;
    private const int LongestGap = 6;
    private const int ShortestLead = 70;

    /// <summary>Indices of the headline's block and of what belongs to the article between it and the body's first paragraph.</summary>
    public static HashSet<int> Of(PageTree tree, TreeNode root)
    {
        var found = new HashSet<int>();
        var headline = Headline(tree, root);
        if (headline >= 0 && !tree.Nodes[tree.Blocks[headline].Node].Pruned)
            found.Add(headline);
        var first = headline >= 0 ? headline + 1 : Math.Max(0, root.FirstBlock - LongestGap);
        for (var i = first; i < root.EndBlock && i < first + LongestHead; i++)
        {
            var block = tree.Blocks[i];
            var pruned = tree.Nodes[block.Node].Pruned;
            if (i >= root.FirstBlock && !pruned && NodePruning.ProseOf(block) >= ShortestLead)
                break;
            if (headline < 0 && i < root.FirstBlock && !IsNear(tree, block.Node, root))
                continue;
            if (IsLead(tree, block, pruned) || i < root.FirstBlock && !pruned && Credits.IsCredit(block.Text))
                found.Add(i);
        }
        return found;
    }

    private static int Headline(PageTree tree, TreeNode root)
    {
        for (var i = root.FirstBlock - 1; i >= 0 && i > root.FirstBlock - LongestHead; i--)
        {
            if (tree.Blocks[i].HeadingLevel == 1)
                return i;
        }
        for (var i = root.FirstBlock; i < root.EndBlock && i < root.FirstBlock + LongestHead / 2; i++)
        {
            if (tree.Blocks[i].HeadingLevel == 1 && !tree.Nodes[tree.Blocks[i].Node].Pruned)
                return i;
        }
        return -1;
    }

    /// <summary>Whether an element stands under one of the next three around the body.</summary>
    private static bool IsNear(PageTree tree, int node, TreeNode root)
    {
        var around = root;
        for (var up = 0; up < 3 && around.Parent > 0; up++)
            around = tree.Nodes[around.Parent];
        return around.Tag != "body" && tree.Inside(node, around.Index);
    }

    /// <summary>Standfirsts are often named like teasers; length and full stop tell them from labels.</summary>
    private static bool IsLead(PageTree tree, HtmlBlock block, bool pruned)
    {
        if (block.LinkShare >= 0.2 || block.Text.Length < ShortestLead)
            return false;
        return !pruned || block.Text.Length >= 90 && Wording.EndsSentence(block.Text) && !Captions.IsCaption(block.Text)
            && (tree.Nodes[block.Node].Traits & NodeTraits.Comments) == 0 && tree.Nodes[block.Node].Tag is not ("figcaption" or "li" or "aside");
    }
}
