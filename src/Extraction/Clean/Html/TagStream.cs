using System.Net;
using System.Text;
using Extraction.Documents.Markup;

namespace Extraction.Clean;

/// <summary>Reads a page too large or too deep for a tree: one pass over its tags, prose kept, all else left out. Linear time, flat memory.</summary>
internal static class TagStream
{
    public static PageLayout Read(string source, Work work)
    {
        var blocks = new List<HtmlBlock>();
        var run = new StringBuilder();
        int position = 0, linkStart = -1, links = 0, level = 0;
        string? title = null;
        while (position < source.Length)
        {
            work.Spend(Work.Item / 10);
            var open = source.IndexOf('<', position);
            run.Append(source, position, (open < 0 ? source.Length : open) - position);
            if (open < 0)
                break;
            var tag = TagText.At(source, open);
            position = tag.End;
            if (TagText.IsRaw(tag.Name) && !tag.Closes)
            {
                var body = TagText.EndOfRaw(source, position, tag.Name);
                title ??= tag.Name == "title" ? Wording.Collapse(WebUtility.HtmlDecode(source[position..body])) : null;
                position = body;
            }
            else if (tag.Name == "a")
            {
                links += tag.Closes && linkStart >= 0 ? run.Length - linkStart : 0;
                linkStart = tag.Closes ? -1 : run.Length;
            }
            else if (Markup.IsBlock(tag.Name) || tag.Name == "br")
            {
                Flush(blocks, run, links, level);
                (links, linkStart) = (0, linkStart < 0 ? -1 : 0);
                level = tag.Closes ? 0 : Markup.HeadingLevel(tag.Name);
            }
        }
        Flush(blocks, run, links, level);
        return new PageLayout(PageMetadata.None, [PageSection.Of(title is { Length: > 0 } ? Outlet.Stripped(title) : null, blocks)]);
    }

    private static void Flush(List<HtmlBlock> blocks, StringBuilder run, int links, int level)
    {
        var text = run.Length == 0 ? "" : Wording.Collapse(WebUtility.HtmlDecode(run.ToString()));
        run.Clear();
        if (text.Length == 0 || links * 2 > text.Length)
            return;
        // Without a tree only what reads like prose or a heading can be told from the rest.
        if (level > 0 || text.Length >= 40)
            blocks.Add(new HtmlBlock(text, links, -1, level > 0 ? PassageForm.Heading : PassageForm.Text, level));
    }
}
