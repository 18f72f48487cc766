namespace Extraction.Clean;

/// <summary>The element that holds an article's body: by names that content systems give, else by density of prose.</summary>
internal static class BodyRoot
{
    private const int ShortestBody = 200;

    /// <summary>How much more prose the element around must hold to be the body; the whole page, with all that surrounds an article, more so.</summary>
    private const double MuchMore = 1.35;
    private const double MuchOfPage = 2;

    private static readonly NodeTraits[] Levels = [NodeTraits.ArticleBody, NodeTraits.Article, NodeTraits.Story, NodeTraits.Main];

    public static TreeNode Of(PageTree tree)
    {
        var dense = Densest(tree);
        foreach (var level in Levels)
        {
            TreeNode? best = null;
            foreach (var node in tree.Nodes)
            {
                if (!node.Pruned && (node.Traits & level) != 0 && node.Prose > (best?.Prose ?? 0))
                    best = node;
            }
            if (best is not null && best.Prose >= Math.Min(ShortestBody, dense.Prose) && best.Prose * 5 >= dense.Prose * 2)
                return WithSiblings(tree, best, level);
        }
        return dense;
    }

    /// <summary>A body may be cut into several elements of the same name: then the element around them is the root.</summary>
    private static TreeNode WithSiblings(PageTree tree, TreeNode best, NodeTraits level)
    {
        var around = best;
        for (var up = 0; up < 4 && around.Parent > 0; up++)
        {
            around = tree.Nodes[around.Parent];
            if (around.Prose * 4 >= best.Prose * 5 && Named(tree, around, level) * 10 >= around.Prose * 9)
                return around;
        }
        return best;
    }

    /// <summary>Prose inside an element that lies in elements of a name.</summary>
    private static int Named(PageTree tree, TreeNode around, NodeTraits level)
    {
        int prose = 0, end = -1;
        for (var i = around.Index + 1; i < tree.Nodes.Count && tree.Nodes[i].FirstBlock < around.EndBlock; i++)
        {
            var node = tree.Nodes[i];
            if (node.Pruned || (node.Traits & level) == 0 || node.FirstBlock < end)
                continue;
            prose += node.Prose;
            end = node.EndBlock;
        }
        return prose;
    }

    /// <summary>
    /// The element whose paragraphs weigh most: a paragraph counts in full for the element around it, half for the next
    /// (the scoring of Arc90's Readability), in one pass over the blocks.
    /// </summary>
    private static TreeNode Densest(PageTree tree)
    {
        var scores = new double[tree.Nodes.Count];
        foreach (var block in tree.Blocks)
        {
            var prose = NodePruning.ProseOf(block);
            if (prose < 25 || tree.Nodes[block.Node].Pruned)
                continue;
            var node = tree.Nodes[block.Node];
            if (node.Parent >= 0 && node.Tag is ("p" or "li" or "blockquote" or "td" or "h2" or "h3" or "pre" or "ul"))
                node = tree.Nodes[node.Parent];
            var weight = 1.0;
            for (var level = 0; level < 3 && node is not null; level++)
            {
                scores[node.Index] += prose * weight;
                weight /= 2;
                node = node.Parent < 0 ? null : tree.Nodes[node.Parent];
            }
        }
        var chosen = tree.Nodes[Array.IndexOf(scores, scores.Max())];
        // Paragraphs may be spread over sibling elements: climb while the element around holds much more.
        for (var around = chosen; around.Parent >= 0;)
        {
            around = tree.Nodes[around.Parent];
            if (around.Prose > chosen.Prose * (around.Tag is "body" or "html" ? MuchOfPage : MuchMore))
                chosen = around;
            else if (around.Prose > chosen.Prose)
                break; // one that holds nothing more is only a wrapper
        }
        return chosen;
    }
}
