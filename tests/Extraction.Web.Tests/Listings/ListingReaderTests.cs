using System.Text;
using Extraction.Web.Listings;

namespace Extraction.Web.Tests.Listings;

[TestFixture]
public sealed class ListingReaderTests
{
    static readonly Uri At = new("https://news.example/feeds/all.xml");

    [TestCase("<rss version='2.0'><channel><link>https://news.example/</link><item><title>A &amp; B</title><link>/2021/a</link><pubDate>Tue, 07 Dec 2021 10:00:00 GMT</pubDate></item></channel></rss>", "https://news.example/2021/a Tue, 07 Dec 2021 10:00:00 GMT")]
    [TestCase("<rss><channel><item><guid>https://news.example/g</guid></item></channel></rss>", "https://news.example/g ")]
    [TestCase("<rss><channel><item><guid isPermaLink='false'>https://news.example/g</guid></item></channel></rss>", "-1")]
    [TestCase("<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><atom:link href='self'/><item><atom:link rel='self' href='no'/><link><![CDATA[ b?x=1&y=2#frag ]]></link></item></channel></rss>", "https://news.example/feeds/b?x=1&y=2 ")]
    [TestCase("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel/><item><link>c</link><dc:date>2021-12-07</dc:date></item></rdf:RDF>", "https://news.example/feeds/c 2021-12-07")]
    [TestCase("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/base/'><entry xml:base='deep/'><link rel='enclosure' href='no'/><link type='application/json' href='no2'/><link rel='alternate' type='text/html' href='d'/><published>2021-12-07T01:02:03Z</published><updated>2022-01-01</updated></entry></feed>", "https://news.example/base/deep/d 2021-12-07T01:02:03Z 2022-01-01")]
    [TestCase("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc> https://news.example/e </loc><lastmod>2022-01-01</lastmod><n:news><n:publication_date>2021-12-07</n:publication_date></n:news></url></urlset>", "https://news.example/e 2021-12-07 2022-01-01")]
    [TestCase("https://news.example/1\nhttps://news.example/2\n", "https://news.example/1 |https://news.example/2 ")]
    [TestCase("<rss><channel><item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item></channel></rss>", "-2")]
    public void LinksWithTheirDates(string xml, string expected)
    {
        var listing = Read(xml);
        var links = string.Join('|', listing.Links.Select(link => $"{link.Address} {link.Published}{(link.Changed is null ? "" : " " + link.Changed)}"));
        Assert.That(listing.WithoutLink == 0 ? links : $"-{listing.WithoutLink}", Is.EqualTo(expected));
        Assert.That(listing.Fault, Is.Null);
    }

    [Test]
    public void AnIndexListsSitemaps() =>
        Assert.That(Read("<sitemapindex><sitemap><loc>https://news.example/1.xml.gz</loc></sitemap><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>").Lists,
            Is.EqualTo(new Uri[] { new("https://news.example/1.xml.gz"), new("https://news.example/2.xml") }));

    [TestCase("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><link>/&x;</link></item></channel></rss>")]
    [TestCase("<!DOCTYPE rss SYSTEM 'http://169.254.169.254/x.dtd'><rss><channel><item><link>/a</link></item></channel></rss>")]
    [TestCase("<!DOCTYPE l [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><rss><channel><item><link>/&c;</link></item></channel></rss>")]
    [TestCase("<rss><channel><item><link>/&nbsp;</link></item></channel></rss>")]
    [TestCase("<?xml version='1.0' encoding='no-such'?><rss/>")]
    public void HostileXmlGivesNothingAndIsSaid(string xml)
    {
        var listing = Read(xml);
        Assert.That(listing.Links, Is.Empty);
        Assert.That(listing.Fault, Does.StartWith("broken XML"));
    }

    [TestCase("<html><body>Not found</body></html>")]
    [TestCase("not a feed")]
    [TestCase("")]
    public void WhatIsNoListingIsSaid(string text) => Assert.That(Read(text).Fault, Does.StartWith("no RSS"));

    [Test]
    public void OfABrokenFeedWhatCameBeforeIsKept()
    {
        var listing = Read("<rss><channel><item><link>/a</link></item><item><link>/b</link></item><item><link>/c & d</link></item></channel></rss>");
        Assert.That(listing.Links, Has.Length.EqualTo(2));
        Assert.That(listing.Fault, Does.StartWith("broken XML"));
    }

    [TestCase("<item>")]
    [TestCase("<channel>")]
    public void NestingThatWouldBreakTheStackDoesNot(string tag) =>
        Assert.That(Read("<rss>" + string.Concat(Enumerable.Repeat(tag, 100_000))).Fault, Does.Contain("deeper"));

    [Test]
    public void OldCharacterSetsAreRead()
    {
        var bytes = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='windows-1252'?><rss><channel><item><link>/caf\u00e9</link></item></channel></rss>");
        Assert.That(ListingReader.Read(bytes, At).Links.Single().Address.AbsolutePath, Is.EqualTo("/caf%C3%A9"));
    }

    static Listing Read(string xml) => ListingReader.Read(Encoding.UTF8.GetBytes(xml), At);
}
