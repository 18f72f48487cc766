using Extraction.Ingest;

namespace Extraction.Web.Tests;

[TestFixture]
public sealed class WebSourceTests
{
    [Test]
    public void TheOrderIsThatOfTheInputWhateverComesFirst()
    {
        using var some = new Some(Some.Options with { HostPauseSeconds = 0 });
        some.Server.On("/a", async (_, stream, cancellation) =>
        {
            await Task.Delay(300, cancellation);
            await stream.WriteAsync(LoopbackServer.Ok("<p>slow"), cancellation);
        }).Page("/b", "<p>quick");
        var slowHost = new WebTarget($"{some.Server["/a"]}");
        var quickHost = new WebTarget($"{some.Server["/b"]}".Replace("127.0.0.1", "localhost"));
        Assert.That(some.Read(slowHost, quickHost), Is.EqualTo(new[] { "<p>slow", "<p>quick" }));
        Assert.That(some.Server.Requests.Count(asked => asked.Path is "/a" or "/b"), Is.EqualTo(2));
    }

    [Test]
    public void NothingThatFailsIsLost()
    {
        using var some = new Some();
        some.Server.Page("/a", "<p>a").Page("/empty", " \n");
        Assert.That(
            some.Read(some.Page("/a"), some.Page("/none"), some.Page("/empty"), some.Page("/a"), new("ftp://x/"), new("http://"), new("https://me:pw@example.org/"), some.List("/none")),
            Is.EqualTo(new[] { "<p>a", "web/not-found", "empty", "same-address", "web/bad-url", "web/bad-url", "web/bad-url", "web/not-found" }));
    }

    [Test]
    public void ADocumentIsCalledByItsAddressAndKnowsWhereItWasInTheEnd()
    {
        using var some = new Some();
        some.Server.On("/old", _ => LoopbackServer.Redirect("/new")).Page("/new", "<p>x", "text/html; charset=ISO-8859-1", "Last-Modified: Tue, 07 Dec 2021 08:00:00 GMT", "Date: Wed, 08 Dec 2021 08:00:00 GMT");
        var document = ((SourceDocument)some.Items(some.Page("/old")).Single()).Document;
        Assert.That(
            (document.DocumentId, document.Charset, document.Hints.Url, document.Hints.Changed),
            Is.EqualTo(($"{some.Server["/old"]}", "ISO-8859-1", $"{some.Server["/new"]}", "2021-12-07")));
    }

    [Test]
    public void APageThatWasMadeJustNowHasNoDateOfChange()
    {
        using var some = new Some();
        some.Server.Page("/a", "<p>x", "text/html", "Last-Modified: Wed, 08 Dec 2021 07:59:00 GMT", "Date: Wed, 08 Dec 2021 08:00:00 GMT");
        Assert.That(((SourceDocument)some.Items(some.Page("/a")).Single()).Document.Hints.Changed, Is.Null);
    }

    [Test]
    public void AFeedGivesItsPagesWithTheirDates()
    {
        using var some = new Some();
        some.Server.Page("/feed", "<rss><channel><item><link>a</link><pubDate>Tue, 07 Dec 2021 10:00:00 GMT</pubDate></item><item/></channel></rss>", "application/rss+xml").Page("/a", "<p>a");
        var items = some.Items(some.List("/feed"));
        Assert.That(items.Select(item => item.GetType().Name), Is.EqualTo(new[] { "SourceDocument", "SourceSkip" }));
        Assert.That(((SourceDocument)items[0]).Document.Hints.Listed, Is.EqualTo("Tue, 07 Dec 2021 10:00:00 GMT"));
    }

    [Test]
    public void AnIndexLeadsToItsSitemapsPackedOnesToo()
    {
        using var some = new Some();
        some.Server.Page("/index.xml", "<sitemapindex><sitemap><loc>/1.xml.gz</loc></sitemap><sitemap><loc>/index.xml</loc></sitemap><sitemap><loc>/none.xml</loc></sitemap></sitemapindex>", "text/xml")
            .On("/1.xml.gz", _ => LoopbackServer.Answer(200, Gzip("<urlset><url><loc>/a</loc></url></urlset>"), "Content-Type: application/gzip")).Page("/a", "<p>a");
        Assert.That(some.Read(some.List("/index.xml")), Is.EqualTo(new[] { "<p>a", "web/not-found" }));
    }

    [Test]
    public void APackedSitemapMayBeABomb()
    {
        using var some = new Some(Some.Options with { MaxListMegabytes = 1 });
        some.Server.On("/1.xml.gz", _ => LoopbackServer.Answer(200, Gzip(new string(' ', 8 << 20)), "Content-Type: application/gzip"));
        Assert.That(some.Read(some.List("/1.xml.gz")), Is.EqualTo(new[] { "web/too-large" }));
    }

    [Test]
    public void OfAListThatIsTooLongTheBeginningIsRead()
    {
        using var some = new Some(Some.Options with { MaxLinks = 2 });
        some.Server.Page("/map", "/a /b /c".Replace("/", $"{some.Server["/"]}").Replace(' ', '\n'), "text/plain").Page("/a", "<p>a").Page("/b", "<p>b").Page("/c", "<p>c");
        Assert.That(some.Read(some.List("/map")), Is.EqualTo(new[] { "<p>a", "<p>b", "web/too-many-links" }));
    }

    [Test]
    public void ABrokenFeedIsSaidAfterWhatWasReadOfIt()
    {
        using var some = new Some();
        some.Server.Page("/feed", "<rss><channel><item><link>a</link></item><item>", "text/xml").Page("/a", "<p>a");
        Assert.That(some.Read(some.List("/feed")), Is.EqualTo(new[] { "<p>a", "web/bad-list" }));
    }

    [Test]
    public void AFileOfAddressesHasCommentsAndEmptyLines()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "\uFEFF# ours\n\nhttps://a.example/1\n  b.example/2  \n");
        Assert.That(WebTarget.FromFile(file).Select(target => (target.Given, target.Place)), Is.EqualTo(new[] { ("https://a.example/1", $"{file}:3"), ("b.example/2", $"{file}:4") }));
        File.Delete(file);
    }

    [Test]
    public void WhoStopsReadingLeavesNoRequestBehind()
    {
        using var some = new Some();
        some.Server.Page("/a", "<p>a").On("/b", (_, _, cancellation) => Task.Delay(-1, cancellation));
        using var stop = new CancellationTokenSource();
        Assert.That(() =>
        {
            foreach (var _ in some.Source.Pieces([some.Page("/a"), some.Page("/b")], stop.Token))
            {
                stop.Cancel();
            }
        }, Throws.InstanceOf<OperationCanceledException>());
    }

    static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(memory, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }
}
