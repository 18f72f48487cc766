using System.Net.Http.Headers;
using Extraction.Documents;

namespace Extraction.Web.Fetching;

/// <summary>What the content type says of a page.</summary>
static class PageTypes
{
    /// <summary>Whether it may be an article; where nothing is said, its tags will show.</summary>
    public static bool IsWanted(string? contentType) => string.IsNullOrWhiteSpace(contentType) || FormatOf(contentType) is not null;

    /// <exception cref="FetchException"><c>web/not-text</c></exception>
    public static BodyFormat Format(string? contentType, ReadOnlySpan<byte> body)
    {
        if (!string.IsNullOrWhiteSpace(contentType))
        {
            return FormatOf(contentType) ?? throw new FetchException("web/not-text", $"is {contentType}, not HTML or plain text");
        }

        return body.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..] ? BodyFormat.Html : throw new FetchException("web/not-text", "the server does not say what it is, and it has no tags");
    }

    /// <summary>The character set that the server declares, or null.</summary>
    public static string? Charset(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.CharSet?.Trim('"', '\'', ' ') is { Length: > 0 } charset ? charset : null;

    static BodyFormat? FormatOf(string contentType) => contentType.Split(';', 2)[0].Trim().ToUpperInvariant() switch
    {
        "TEXT/HTML" or "APPLICATION/XHTML+XML" => BodyFormat.Html,
        "TEXT/PLAIN" => BodyFormat.PlainText,
        _ => null,
    };
}
