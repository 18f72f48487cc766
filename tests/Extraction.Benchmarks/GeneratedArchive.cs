using System.Globalization;
using System.IO.Compression;
using System.Text;
using Extraction.Documents;
using Extraction.Flow;

namespace Extraction.Benchmarks;

/// <summary>
/// A WARC.gz of news pages made from our own texts: each about 150 KB, of which some 4 KB are article, the rest head, style, state as
/// JSON, minified script, menus and related links, as on real pages. A member a record. One page in a hundred is relevant.
/// </summary>
static class GeneratedArchive
{
    const int RelevantEvery = 100;

    /// <returns>Pages written.</returns>
    public static int Write(string path, string corpus, int megabytes, bool withRelevant = true)
    {
        var screen = GateScreen.Create();
        bool HasStem(string text) => screen(Encoding.UTF8.GetBytes(text), BodyFormat.PlainText, null);
        var texts = Directory.EnumerateFiles(corpus, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var relevant = texts.Where(text => text.Contains("sanction", StringComparison.OrdinalIgnoreCase)).ToList();
        // Other pages are made of the lines without a stem.
        var other = texts.Select(text => string.Join('\n', text.Split('\n').Where(line => !HasStem(line)))).Where(text => text.Length > 500 && !HasStem(text)).ToList();
        var random = new Random(4);
        using var file = File.Create(path);
        var (pages, bytes) = (0, 0L);
        for (; bytes < (long)megabytes << 20; pages++)
        {
            var pool = withRelevant && pages % RelevantEvery == 0 ? relevant : other;
            var record = Record(Page(pool[pages / RelevantEvery % pool.Count], pages, random), pages);
            bytes += record.Length;
            using var member = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            member.Write(record);
        }

        return pages;
    }

    static byte[] Record(string page, int number)
    {
        var http = $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: nginx\r\n\r\n{page}";
        var size = Encoding.UTF8.GetByteCount(http).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(
            $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}>\r\nWARC-Date: 2022-05-01T00:00:00Z\r\nWARC-Target-URI: https://news.example/2022/03/{number}.html\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n{http}\r\n\r\n");
    }

    static string Page(string text, int number, Random random)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var page = new StringBuilder(160_000);
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Html(lines[0])}</title><meta property=\"article:published_time\" content=\"2022-03-{1 + (number % 28):00}T08:00:00Z\">");
        page.Append("<style>");
        Rules(page, random, 18_000);
        page.Append("</style><script>window.__STATE__={");
        State(page, random, 52_000);
        page.Append("};</script></head><body><nav><ul>");
        Links(page, random, 60);
        page.Append("</ul></nav><main><article><h1>").Append(Html(lines[0])).Append("</h1>");
        foreach (var line in lines.Skip(1))
        {
            page.Append("<p class=\"story-body__text\">").Append(Html(line)).Append("</p>\n");
        }

        page.Append("</article><aside class=\"related\"><ul>");
        Links(page, random, 40);
        page.Append("</ul></aside></main><footer>Terms | Privacy | Contact</footer><script>");
        Script(page, random, 60_000);
        return page.Append("</script></body></html>").ToString();
    }

    static void Rules(StringBuilder page, Random random, int size)
    {
        for (var end = page.Length + size; page.Length < end;)
        {
            page.Append(CultureInfo.InvariantCulture, $".{Word(random)}-{Word(random)}{{margin:{random.Next(40)}px {random.Next(40)}px;color:#{random.Next(0xFFFFFF):x6};display:{(random.Next(2) == 0 ? "flex" : "block")}}}");
        }
    }

    static void State(StringBuilder page, Random random, int size)
    {
        for (var end = page.Length + size; page.Length < end;)
        {
            page.Append(CultureInfo.InvariantCulture, $"\"{Word(random)}{random.Next(99)}\":{{\"id\":\"{random.NextInt64():x}\",\"type\":\"{Word(random)}\",\"href\":\"https://news.example/{Word(random)}/{random.Next()}\",\"visible\":{(random.Next(2) == 0 ? "true" : "false")}}},");
        }
    }

    static void Script(StringBuilder page, Random random, int size)
    {
        for (var end = page.Length + size; page.Length < end;)
        {
            page.Append(CultureInfo.InvariantCulture, $"function {Word(random)}{random.Next(999)}(e,t){{if(e.{Word(random)}<t&&!n)return r(e,{random.Next(9999)});var i=document.querySelector(\".{Word(random)}\");i&&i.addEventListener(\"{Word(random)}\",t)}}");
        }
    }

    static void Links(StringBuilder page, Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"nav-item nav-{Word(random)}\"><a href=\"/{Word(random)}/{random.Next()}\" data-track=\"{Word(random)}:{i}\">{Word(random)} {Word(random)}</a></li>");
        }
    }

    static string Html(string text) => System.Net.WebUtility.HtmlEncode(text);

    static string Word(Random random) => Words[random.Next(Words.Length)];

    static readonly string[] Words =
    [
        "banner", "sidebar", "header", "module", "story", "image", "media", "player", "track", "footer", "weather", "market", "region", "travel-guide", "sport", "league", "video", "gallery", "share",
        "comment", "newsletter", "promo", "card", "grid", "column", "teaser", "topic", "latest", "live", "culture", "science", "garden", "recipe", "museum", "review", "opinion", "index", "search",
    ];
}
