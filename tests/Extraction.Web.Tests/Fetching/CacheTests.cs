using Extraction.Web.Fetching;

namespace Extraction.Web.Tests.Fetching;

[TestFixture]
public sealed class CacheTests
{
    string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("extraction-web-").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task AnUnchangedPageComesFromTheCacheOfAnEarlierRun()
    {
        using var first = Some();
        first.Server.On("/a", asked => asked.Fields.ContainsKey("If-None-Match") ? LoopbackServer.Answer(304, []) : LoopbackServer.Ok("<p>once", "text/html", "ETag: \"v1\""));
        await first.Fetch("/a");
        using var second = new Fetcher(Options, first.Time);
        var page = await second.FetchAsync(first.Server["/a"], FetchKind.Page, default);
        Assert.Multiple(() =>
        {
            Assert.That((page.IsFromCache, page.ContentType), Is.EqualTo((true, "text/html")));
            Assert.That(page.Body.ToArray(), Is.EqualTo("<p>once"u8.ToArray()));
            Assert.That(first.Server.Requests[^1].Fields["If-None-Match"], Is.EqualTo("\"v1\""));
        });
    }

    [Test]
    public async Task APageWithADateIsAskedForByIt()
    {
        using var some = Some();
        some.Server.Page("/a", "<p>once", "text/html", "Last-Modified: Tue, 07 Dec 2021 08:00:00 GMT");
        await some.Fetch("/a");
        await some.Fetch("/a");
        Assert.That(some.Server.Requests[^1].Fields["If-Modified-Since"], Is.EqualTo("Tue, 07 Dec 2021 08:00:00 GMT"));
    }

    [Test]
    public async Task AChangedPageReplacesTheOldOne()
    {
        using var some = Some();
        some.Server.On("/a", _ => LoopbackServer.Ok($"<p>{some.Server.Count("/a")}", "text/html", "ETag: \"v\""));
        Assert.That((await some.Fetch("/a"), await some.Fetch("/a")), Is.EqualTo(("<p>1", "<p>2")));
    }

    [TestCase("ETag: \"v\"", "Cache-Control: no-store")]
    [TestCase("X-Nothing: 1", "X-More: 2")]
    public async Task WhatMayNotBeKeptIsNot(params string[] fields)
    {
        using var some = Some();
        some.Server.Page("/a", "<p>once", "text/html", fields);
        await some.Fetch("/a");
        Assert.That(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task ASpoiltFileIsNotUsed()
    {
        using var some = Some();
        some.Server.Page("/a", "<p>once", "text/html", "ETag: \"v\"");
        await some.Fetch("/a");
        var file = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(file, [.. File.ReadAllBytes(file)[..^1], (byte)'X']);
        Assert.That(await some.Fetch("/a"), Is.EqualTo("<p>once"));
        Assert.That(some.Server.Requests[^1].Fields, Does.Not.ContainKey("If-None-Match"));
    }

    [Test]
    public async Task TheCacheIsKeptToItsSizeAndTheOldestGoFirst()
    {
        using var some = Some(Options with { CacheMegabytes = 1 });
        foreach (var path in (string[])["/1", "/2", "/3"])
        {
            some.Server.Page(path, "<p>" + new string('x', 400_000), "text/html", "ETag: \"v\"");
            await some.Fetch(path);
            File.SetLastWriteTimeUtc(Newest(), new DateTime(2021, 1, path[1] - '0', 0, 0, 0, DateTimeKind.Utc));
        }

        some.Fetcher.TrimCache();
        await some.Fetch("/1");
        await some.Fetch("/3");
        Assert.That(some.Server.Requests.TakeLast(2).Select(asked => asked.Fields.ContainsKey("If-None-Match")), Is.EqualTo(new[] { false, true }));
    }

    Extraction.Ingest.WebOptions Options => Tests.Some.Options with { CacheMegabytes = 10, Cache = folder, Robots = false };

    Some Some(Extraction.Ingest.WebOptions? options = null) => new(options ?? Options);

    string Newest() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc)!;
}
