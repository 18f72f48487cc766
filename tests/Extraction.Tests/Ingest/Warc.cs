using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Extraction.Tests.Ingest;

/// <summary>Web archives made by hand.</summary>
static class Warc
{
    public static byte[] Response(string id, string body, string http = "Content-Type: text/html; charset=utf-8", string status = "200 OK", string? digest = null) =>
        Response(id, Encoding.UTF8.GetBytes(body), http, status, digest);

    public static byte[] Response(string id, byte[] body, string http, string status = "200 OK", string? digest = null) =>
        Record("response", id, "application/http; msgtype=response", [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{http}\r\n\r\n"), .. body], digest);

    public static byte[] Record(string type, string id, string contentType, byte[] block, string? digest = null, int? length = null) =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Date: 2021-12-09T01:02:03Z\r\nWARC-Target-URI: https://news.example/{id}\r\n{(digest is null ? "" : $"WARC-Block-Digest: sha1:{digest}\r\n")}Content-Type: {contentType}\r\nContent-Length: {length ?? block.Length}\r\n\r\n")),
        .. block,
        .. "\r\n\r\n"u8,
    ];

    public static byte[] Gzip(params byte[][] parts) => Packed(stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true), parts);

    public static byte[] Packed(Func<Stream, Stream> pack, params byte[][] parts)
    {
        using var memory = new MemoryStream();
        using (var packed = pack(memory))
        {
            foreach (var part in parts)
            {
                packed.Write(part);
            }
        }

        return memory.ToArray();
    }

    /// <summary>A member a record.</summary>
    public static byte[] Members(params byte[][] records) => [.. records.SelectMany(record => Gzip(record))];

    public static byte[] Chunked(byte[] body, int size) =>
    [
        .. body.Chunk(size).SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes(chunk.Length.ToString("x", CultureInfo.InvariantCulture)), .. "\r\n"u8, .. chunk, .. "\r\n"u8]),
        .. "0\r\n\r\n"u8,
    ];
}
