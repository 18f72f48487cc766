using System.Text;
using AngleSharp.Dom;

namespace Extraction.Clean;

/// <summary>Walks a parsed page once, without recursion, and collects its block elements and runs of text.</summary>
internal sealed class TreeWalk(Work work)
{
    /// <summary>Characters at the end of a line that tell whether its sentence goes on.</summary>
    private const int LastWords = 40;

    private readonly List<TreeNode> nodes = [];
    private readonly List<HtmlBlock> blocks = [];
    private readonly StringBuilder run = new();
    private readonly Dictionary<(string Tag, string? Class, string? Id), NodeTraits> traitsOfNames = [];
    private int runLinks;
    private int node = -1;
    private int links;
    private bool broken;

    public static PageTree Of(IElement root, Work work)
    {
        var walk = new TreeWalk(work);
        walk.Walk(root);
        return new PageTree(walk.nodes, walk.blocks);
    }

    private void Walk(INode root)
    {
        var current = root;
        while (true)
        {
            work.Spend(Work.Item);
            var into = Enter(current);
            if (into && current.FirstChild is { } child)
            {
                current = child;
                continue;
            }
            if (into)
                Leave(current);
            while (current != root && current.NextSibling is null)
            {
                current = current.Parent!;
                Leave(current);
            }
            if (current == root)
                return;
            current = current.NextSibling!;
        }
    }

    private bool Enter(INode current)
    {
        if (current is IText text)
        {
            Append(text.Data);
            return false;
        }
        if (current is not IElement element || Markup.IsSkipped(element.LocalName) || !Markup.IsBlock(element.LocalName) && (NodeTraitsReader.IsHidden(element) || NodeTraitsReader.IsAside(element)))
            return false;
        if (element.LocalName == "br")
            Break();
        links += element.LocalName == "a" ? 1 : 0;
        if (Markup.IsBlock(element.LocalName))
        {
            Flush();
            nodes.Add(new TreeNode(nodes.Count, node, element.LocalName, NodeTraitsReader.Of(element, traitsOfNames)) { FirstBlock = blocks.Count });
            node = nodes.Count - 1;
        }
        return true;
    }

    private void Leave(INode current)
    {
        if (current is not IElement element)
            return;
        links -= element.LocalName == "a" ? 1 : 0;
        if (!Markup.IsBlock(element.LocalName))
            return;
        Flush();
        if (element.LocalName == "tr")
            JoinCells(nodes[node]);
        nodes[node].EndBlock = blocks.Count;
        node = nodes[node].Parent;
    }

    private void Append(string data)
    {
        if (broken && data.AsSpan().TrimStart() is [var first, ..])
        {
            // A line break in the middle of a sentence is typesetting, any other ends a block.
            if (!(run.Length > 40 && (char.IsLower(first) || Wording.GoesOn(run.ToString(run.Length - LastWords, LastWords)))))
                Flush();
            broken = false;
        }
        run.Append(data);
        if (links > 0)
            runLinks += data.AsSpan().Trim().Length;
    }

    private void Break()
    {
        run.Append(' ');
        broken = run.Length > 1;
    }

    private void Flush()
    {
        broken = false;
        if (run.Length == 0)
            return;
        run.Replace("\u00AD", ""); // soft hyphens; offsets are our own here
        var text = Wording.Collapse(run.ToString());
        if (text.Length > 0)
            blocks.Add(new HtmlBlock(text, Math.Min(runLinks, text.Length), node, FormOf(), HeadingLevel()));
        run.Clear();
        runLinks = 0;
    }

    /// <summary>The cells of a data table's row are one block; a table that only lays the page out keeps its blocks apart.</summary>
    private void JoinCells(TreeNode row)
    {
        var cells = blocks.Skip(row.FirstBlock).ToList();
        if (cells.Count is < 2 or > 12 || cells.Sum(cell => cell.Text.Length) > 500 || cells.Exists(cell => cell.Form == PassageForm.Heading))
            return;
        for (var inner = row.Index + 1; inner < nodes.Count; inner++)
        {
            if (nodes[inner].Tag is not ("td" or "th" or "p" or "div"))
                return;
        }
        blocks.RemoveRange(row.FirstBlock, cells.Count);
        blocks.Add(new HtmlBlock(string.Join(" | ", cells.Select(cell => cell.Text)), cells.Sum(cell => cell.LinkLength), row.Index, PassageForm.Row, 0));
        for (var inner = row.Index + 1; inner < nodes.Count; inner++)
            (nodes[inner].FirstBlock, nodes[inner].EndBlock) = (row.FirstBlock, row.FirstBlock);
    }

    private PassageForm FormOf()
    {
        for (var (index, depth) = (node, 0); index >= 0 && depth < 4; (index, depth) = (nodes[index].Parent, depth + 1))
        {
            if (Markup.HeadingLevel(nodes[index].Tag) > 0)
                return PassageForm.Heading;
            if (nodes[index].Tag is "li" or "dd" or "dt")
                return PassageForm.Bullet;
        }
        return PassageForm.Text;
    }

    private int HeadingLevel()
    {
        for (var (index, depth) = (node, 0); index >= 0 && depth < 3; (index, depth) = (nodes[index].Parent, depth + 1))
        {
            if (Markup.HeadingLevel(nodes[index].Tag) is var level and > 0)
                return level;
        }
        return 0;
    }
}
