using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Extraction.Clean;

/// <summary>Parses a page, finds where its articles stand, and keeps their blocks.</summary>
internal static class TreeReader
{
    public static PageLayout Read(string source, CleanOptions options, Work work)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, IsStrictMode = false });
        using var page = parser.ParseDocument(source);
        var metadata = MetadataReader.Read(page);
        if (page.Body is not { } body)
            return new PageLayout(metadata.Page, []);
        var tree = TreeWalk.Of(body, work);
        var bodies = BodyFinder.Find(tree, options.SplitPages);
        var sections = new List<PageSection>();
        foreach (var found in bodies)
        {
            var title = bodies.Count == 1 ? PageTitle.Of(tree, found, metadata) : null;
            sections.Add(PageSection.Of(title, found.Blocks));
        }
        return new PageLayout(metadata.Page, sections);
    }
}
