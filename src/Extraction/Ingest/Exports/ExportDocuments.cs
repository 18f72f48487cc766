using System.Text;
using Extraction.Documents;
using Extraction.Documents.Markup;

namespace Extraction.Ingest;

/// <summary>Files in which news databases deliver many articles: told by what is in them, since they are called .txt, .html or .docx like any other.</summary>
static class ExportDocuments
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Of a delivery as HTML, which is one flat table.</summary>
    const int MaxTreeDepth = 64, MaxTreeElements = 1_000_000;

    /// <summary>The articles of a Factiva or Nexis delivery; null where the file is neither, or a page that no tree can be built of in bounded time.</summary>
    public static IReadOnlyList<SourceItem>? TryRead(InputFile file, byte[] bytes, IngestOptions options)
    {
        var isFactiva = FactivaText.Fits(bytes);
        if (!isFactiva && !NexisText.Fits(bytes))
        {
            return null;
        }

        var text = Decoded(bytes);
        if (file.Kind == FileKind.Html)
        {
            if (!TreeCost.Of(text).Fits(MaxTreeDepth, MaxTreeElements))
            {
                return null;
            }

            text = FactivaHtml.ToText(text);
        }

        var articles = isFactiva ? FactivaText.Read(text) : NexisText.Read(text);
        return articles.Count == 0 ? null : Items(file, articles, options);
    }

    /// <summary>A Word document: a Nexis delivery of many articles, or one article.</summary>
    public static IReadOnlyList<SourceItem> FromWord(InputFile file, byte[] bytes, IngestOptions options)
    {
        var text = WordText.Read(bytes, options.MaxDocumentBytes);
        var articles = NexisText.Fits(Encoding.UTF8.GetBytes(text)) ? NexisText.Read(text) : [];
        return articles.Count > 0 ? Items(file, articles, options)
            : string.IsNullOrWhiteSpace(text) ? [new SourceSkip(file.DocumentId, "empty")]
            : [Item(new(null, null, null, text), file.DocumentId, options)];
    }

    static IReadOnlyList<SourceItem> Items(InputFile file, IReadOnlyList<ExportedArticle> articles, IngestOptions options)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. articles.Select((article, index) => Item(
            article, $"{file.DocumentId}#{(article.Id is { } id && ids.Add(id) ? id : $"{index + 1}")}", options))];
    }

    static SourceItem Item(ExportedArticle article, string id, IngestOptions options) => string.IsNullOrWhiteSpace(article.Text)
        ? new SourceSkip(id, "empty")
        : new SourceDocument(new(id, Encoding.UTF8.GetBytes(article.Text), BodyFormat.PlainText, "utf-8", new(article.Title, article.Published ?? options.Published)), []);

    static string Decoded(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes.AsSpan(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}

/// <summary>One article of a delivery.</summary>
/// <param name="Id">The database's own number of it, or null.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Published">As written, or null.</param>
/// <param name="Text">The article.</param>
sealed record ExportedArticle(string? Id, string? Title, string? Published, string Text);
