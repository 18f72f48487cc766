using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Documents.Markup;

namespace Extraction.Clean;

/// <summary>An HTML page into its articles. Their text is the cleaned text: title first, blocks apart by a blank line, items and rows by a line break.</summary>
internal sealed class HtmlPage(CleanOptions options, IIssueLog issues)
{
    public IReadOnlyList<Article> Read(RawDocument document, string source, Work work)
    {
        var page = Layout(document, source, work);
        var url = document.Hints.Url ?? page.Metadata.Url;
        var articles = new List<Article>();
        foreach (var section in page.Sections)
        {
            var passages = PageRoles.Assign(section.Passages, work);
            var title = page.Sections.Count == 1 ? document.Hints.Title ?? section.Title : section.Title;
            var head = TitleFinder.Find(passages, title);
            var parts = options.SplitPages && page.Sections.Count == 1 ? PageSplitter.Split(passages, head, work) : [];
            if (parts.Count == 0 || parts.Count > options.MaxArticles)
                parts = [new PagePart(head.Title, head.Text, head.BodyStart, passages.Count)];
            var dates = new PublicationDates(options, document.Hints, page.Metadata.Dates, url);
            foreach (var part in parts)
            {
                var blocks = PartBlocks.Of(section.Text, passages, part);
                if (blocks.IsEmpty || blocks.All(block => block.Kind == BlockKind.Title) && (parts.Count > 1 || page.Sections.Count > 1))
                    continue;
                var (text, placed) = CleanedText.Of(section.Text, blocks, part.TitleText);
                var published = dates.Of(passages, part, parts.Count == 1 && page.Sections.Count == 1);
                articles.Add(new Article(document.DocumentId, articles.Count + 1, part.TitleText, published.Date, published.Basis, url, text, placed));
            }
        }
        return articles;
    }

    private PageLayout Layout(RawDocument document, string source, Work work)
    {
        if (source.Length <= options.MaxTreeCharacters && TreeCost.Of(source) is var cost && cost.Fits(options.MaxTreeDepth, options.MaxTreeElements))
        {
            work.Spend(cost.Elements * Work.Item);
            return TreeReader.Read(source, options, work);
        }
        issues.Report(new Issue("clean/unwieldy-page", document.DocumentId, "the page is too large or too deeply nested for a tree; its paragraphs were read without one", Fatal: false));
        return TagStream.Read(source, work);
    }
}
