using Extraction.Clean;
using Extraction.Documents;

namespace Extraction.Tests.Clean;

internal sealed class PublicationDateTests
{
    private const string Body = "The ministry said on Tuesday that it had frozen the accounts of four shipping firms registered in the port city.\n\nA spokesman for the firms said that they would go to court over it.";

    [TestCase("Posted on: 15th November 2021", "2021-11-15")]
    [TestCase("Published 3 May 2019 14:02 GMT", "2019-05-03")]
    [TestCase("Last updated: May 3, 2019", "2019-05-03")]
    [TestCase("By Ana Lopes | December 7, 2021", "2021-12-07")]
    [TestCase("Tuesday, December 7, 2021", "2021-12-07")]
    [TestCase("2021-12-07 09:15", "2021-12-07")]
    [TestCase("27/11/2020", "2020-11-27")]
    [TestCase("International Desk Published: 9 December 2023, 01:01 PM | Updated: 10 December 2023, 01:02 PM", "2023-12-09")]
    [TestCase("Published: Dec. 7, 2021 | Updated: Dec. 9, 2021", "2021-12-07")]
    public void A_date_in_the_words_of_the_page(string line, string expected)
    {
        var article = Cleaning.Plain($"Ministry Freezes Accounts Of Four Firms\n{line}\n\n{Body}").Single();
        Assert.That(article.Published, Is.EqualTo(DateOnly.Parse(expected)));
        Assert.That(article.PublishedBasis, Is.EqualTo(PublishedBasis.Text));
    }

    [TestCase("Straits Ledger | 16 Feb 2023, 18:05\n\n{0}", "2023-02-16")]
    [TestCase("Göteborg, 11 May 2018. {0}", "2018-05-11")]
    [TestCase("DOHA (Gulf Wire) 2 Dec 2023 -- {0}", "2023-12-02")]
    [TestCase("{0}\n\n28.02.2022 / sda / red.", "2022-02-28")]
    public void A_line_that_holds_a_date_and_no_prose(string page, string expected)
    {
        var article = Cleaning.Plain("Ministry Freezes Accounts Of Four Firms\n\n" + page.Replace("{0}", Body)).Single();
        Assert.That(article.Published, Is.EqualTo(DateOnly.Parse(expected)));
    }

    [Test]
    public void The_entries_of_a_chronology_date_nothing() =>
        Assert.That(Cleaning.Plain($"Four Firms: A Chronology\n\n22 March 2012. A coup.\n\n3 April 2013. Elections are held.\n\n4 May 2014. A second coup.\n\n{Body}").Single().Published, Is.Null);

    [TestCase("03/05/2019")]
    [TestCase("3 May")]
    [TestCase("Published 31 April 2019")]
    [TestCase("Published 3 May 1819")]
    public void A_date_that_cannot_be_known_is_none(string line)
    {
        Assert.That(Cleaning.Plain($"Ministry Freezes Accounts Of Four Firms\n{line}\n\n{Body}").Single().Published, Is.Null);
    }

    [Test]
    public void A_date_in_the_text_does_not_date_the_article()
    {
        Assert.That(Cleaning.Plain($"Ministry Freezes Accounts Of Four Firms\n\n{Body}\n\nThe firms were first listed on December 7, 2011.").Single().Published, Is.Null);
    }

    [TestCase("", "Tue, 07 Dec 2021 23:59:00 GMT", "2022-01-01", "/", "2021-12-07", PublishedBasis.Feed)]
    [TestCase("", "2021-12-07T01:02:03+05:00", null, "/2020/11/06/", "2021-12-07", PublishedBasis.Feed)]
    [TestCase("", null, "2022-01-01", "/2020/11/06/", "2020-11-06", PublishedBasis.Url)]
    [TestCase("", null, "2022-01-01T00:00Z", "/", "2022-01-01", PublishedBasis.Changed)]
    [TestCase("Posted on: 15th November 2021", "2021-12-07", "2022-01-01", "/2020/11/06/", "2021-11-15", PublishedBasis.Text)]
    [TestCase("", "1821-12-07", null, "/", null, PublishedBasis.None)]
    public void What_the_web_says_dates_an_article_that_does_not_itself(string line, string? listed, string? changed, string path, string? expected, PublishedBasis basis)
    {
        var article = Cleaning.Plain($"Ministry Freezes Accounts Of Four Firms\n{line}\n\n{Body}", new(Url: "https://example.org" + path, Listed: listed, Changed: changed)).Single();
        Assert.That((article.Published?.ToString("yyyy-MM-dd"), article.PublishedBasis), Is.EqualTo((expected, basis)));
    }

    [TestCase("https://example.org/2021/12/07/firms", "2021-12-07")]
    [TestCase("https://example.org/world/2021/dec/07/firms", "2021-12-07")]
    [TestCase("https://example.org/news-20211207.html", "2021-12-07")]
    [TestCase("https://example.org/2021/12/firms", null)]
    [TestCase("https://example.org/item/202199991", null)]
    public void A_date_in_the_address(string url, string? expected)
    {
        var article = Cleaning.Plain($"Ministry Freezes Accounts Of Four Firms\n\n{Body}", new SourceHints(Url: url)).Single();
        Assert.That(article.Published, Is.EqualTo(expected is null ? null : DateOnly.Parse(expected)));
    }

    [Test]
    public void The_strongest_place_wins()
    {
        const string page = "<html><head><meta property='article:published_time' content='2021-12-06T23:30:00Z'></head><body><article><h1>Ministry Freezes Accounts</h1><p>Published 5 December 2021</p><p>The ministry said on Tuesday that it had frozen the accounts of four shipping firms registered in the port city.</p></article></body></html>";
        var url = new SourceHints(Url: "https://example.org/2021/12/04/firms");
        Assert.That(Dated(page, url), Is.EqualTo((new DateOnly(2021, 12, 6), PublishedBasis.Metadata)));
        Assert.That(Dated(page, url with { Published = "7 December 2021" }), Is.EqualTo((new DateOnly(2021, 12, 7), PublishedBasis.Source)));
        Assert.That(Dated(page, url, new CleanOptions { Published = new(2021, 12, 8) }), Is.EqualTo((new DateOnly(2021, 12, 8), PublishedBasis.Source)));
    }

    [TestCase("<meta name='date' content='2019-05-03'>")]
    [TestCase("<meta name='parsely-pub-date' content='2019-05-03T10:00:00+02:00'>")]
    [TestCase("<meta name='sailthru.date' content='Fri, 03 May 2019 10:00:00 +0000'>")]
    [TestCase("<meta name='DC.date.issued' content='2019-05-03'>")]
    [TestCase("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2019-05-03T10:00:00Z\"}</script>")]
    [TestCase("<meta itemprop='datePublished' content='1556877600'>")]
    public void A_date_in_metadata(string head)
    {
        var page = $"<html><head>{head}</head><body><article><h1>Ministry Freezes Accounts</h1><p>The ministry said on Tuesday that it had frozen the accounts of four shipping firms in the port city.</p></article></body></html>";
        Assert.That(Dated(page, SourceHints.None), Is.EqualTo((new DateOnly(2019, 5, 3), PublishedBasis.Metadata)));
    }

    [Test]
    public void A_time_element_beside_the_headline_dates_the_page()
    {
        const string page = "<body><article><header><h1>Ministry Freezes Accounts</h1><time datetime='2019-05-03T10:00Z'>Friday</time></header><p>The ministry said on Tuesday that it had frozen the accounts of four shipping firms in the port city.</p></article></body>";
        Assert.That(Dated(page, SourceHints.None).Item1, Is.EqualTo(new DateOnly(2019, 5, 3)));
    }

    private static (DateOnly?, PublishedBasis) Dated(string page, SourceHints hints, CleanOptions? options = null)
    {
        var article = Cleaning.Html(page, hints, options).Single();
        return (article.Published, article.PublishedBasis);
    }

    [TestCase("<div class='timestamp'>Published: October 9, 1991</div>", "1991-10-09")]
    [TestCase("<div class='dt'>Wednesday, November 27, 1991</div>", "1991-11-27")]
    [TestCase("<time class='date'>10.04.2006</time>", "2006-04-10")]
    [TestCase("<div class='note'>October 9, 1991</div>", null)]
    [TestCase("<div class='updated'>October 9, 1991</div>", null)]
    public void A_line_beside_the_headline_that_is_named_as_a_date(string line, string? expected)
    {
        var page = $"<body><div><h1>Ministry Freezes Accounts</h1>{line}<p>The ministry said on Tuesday that it had frozen the accounts of four shipping firms in the port city.</p></div></body>";
        Assert.That(Cleaning.Html(page).Single().Published, Is.EqualTo(expected is null ? null : DateOnly.Parse(expected)));
    }
}
