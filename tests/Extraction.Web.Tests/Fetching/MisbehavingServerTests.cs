using System.IO.Compression;
using System.Text;
using Extraction.Web.Fetching;

namespace Extraction.Web.Tests.Fetching;

/// <summary>A server that misbehaves in every way costs its own pages, in bounded time and memory, and says why.</summary>
[TestFixture]
public sealed class MisbehavingServerTests
{
    static readonly byte[] Head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"u8.ToArray();

    [Test]
    public async Task FailuresThatPassAreTriedAgain()
    {
        using var some = new Some();
        some.Server.On("/a", _ => some.Server.Count("/a") < 3 ? LoopbackServer.Answer(500, []) : LoopbackServer.Ok("<p>here"));
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo(("<p>here", 3)));
    }

    [TestCase(500, "web/server-error", 4)]
    [TestCase(503, "web/server-error", 4)]
    [TestCase(429, "web/busy", 4)]
    [TestCase(404, "web/not-found", 1)]
    [TestCase(403, "web/forbidden", 1)]
    [TestCase(418, "web/http-status", 1)]
    [TestCase(304, "web/http-status", 1)]
    public async Task FailuresThatStayAreSaid(int status, string code, int times)
    {
        using var some = new Some();
        some.Server.On("/a", _ => LoopbackServer.Answer(status, []));
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo((code, times)));
    }

    [Test]
    public async Task RetryAfterIsWaitedFor()
    {
        using var some = new Some();
        some.Server.On("/a", _ => some.Server.Count("/a") < 2 ? LoopbackServer.Answer(429, [], "Retry-After: 45") : LoopbackServer.Ok("<p>here"));
        Assert.That(await some.Fetch("/a"), Is.EqualTo("<p>here"));
        Assert.That(some.Time.Passed, Is.GreaterThan(TimeSpan.FromSeconds(45)));
    }

    [Test]
    public async Task ARetryAfterThatIsTooLongIsNot()
    {
        using var some = new Some();
        some.Server.On("/a", _ => LoopbackServer.Answer(503, [], "Retry-After: 86400"));
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo(("web/busy", 1)));
    }

    [Test]
    public async Task AServerThatNeverAnswersTakesTheTimeOfItsAttempts()
    {
        using var some = new Some(Some.Options with { AttemptSeconds = 20, Attempts = 2, Robots = false });
        some.Server.On("/a", (_, _, cancellation) => Task.Delay(-1, cancellation));
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo(("web/timeout", 2)));
        Assert.That(some.Time.Passed, Is.GreaterThan(TimeSpan.FromSeconds(40)).And.LessThan(TimeSpan.FromSeconds(1000)));
    }

    [Test]
    public async Task ABodyThatDripsIsCutByTheClock()
    {
        using var some = new Some(Some.Options with { AttemptSeconds = 20, TotalSeconds = 30, Robots = false });
        some.Server.On("/a", async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Head.Concat("\r\n"u8.ToArray()).ToArray(), cancellation);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), cancellation);
                await Task.Delay(20, cancellation);
            }
        });
        Assert.That(await some.Fetch("/a"), Is.EqualTo("web/timeout"));
    }

    [Test]
    public async Task ABodyWithoutAnEndIsCutByItsSize()
    {
        using var some = new Some(Some.Options with { MaxPageMegabytes = 1 });
        var sent = 0L;
        some.Server.On("/a", async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Head.Concat("\r\n"u8.ToArray()).ToArray(), cancellation);
            for (var block = new byte[65536]; ; sent += block.Length)
            {
                await stream.WriteAsync(block, cancellation);
            }
        });
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo(("web/too-large", 1)));
        Assert.That(sent, Is.LessThan(32 << 20));
    }

    [Test]
    public async Task ALengthThatIsTooLargeIsNotEvenBegun()
    {
        using var some = new Some(Some.Options with { MaxPageMegabytes = 1 });
        some.Server.On("/a", _ => [.. Head, .. "Content-Length: 999999999\r\n\r\nx"u8]);
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo(("web/too-large", 1)));
    }

    [Test]
    public async Task ALengthThatIsWrongIsACutOffPage()
    {
        using var some = new Some();
        some.Server.On("/a", _ => [.. Head, .. "Content-Length: 100\r\n\r\nonly this"u8]);
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo(("web/cut-off", 4)));
    }

    [TestCase("HTTP/9 huh\r\n\r\n")]
    [TestCase("<html>no head at all</html>\r\n\r\n")]
    public async Task WhatIsNoHttpIsSaid(string answer)
    {
        using var some = new Some(Some.Options with { Robots = false });
        some.Server.On("/a", _ => Encoding.ASCII.GetBytes(answer));
        Assert.That(await some.Fetch("/a"), Is.EqualTo("web/bad-answer"));
    }

    [Test]
    public async Task FieldsWithoutEndAreNotRead()
    {
        using var some = new Some(Some.Options with { Robots = false });
        some.Server.On("/a", _ => [.. Head, .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X-Y: " + new string('z', 1000) + "\r\n", 200)))]);
        Assert.That(await some.Fetch("/a"), Is.EqualTo("web/bad-answer"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task AGzipBombIsDefused(bool twice)
    {
        var bomb = Gzip(new byte[64 << 20]);
        using var some = new Some(Some.Options with { MaxPageMegabytes = 2 });
        some.Server.On("/a", _ => LoopbackServer.Answer(200, twice ? Gzip(bomb) : bomb, "Content-Type: text/html", $"Content-Encoding: {(twice ? "gzip, gzip" : "gzip")}"));
        var before = GC.GetTotalAllocatedBytes();
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo(("web/too-large", 1)));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(32 << 20));
    }

    [Test]
    public async Task PackedPagesAreUnpacked()
    {
        using var some = new Some();
        some.Server.On("/a", _ => LoopbackServer.Answer(200, Gzip("<p>packed"u8.ToArray()), "Content-Type: text/html", "Content-Encoding: gzip"));
        Assert.That(await some.Fetch("/a"), Is.EqualTo("<p>packed"));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("zstd")]
    [TestCase("gzip, gzip, gzip")]
    public async Task APackedPageThatIsBrokenIsSaid(string coding)
    {
        using var some = new Some();
        some.Server.On("/a", _ => LoopbackServer.Answer(200, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "Content-Type: text/html", $"Content-Encoding: {coding}"));
        Assert.That(await some.Fetch("/a"), Is.EqualTo("web/broken-encoding"));
    }

    [TestCase("application/pdf", "web/not-text")]
    [TestCase("image/png", "web/not-text")]
    [TestCase("text/plain; charset=utf-8", "<p>text")]
    [TestCase("application/xhtml+xml", "<p>text")]
    public async Task OnlyTextIsRead(string type, string expected)
    {
        using var some = new Some();
        some.Server.Page("/a", "<p>text", type);
        Assert.That(await some.Fetch("/a"), Is.EqualTo(expected));
    }

    [Test]
    public async Task AHostWhereNearlyAllFailsIsLeftAloneForAWhile()
    {
        using var some = new Some(Some.Options with { BreakAfter = 4, BreakSeconds = 600, Robots = false });
        some.Server.On("/a", _ => LoopbackServer.Answer(500, [])).Page("/b", "<p>b");
        Assert.That((await some.Fetch("/a"), await some.Fetch("/b"), some.Server.Count("/b")), Is.EqualTo(("web/server-error", "web/host-down", 0)));
    }

    [Test]
    public async Task RequestsToAHostComeOneByOneAtItsPace()
    {
        using var some = new Some(Some.Options with { HostPauseSeconds = 10 });
        foreach (var path in (string[])["/a", "/b", "/c"])
        {
            some.Server.Page(path, "<p>" + path);
        }

        await Task.WhenAll(some.Fetch("/a"), some.Fetch("/b"), some.Fetch("/c"));
        var times = some.Server.Requests.Select(asked => asked.Time).ToList();
        Assert.That(times.Zip(times.Skip(1), (a, b) => b - a).ToList(), Has.Count.EqualTo(3).And.All.GreaterThan(150));
    }

    static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return memory.ToArray();
    }
}
