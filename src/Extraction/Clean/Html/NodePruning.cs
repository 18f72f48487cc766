namespace Extraction.Clean;

/// <summary>Marks elements that surround articles, unless they hold too much of the page's prose to be only surroundings.</summary>
internal static class NodePruning
{
    public static void Prune(PageTree tree)
    {
        CountProse(tree);
        var all = tree.Nodes[0].Prose;
        foreach (var node in tree.Nodes)
        {
            node.Pruned = node.Parent >= 0 && tree.Nodes[node.Parent].Pruned || IsSurrounding(tree, node, all);
        }
        CountProse(tree);
    }

    /// <summary>Characters of a block that count as prose: outside links, of some length.</summary>
    public static int ProseOf(HtmlBlock block)
    {
        var plain = block.Text.Length - block.LinkLength;
        return block.Text.Length >= 25 && block.LinkShare < 0.5 && block.HeadingLevel == 0 ? plain : 0;
    }

    private static bool IsSurrounding(PageTree tree, TreeNode node, int all)
    {
        if ((node.Traits & (NodeTraits.Surrounding | NodeTraits.Comments)) == 0)
            return false;
        if ((node.Traits & NodeTraits.Comments) != 0)
            return node.Prose * 10 < all * 9;
        if ((node.Traits & NodeTraits.ArticleBody) != 0 && node.Prose > 200)
            return false;
        return node.Prose * 2 < all || all == 0;
    }

    private static void CountProse(PageTree tree)
    {
        foreach (var node in tree.Nodes)
            node.Prose = 0;
        foreach (var block in tree.Blocks)
            tree.Nodes[block.Node].Prose += tree.Nodes[block.Node].Pruned ? 0 : ProseOf(block);
        for (var i = tree.Nodes.Count - 1; i > 0; i--)
        {
            if (tree.Nodes[i].Parent >= 0)
                tree.Nodes[tree.Nodes[i].Parent].Prose += tree.Nodes[i].Prose;
        }
    }
}
