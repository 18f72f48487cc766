namespace Extraction.Clean;

/// <summary>The blocks of one article on a page, and the stretch of the tree they came from.</summary>
internal sealed record FoundBody(int FirstBlock, int EndBlock, IReadOnlyList<HtmlBlock> Blocks);

/// <summary>Finds where on a page its article stands (or its articles): by names that content systems give, else by density of prose.</summary>
internal static class BodyFinder
{
    private const int ShortestBody = 200;
    private const int ShortestArticle = 400;

    private static readonly NodeTraits[] Levels = [NodeTraits.ArticleBody, NodeTraits.Article, NodeTraits.Story, NodeTraits.Main];

    public static IReadOnlyList<FoundBody> Find(PageTree tree, bool split)
    {
        if (tree.Nodes.Count == 0)
            return [];
        NodePruning.Prune(tree);
        var several = split ? SeveralArticles(tree) : [];
        if (several.Count > 1)
            return [.. several.Select(node => Body(tree, node, node))];
        var root = Root(tree);
        return [Body(tree, root, root)];
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

    private static TreeNode Root(PageTree tree)
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
                return best;
        }
        return dense;
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
            if (node.Tag is "p" or "li" or "blockquote" or "td" or "h2" or "h3" or "pre" or "ul" && node.Parent >= 0)
                node = tree.Nodes[node.Parent];
            var weight = 1.0;
            for (var level = 0; level < 3 && node is not null; level++)
            {
                scores[node.Index] += prose * weight;
                weight /= 2;
                node = node.Parent < 0 ? null : tree.Nodes[node.Parent];
            }
        }
        var best = Array.IndexOf(scores, scores.Max());
        // Paragraphs may be spread over sibling elements: climb while the element around holds much more.
        var chosen = tree.Nodes[best];
        while (chosen.Parent >= 0 && tree.Nodes[chosen.Parent].Prose > chosen.Prose * 1.35 && tree.Nodes[chosen.Parent].Tag is not ("body" or "html"))
            chosen = tree.Nodes[chosen.Parent];
        return chosen;
    }

    private static FoundBody Body(PageTree tree, TreeNode root, TreeNode region)
    {
        var blocks = new List<HtmlBlock>();
        for (var i = region.FirstBlock; i < region.EndBlock; i++)
        {
            var block = tree.Blocks[i];
            if (!tree.Nodes[block.Node].Pruned && !IsLinks(block))
                blocks.Add(block);
        }
        return new FoundBody(root.FirstBlock, root.EndBlock, blocks);
    }

    private static bool IsLinks(HtmlBlock block) =>
        block.HeadingLevel != 1 && (block.LinkShare > 0.8 && !(block.Text.Length > 120 && Wording.EndsSentence(block.Text)) || block.LinkShare > 0.5 && block.Text.Length < 40);
}
