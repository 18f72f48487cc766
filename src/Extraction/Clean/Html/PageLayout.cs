using System.Text;
using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>What was read from a page's markup: its head data and the stretches that hold articles.</summary>
internal sealed record PageLayout(PageMetadata Metadata, IReadOnlyList<PageSection> Sections);

/// <summary>What a page says about itself in its head.</summary>
/// <param name="Dates">Values of date fields, the most trusted first.</param>
/// <param name="Url">Canonical address, or null.</param>
internal sealed record PageMetadata(IReadOnlyList<string> Dates, string? Url)
{
    public static readonly PageMetadata None = new([], null);
}

/// <summary>A stretch of a page that holds one article, or several without markup of their own.</summary>
internal sealed record PageSection(string? Title, string Text, IReadOnlyList<Passage> Passages)
{
    /// <summary>Lays blocks out in one text.</summary>
    public static PageSection Of(string? title, IEnumerable<HtmlBlock> blocks)
    {
        var text = new StringBuilder();
        var passages = new List<Passage>();
        foreach (var block in blocks)
        {
            var start = text.Length;
            text.Append(block.Text);
            passages.Add(new Passage(new TextRange(start, text.Length), block.Text, block.Form, 1) { HeadingLevel = block.HeadingLevel, IsMarkedUp = block.Node >= 0 });
            text.Append('\n');
        }
        return new PageSection(title, text.ToString(), passages);
    }
}

/// <summary>A run of text between two block boundaries of the markup.</summary>
/// <param name="Text">White space collapsed.</param>
/// <param name="LinkLength">Characters of it inside links.</param>
/// <param name="Node">Element that holds it, an index into the tree; -1 without a tree.</param>
/// <param name="Form">How it stands.</param>
/// <param name="HeadingLevel">1 to 6, or 0.</param>
internal sealed record HtmlBlock(string Text, int LinkLength, int Node, PassageForm Form, int HeadingLevel)
{
    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkLength / Text.Length;
}
