using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Extraction.Cli.Tests;

/// <summary>Archives of pages made from the samples, large enough to be divided.</summary>
static class News
{
    /// <summary>A folder <c>in</c> with a WARC.gz and a JSONL of about six megabytes each, some files, copies of reports, and broken things.</summary>
    public static Sandbox InBox(int pages = 90)
    {
        var box = new Sandbox();
        var texts = Directory.EnumerateFiles(Sandbox.Samples, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var random = new Random(11);
        box.Write("in/a.warc.gz", Warc(texts, pages, random)).Write("in/b.jsonl", Lines(texts, pages, random));
        for (var i = 0; i < texts.Length; i++)
        {
            box.Write($"in/c/{i:00}.txt", texts[i]);
        }

        return box.Write("in/c/broken.json", "{oops").Write("in/c/unknown.bin", "x").Write("p.yml", "run: {checkpoint_seconds: 0}\n");
    }

    static byte[] Warc(string[] texts, int pages, Random random)
    {
        using var file = new MemoryStream();
        for (var i = 0; i < pages; i++)
        {
            // Two in three without a record id: those are called by their place in the file.
            var http = $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{Page(texts, i, random, 80_000)}";
            var id = i % 3 == 0 ? string.Create(CultureInfo.InvariantCulture, $"WARC-Record-ID: <urn:uuid:{i}>\r\n") : "";
            var record = $"WARC/1.0\r\nWARC-Type: response\r\n{id}WARC-Target-URI: https://news.example/{i}.html\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(http)}\r\n\r\n{http}\r\n\r\n";
            using var member = new MemoryStream();
            using (var gzip = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
            {
                gzip.Write(Encoding.UTF8.GetBytes(record));
            }

            var bytes = member.ToArray();
            if (i == pages / 3)
            {
                bytes.AsSpan(bytes.Length / 2, 8).Clear();
            }

            file.Write(bytes);
        }

        return file.ToArray();
    }

    static byte[] Lines(string[] texts, int pages, Random random)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < pages; i++)
        {
            var line = new Dictionary<string, string> { ["html"] = Page(texts, i + 1, random, 40_000) };
            if (i % 2 == 0)
            {
                line["id"] = $"story {i}";
            }

            lines.Append(i == pages / 2 ? "{oops" : JsonSerializer.Serialize(line)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    static string Page(string[] texts, int number, Random random, int ballast)
    {
        var text = number % 5 == 0 ? texts[number / 5 % texts.Length] : $"Garden show number {number}\nVisitors came to see the roses, and the band played on in the rain until the lamps were lit.";
        var junk = new byte[ballast / 2];
        random.NextBytes(junk);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return $"<!DOCTYPE html><html><head><title>{WebUtility.HtmlEncode(lines[0])}</title><script>var state=\"{Convert.ToHexStringLower(junk)}\"</script></head><body><article><h1>{WebUtility.HtmlEncode(lines[0])}</h1>{string.Concat(lines.Skip(1).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"))}</article></body></html>";
    }
}
