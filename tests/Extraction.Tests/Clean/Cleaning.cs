using System.Text;
using Extraction.Clean;
using Extraction.Documents;

namespace Extraction.Tests.Clean;

/// <summary>Short ways to clean a text in a test.</summary>
internal static class Cleaning
{
    public static IReadOnlyList<Article> Plain(string text, SourceHints? hints = null, CleanOptions? options = null) =>
        Bytes(Encoding.UTF8.GetBytes(text), BodyFormat.PlainText, null, hints, options);

    public static IReadOnlyList<Article> Html(string text, SourceHints? hints = null, CleanOptions? options = null, IIssueLog? issues = null) =>
        Bytes(Encoding.UTF8.GetBytes(text), BodyFormat.Html, null, hints, options, issues);

    public static IReadOnlyList<Article> Bytes(byte[] body, BodyFormat format, string? charset = null, SourceHints? hints = null, CleanOptions? options = null, IIssueLog? issues = null) =>
        new Cleaner(options ?? new CleanOptions(), issues ?? new IssueList()).Clean(new RawDocument("page", body, format, charset, hints ?? SourceHints.None));

    /// <summary>The words of all blocks, one block a line.</summary>
    public static string Words(this Article article) =>
        string.Join("\n", article.Blocks.Where(block => block.Kind != BlockKind.Title).Select(block => block.Range.Of(article.Text)));
}

internal sealed class IssueList : IIssueLog
{
    public List<Issue> Issues { get; } = [];

    public void Report(Issue issue) => Issues.Add(issue);
}
