using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>An HTTP answer as archived: status, fields, and the body with what the transport did to it undone.</summary>
static class HttpMessage
{
    /// <summary>Cuts the message after its head. False where the head does not end.</summary>
    public static bool Split(ReadOnlySpan<byte> message, out ReadOnlySpan<byte> head, out ReadOnlySpan<byte> body)
    {
        var end = message.IndexOf("\r\n\r\n"u8);
        var size = 4;
        // Some archives keep bare line feeds, and the body may have any line ends.
        if (message[..(end < 0 ? message.Length : end)].IndexOf("\n\n"u8) is var bare and >= 0)
        {
            (end, size) = (bare, 2);
        }

        head = end < 0 ? default : message[..(end + size)];
        body = end < 0 ? message : message[(end + size)..];
        return end >= 0;
    }

    /// <summary>The status of "HTTP/1.1 200 OK"; 200 where the line is odd, since somebody found it worth keeping.</summary>
    public static int Status(ReadOnlySpan<byte> head)
    {
        var space = head.IndexOf((byte)' ');
        return space > 0 && Utf8Parser.TryParse(head[(space + 1)..], out int status, out _) ? status : 200;
    }

    /// <summary>How a body is read, or null where it is no text. Where nothing is said, a page shows by its tags.</summary>
    public static BodyFormat? FormatOf(ReadOnlySpan<byte> contentType, ReadOnlySpan<byte> body)
    {
        if (contentType.IsEmpty)
        {
            var head = body[..Math.Min(body.Length, 1024)];
            return head.IndexOf("<html"u8) >= 0 || head.IndexOf("<!DOCTYPE"u8) >= 0 || head.IndexOf("<!doctype"u8) >= 0 || head.IndexOf("<HTML"u8) >= 0 ? BodyFormat.Html : null;
        }

        var type = contentType[..(contentType.IndexOf((byte)';') is var end and >= 0 ? end : contentType.Length)].Trim(" "u8);
        return Ascii.EqualsIgnoreCase(type, "text/html"u8) || Ascii.EqualsIgnoreCase(type, "application/xhtml+xml"u8) ? BodyFormat.Html
            : Ascii.EqualsIgnoreCase(type, "text/plain"u8) ? BodyFormat.PlainText
            : null;
    }

    /// <summary>The <c>charset</c> of a content type, or null.</summary>
    public static string? CharsetOf(ReadOnlySpan<byte> contentType)
    {
        var text = Encoding.ASCII.GetString(contentType);
        var at = text.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        var value = at < 0 ? "" : text[(at + 8)..].Split(';', 2)[0].Trim(' ', '"', '\'');
        return value.Length > 0 ? value : null;
    }

    /// <summary>The body without chunks and compression, or null where it is as it lies. Archives often keep the field and not the coding; then the body is taken as it is.</summary>
    /// <exception cref="DocumentException"><c>ingest/not-supported</c>, <c>ingest/too-large</c>, <c>ingest/broken-encoding</c></exception>
    public static byte[]? Decode(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, int limit)
    {
        byte[]? result = null;
        if (Is(HeaderLines.Value(head, "Transfer-Encoding"u8), "chunked"u8))
        {
            result = Dechunked(body);
        }

        var encoding = HeaderLines.Value(head, "Content-Encoding"u8);
        if (encoding.IsEmpty || Is(encoding, "identity"u8) || Is(encoding, "none"u8))
        {
            return result;
        }

        ReadOnlySpan<byte> packed = result ?? body;
        var isGzip = packed is [0x1F, 0x8B, ..];
        if (LooksLikeText(packed))
        {
            return result;
        }

        Func<Stream, Stream> open = isGzip ? stream => new GZipStream(stream, CompressionMode.Decompress)
            : Is(encoding, "br"u8) ? stream => new BrotliStream(stream, CompressionMode.Decompress)
            : Is(encoding, "deflate"u8) && packed is [0x78, ..] ? stream => new ZLibStream(stream, CompressionMode.Decompress)
            : Is(encoding, "deflate"u8) ? stream => new DeflateStream(stream, CompressionMode.Decompress)
            : throw new DocumentException("ingest/not-supported", $"content encoding '{Encoding.ASCII.GetString(encoding)}' is not supported");
        var bytes = packed.ToArray();
        try
        {
            return FileDocuments.ReadAll(() => open(new MemoryStream(bytes)), grows: true, limit, CancellationToken.None);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            throw new DocumentException("ingest/broken-encoding", $"its compressed body is broken: {e.Message}", e);
        }
    }

    /// <summary>The chunks joined; null where the body is not in chunks. What is cut off is what came.</summary>
    static byte[]? Dechunked(ReadOnlySpan<byte> body)
    {
        var joined = new MemoryStream(body.Length);
        var isFirst = true;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf("\r\n"u8);
            if (end < 0 || !Utf8Parser.TryParse(body[..end], out int size, out var digits, 'x') || size < 0 || (digits < end && body[digits] is not ((byte)';' or (byte)' ')))
            {
                return isFirst ? null : joined.ToArray();
            }

            isFirst = false;
            body = body[(end + 2)..];
            if (size == 0)
            {
                break;
            }

            joined.Write(body[..Math.Min(size, body.Length)]);
            body = body[(int)Math.Min(size + 2L, body.Length)..];
        }

        return joined.ToArray();
    }

    static bool LooksLikeText(ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, 256)].TrimStart(" \t\r\n\uFEFF"u8);
        return head is [(byte)'<', ..] && head.IndexOfAnyInRange((byte)0, (byte)8) < 0;
    }

    static bool Is(ReadOnlySpan<byte> value, ReadOnlySpan<byte> wanted) => Ascii.EqualsIgnoreCase(value, wanted) || (wanted.SequenceEqual("gzip"u8) && Ascii.EqualsIgnoreCase(value, "x-gzip"u8));
}
