using System.IO.Compression;

namespace Extraction.Web.Fetching;

/// <summary>Reads bodies, unpacked, no further than their limit: in what comes over the line and in what it unpacks to.</summary>
static class Bodies
{
    /// <summary>One coding on another is odd; more are an attack.</summary>
    const int MostCodings = 2;

    public const string AcceptEncoding = "gzip, br";

    /// <exception cref="FetchException"><c>web/too-large</c>, <c>web/broken-encoding</c></exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int limit, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > limit)
        {
            throw TooLarge(limit);
        }

        var stream = new LimitedStream(await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), limit);
        await using (stream.ConfigureAwait(false))
        {
            return await UnpackAsync(stream, [.. content.Headers.ContentEncoding.Where(coding => coding is not ("" or "identity"))], limit, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Sitemaps are often gzip files; others are given back as they are.</summary>
    /// <exception cref="FetchException"><c>web/too-large</c>, <c>web/broken-encoding</c></exception>
    public static async Task<byte[]> GunzipAsync(byte[] body, int limit, CancellationToken cancellation) =>
        body is [0x1F, 0x8B, ..] ? await UnpackAsync(new MemoryStream(body), ["gzip"], limit, cancellation).ConfigureAwait(false) : body;

    static async Task<byte[]> UnpackAsync(Stream stream, string[] codings, int limit, CancellationToken cancellation)
    {
        if (codings.Length > MostCodings)
        {
            throw new FetchException("web/broken-encoding", $"has {codings.Length} content encodings, one on the other");
        }

        foreach (var coding in codings.Reverse())
        {
            stream = coding.ToUpperInvariant() switch
            {
                "GZIP" or "X-GZIP" => new GZipStream(stream, CompressionMode.Decompress),
                "DEFLATE" => new ZLibStream(stream, CompressionMode.Decompress),
                "BR" => new BrotliStream(stream, CompressionMode.Decompress),
                _ => throw new FetchException("web/broken-encoding", $"its content encoding '{coding}' was not asked for"),
            };
        }

        try
        {
            await using (stream.ConfigureAwait(false))
            {
                return await ReadAsync(stream, limit, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is InvalidDataException || (e is InvalidOperationException && codings.Length > 0))
        {
            throw new FetchException("web/broken-encoding", $"its {string.Join(", ", codings)} body is broken: {e.Message}", inner: e);
        }
    }

    static async Task<byte[]> ReadAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        var buffer = new byte[16 * 1024];
        for (var filled = 0; ;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation).ConfigureAwait(false);
            filled += read;
            if (filled > limit)
            {
                throw TooLarge(limit);
            }

            if (read == 0)
            {
                return buffer[..filled];
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, limit + 1L));
            }
        }
    }

    internal static FetchException TooLarge(int limit) =>
        new("web/too-large", $"is larger than {limit >> 20} MiB; web.max_page_megabytes and web.max_list_megabytes say how large it may be");
}
