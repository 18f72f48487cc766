using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Extraction.Documents;

namespace Extraction.Emit;

/// <summary>How records, articles and issues look as lines of JSON: the one place that knows.</summary>
public static class JsonLines
{
    /// <summary>Letters of all scripts and typographic quotes are written as they are; control characters never.</summary>
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    static readonly JsonLinesContext Context = new(new JsonSerializerOptions { Encoder = Encoder });

    public static JsonTypeInfo<SanctionsRecord> Record => Context.SanctionsRecord;

    public static JsonTypeInfo<ArticleLine> Article => Context.ArticleLine;

    public static JsonTypeInfo<IssueLine> Issue => Context.IssueLine;

    public static JsonTypeInfo<ReviewedArticleLine> ReviewedArticle => Context.ReviewedArticleLine;
}

/// <summary>An article's text as read, which the offsets of HTML sources refer to.</summary>
public sealed record ArticleLine(
    [property: JsonPropertyName("document_id")] string DocumentId,
    [property: JsonPropertyName("article")] int Article,
    [property: JsonPropertyName("title")] string? Title,
    [property: JsonPropertyName("published")] string? Published,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("text")] string Text)
{
    public static ArticleLine Of(Article article) =>
        new(article.DocumentId, article.Number, article.Title, article.Published?.ToString("yyyy-MM-dd", null), article.Url, article.Text);
}

/// <summary>An article that was reviewed, wholly or in part: what stands in NAME.articles.jsonl beside reviewed records.</summary>
/// <param name="Whole">Whether every record that was extracted from it was decided. Then what no record says is no sanction.</param>
/// <param name="Reviewed">Sentences of which every record was decided, as <c>[start, end)</c> in code points, in order. Of the rest of an article that is not whole nothing is known.</param>
public sealed record ReviewedArticleLine(
    [property: JsonPropertyName("document_id")] string DocumentId,
    [property: JsonPropertyName("article")] int Article,
    [property: JsonPropertyName("title")] string? Title,
    [property: JsonPropertyName("published")] string? Published,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("whole")] bool Whole,
    [property: JsonPropertyName("reviewed")] int[][] Reviewed,
    [property: JsonPropertyName("text")] string Text);

/// <summary>One line of issues.jsonl.</summary>
/// <param name="Room">The room that found it: the first half of the code.</param>
/// <param name="Lost"><c>document</c> where the document failed, <c>part</c> where it only lost something.</param>
public sealed record IssueLine(
    [property: JsonPropertyName("room")] string Room,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("document_id")] string DocumentId,
    [property: JsonPropertyName("lost")] string Lost,
    [property: JsonPropertyName("message")] string Message)
{
    public static IssueLine Of(Issue issue) =>
        new(issue.Code.Split('/')[0], issue.Code, issue.DocumentId, issue.Fatal ? "document" : "part", issue.Message);
}

[JsonSerializable(typeof(SanctionsRecord))]
[JsonSerializable(typeof(ArticleLine))]
[JsonSerializable(typeof(IssueLine))]
[JsonSerializable(typeof(ReviewedArticleLine))]
sealed partial class JsonLinesContext : JsonSerializerContext;
