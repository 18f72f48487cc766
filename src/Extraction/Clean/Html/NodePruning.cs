namespace Extraction.Clean;

/// <summary>Marks elements that surround articles, unless they hold too much of the page's prose to be only surroundings.</summary>
internal static class NodePruning
{
    public static void Prune(PageTree tree)
    {
        CountProse(tree);
        var all = tree.Nodes[0].Prose;
        // Where little is left, names that surround articles elsewhere hold the article here: then only small elements are pruned.
        for (var share = 2; share <= 128; share *= 8)
        {
            Mark(tree, all / share);
            CountProse(tree);
            if (tree.Nodes[0].Prose * 4 >= all)
                return;
        }
    }

    /// <param name="tree">The page.</param>
    /// <param name="most">An element with more prose than this is not pruned for its name.</param>
    private static void Mark(PageTree tree, int most)
    {
        // Prose is counted for the whole page here, whatever is pruned.
        foreach (var node in tree.Nodes)
            node.Pruned = false;
        CountProse(tree);
        foreach (var node in tree.Nodes)
            node.Pruned = node.Parent >= 0 && tree.Nodes[node.Parent].Pruned || IsSurrounding(node, most, tree.Nodes[0].Prose);
    }

    /// <summary>Characters of a block that count as prose: outside links, of some length.</summary>
    public static int ProseOf(HtmlBlock block)
    {
        var plain = block.Text.Length - block.LinkLength;
        return block.Text.Length >= 25 && block.LinkShare < 0.5 && block.HeadingLevel == 0 ? plain : 0;
    }

    private static bool IsSurrounding(TreeNode node, int most, int all)
    {
        var traits = node.Traits & (NodeTraits.Surrounding | NodeTraits.Comments);
        if (traits == NodeTraits.None || (node.Traits & NodeTraits.ArticleBody) != 0 && node.Prose > 200)
            return false;
        return (traits & NodeTraits.Comments) != 0 ? node.Prose * 10 < all * 9 : node.Prose < most || all == 0;
    }

    private static void CountProse(PageTree tree)
    {
        foreach (var node in tree.Nodes)
            node.Prose = 0;
        foreach (var block in tree.Blocks)
        {
            if (!tree.Nodes[block.Node].Pruned)
                tree.Nodes[block.Node].Prose += ProseOf(block);
        }
        for (var i = tree.Nodes.Count - 1; i > 0; i--)
        {
            if (tree.Nodes[i].Parent >= 0)
                tree.Nodes[tree.Nodes[i].Parent].Prose += tree.Nodes[i].Prose;
        }
    }
}
