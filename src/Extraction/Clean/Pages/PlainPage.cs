using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>A plain-text page into its articles; offsets stay the source's.</summary>
internal sealed class PlainPage(CleanOptions options, IIssueLog issues)
{
    /// <summary>Characters that all articles of a page may have together; every one repeats the blanked page above it.</summary>
    private const long MostCharacters = 200_000_000;

    public IReadOnlyList<Article> Read(RawDocument document, string source, Work work)
    {
        var text = PageEdges.Without(PlainMarks.Without(source));
        var passages = PageRoles.Assign(PlainPassages.Of(text, work), work);
        var head = TitleFinder.Find(passages, document.Hints.Title);
        var parts = Parts(document, text, passages, head, work);
        var dates = new PublicationDates(options, document.Hints, [], document.Hints.Url);
        var articles = new List<Article>();
        foreach (var part in parts)
        {
            var blocks = PartBlocks.Of(text, passages, part);
            // A brief that the source gives as its own headline is article all the same.
            if (blocks.IsEmpty && parts.Count == 1)
                blocks = PartBlocks.Of(text, passages, part with { TitleText = null });
            if (blocks.All(block => block.Kind == BlockKind.Title) && parts.Count > 1)
                continue;
            if (blocks.IsEmpty)
                continue;
            var published = dates.Of(passages, part, parts.Count == 1);
            articles.Add(new Article(document.DocumentId, articles.Count + 1, part.TitleText, published.Date, published.Basis, document.Hints.Url, BlankedText.Of(text, blocks), blocks));
        }
        return articles;
    }

    private List<PagePart> Parts(RawDocument document, string text, List<Passage> passages, PageHead head, Work work)
    {
        var whole = new PagePart(head.Title, head.Text, head.BodyStart, passages.Count);
        if (!options.SplitPages)
            return [whole];
        var parts = PageSplitter.Split(passages, head, work);
        if (parts.Count <= options.MaxArticles && (long)parts.Count * text.Length <= MostCharacters)
            return parts;
        issues.Report(new Issue("clean/too-many-articles", document.DocumentId, $"the page seems to hold {parts.Count} articles; it was read as one", Fatal: false));
        return [whole];
    }
}
