using System.Diagnostics;
using System.Text;
using Extraction.Web.Robots;

namespace Extraction.Web.Tests.Robots;

/// <summary>RFC 9309.</summary>
[TestFixture]
public sealed class RobotsTests
{
    [TestCase("User-agent: *\nDisallow: /", "/a", false)]
    [TestCase("User-agent: *\nDisallow:", "/a", true)]
    [TestCase("", "/a", true)]
    [TestCase("Disallow: /", "/a", true)]
    [TestCase("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [TestCase("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false)]
    [TestCase("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [TestCase("User-agent: *\nDisallow: /*.gif$", "/x/y.gif", false)]
    [TestCase("User-agent: *\nDisallow: /*.gif$", "/x/y.gif?1", true)]
    [TestCase("User-agent: *\nDisallow: /a*b*c", "/a/b/c", false)]
    [TestCase("User-agent: *\nDisallow: /a*b*c", "/a/c/b", true)]
    [TestCase("User-agent: *\nDisallow: /fish$", "/fish", false)]
    [TestCase("User-agent: *\nDisallow: /fish$", "/fish/", true)]
    [TestCase("User-agent: *\nDisallow: /a?print", "/a?print=1", false)]
    [TestCase("User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [TestCase("User-agent: *\nDisallow: /foo/%62%61r", "/foo/bar", false)]
    [TestCase("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false)]
    [TestCase("User-agent: *\nDisallow: /a%2fb", "/a/b", true)]
    [TestCase("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [TestCase("User-agent: *\nDisallow: /\n\nUser-agent: EXTRACTION/7\nAllow: /", "/a", true)]
    [TestCase("User-agent: extraction\nUser-agent: other\nDisallow: /x\n\nUser-agent: *\nDisallow: /y", "/y", true)]
    [TestCase("User-agent: extraction\nUser-agent: other\nDisallow: /x\n\nUser-agent: *\nDisallow: /y", "/x", false)]
    [TestCase("User-agent: extraction\nDisallow: /x\nUser-agent: other\nDisallow: /z\nUser-agent: extraction\nDisallow: /y", "/y", false)]
    [TestCase("User-agent: extraction\nDisallow: /x\nUser-agent: other\nDisallow: /z", "/z", true)]
    [TestCase("User-agent: extractionbot\nDisallow: /", "/a", true)]
    [TestCase("User-agent: *\nSitemap: http://x/\nDisallow: /a", "/a", false)]
    [TestCase("\uFEFFUser-agent: * # all\r\n  Disallow : /a # not this", "/a", false)]
    [TestCase("User-agent: *\rDisallow: /a", "/a", false)]
    [TestCase("<html>User-agent: *", "/a", true)]
    public void WhatTheFileSays(string text, string path, bool expected) => Assert.That(Rules(text).Allows(path), Is.EqualTo(expected));

    [TestCase("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [TestCase("User-agent: other\nCrawl-delay: 9\nUser-agent: *\nDisallow:", null)]
    [TestCase("User-agent: *\nCrawl-delay: soon", null)]
    [TestCase("User-agent: *\nCrawl-delay: -1", null)]
    public void TheDelayItAsksFor(string text, double? expected) => Assert.That(Rules(text).CrawlDelay, Is.EqualTo(expected));

    [Test]
    public void APatternMadeToBeSlowIsNot()
    {
        var rules = Rules("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000)) + "b$");
        var start = Stopwatch.GetTimestamp();
        Assert.That(rules.Allows("/" + new string('a', 8000)), Is.True);
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void WhatIsDisallowedIsNotAskedFor()
    {
        using var some = new Some();
        some.Server.Page("/robots.txt", "User-agent: *\nDisallow: /a", "text/plain").Page("/a", "<p>a").Page("/b", "<p>b");
        Assert.That(some.Read(some.Page("/a"), some.Page("/b")), Is.EqualTo(new[] { "web/robots", "<p>b" }));
        Assert.That((some.Server.Count("/a"), some.Server.Count("/robots.txt")), Is.EqualTo((0, 1)));
    }

    [TestCase(404, "<p>a")]
    [TestCase(403, "<p>a")]
    [TestCase(500, "web/robots-unreachable")]
    [TestCase(429, "web/robots-unreachable")]
    public async Task AFileThatIsNotThereAllowsAndOneThatCannotBeHadDoesNot(int status, string expected)
    {
        using var some = new Some(Tests.Some.Options with { Attempts = 1 });
        some.Server.On("/robots.txt", _ => LoopbackServer.Answer(status, [])).Page("/a", "<p>a");
        Assert.That(await some.Fetch("/a"), Is.EqualTo(expected));
    }

    [Test]
    public async Task TheDelayIsKept()
    {
        using var some = new Some();
        some.Server.Page("/robots.txt", "User-agent: *\nCrawl-delay: 20", "text/plain").Page("/a", "<p>a").Page("/b", "<p>b");
        await Task.WhenAll(some.Fetch("/a"), some.Fetch("/b"));
        Assert.That(some.Time.Passed, Is.GreaterThan(TimeSpan.FromSeconds(40)));
    }

    [Test]
    public async Task AHostThatAsksForAnHourIsLeftAlone()
    {
        using var some = new Some();
        some.Server.Page("/robots.txt", "User-agent: *\nCrawl-delay: 3600", "text/plain").Page("/a", "<p>a");
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo(("web/crawl-delay", 0)));
    }

    static RobotsRules Rules(string text) => RobotsTxt.Read(Encoding.UTF8.GetBytes(text), "Extraction");
}
