namespace Extraction.Clean;

/// <summary>A block element of the page, in document order.</summary>
internal sealed class TreeNode(int index, int parent, string tag, NodeTraits traits)
{
    public int Index { get; } = index;

    /// <summary>Index of the block element around it, -1 for the root.</summary>
    public int Parent { get; } = parent;

    public string Tag { get; } = tag;

    public NodeTraits Traits { get; } = traits;

    /// <summary>Text blocks <c>[FirstBlock, EndBlock)</c> lie inside it.</summary>
    public int FirstBlock { get; set; }

    public int EndBlock { get; set; }

    /// <summary>Characters of prose inside it.</summary>
    public int Prose { get; set; }

    /// <summary>Whether it, or an element around it, is not article.</summary>
    public bool Pruned { get; set; }
}

/// <summary>A page reduced to block elements and the runs of text between their boundaries.</summary>
internal sealed record PageTree(IReadOnlyList<TreeNode> Nodes, IReadOnlyList<HtmlBlock> Blocks)
{
    public bool Inside(int node, int ancestor)
    {
        while (node > ancestor)
            node = Nodes[node].Parent;
        return node == ancestor;
    }
}
