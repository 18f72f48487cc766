using Extraction.Documents;

namespace Extraction.Tests.Clean;

internal sealed class HtmlTests
{
    private const string First = "The ministry said on Tuesday that it had frozen the accounts of four shipping firms registered in the port city.";
    private const string Second = "A spokesman for the firms said that they would go to court, and that none of their vessels had carried the cargo.";

    private const string Page = $"""
        <!doctype html><html><head><title>Ministry freezes accounts of four firms | Harbour Post</title><script>var p = "<p>not text</p>";</script></head>
        <body class="has-sidebar"><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
        <div class="wrap"><main><article><h1>Ministry freezes accounts of four firms</h1><div class="byline">By Ana Lopes</div>
        <figure><img src="a.jpg"><figcaption>A tanker off the port of a far country</figcaption></figure>
        <div class="entry-content"><p>{First}</p><aside><p>Also on this site: a long teaser text for another story of the day.</p></aside>
        <div class="share-buttons"><a href="#">Facebook</a></div><p>{Second}</p>
        <ul><li>Ivan Petrov, head of the port</li><li>Lena Brandt &amp; Sons</li></ul>
        <table><tr><th>Vessel</th><th>Flag</th></tr><tr><td>Marlin</td><td>Panama</td></tr></table>
        <h2>Related stories</h2><ul><li><a href="/x">Port workers go on strike over pay in the south</a></li></ul></div></article></main>
        <div id="comments"><h3>3 comments</h3><p>I do not believe a word of what the ministry says about the firms, and nobody else does.</p></div>
        </div><footer><p>© 2021 Harbour Post</p></footer></body></html>
        """;

    [Test]
    public void The_body_is_found_among_its_surroundings()
    {
        var article = Cleaning.Html(Page).Single();
        Assert.That(article.Title, Is.EqualTo("Ministry freezes accounts of four firms"));
        Assert.That(article.Words(), Is.EqualTo($"{First}\n{Second}\nIvan Petrov, head of the port\nLena Brandt & Sons\nVessel | Flag\nMarlin | Panama"));
    }

    [Test]
    public void Kinds_of_blocks_come_from_the_markup()
    {
        var kinds = Cleaning.Html(Page).Single().Blocks.Select(block => block.Kind);
        Assert.That(kinds, Is.EqualTo((BlockKind[])[BlockKind.Title, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem, BlockKind.TableRow, BlockKind.TableRow]));
    }

    [Test]
    public void Paragraphs_in_boxes_of_their_own_are_one_body()
    {
        var page = "<body><h1>Ministry freezes accounts of four firms</h1>" + string.Concat(new[] { First, Second, First }.Select(text => $"<div><div><div><p>{text}</p></div></div></div>")) + "</body>";
        Assert.That(Cleaning.Html(page).Single().Words(), Is.EqualTo($"{First}\n{Second}\n{First}"));
    }

    [TestCase("Ivan Petrov<sup>1</sup>")]
    [TestCase("Ivan Petrov<sup>[a]</sup>")]
    [TestCase("Ivan Petrov<sup>®</sup>")]
    [TestCase("Ivan Petrov<span class=\"sr-only\"> (opens in a new tab)</span>")]
    [TestCase("<del>Oleg Smirnov</del>Ivan Petrov")]
    public void Marks_beside_a_name_are_no_part_of_it(string name) =>
        Assert.That(Cleaning.Html($"<body><p>{First}</p><p>The order names {name}, and nobody else.</p><p>{Second}</p></body>").Single().Words(), Does.Contain("The order names Ivan Petrov, and nobody else."));

    [Test]
    public void What_is_raised_and_no_mark_is_text() =>
        Assert.That(Cleaning.Html($"<body><p>{First}</p><p>It is the 12<sup>th</sup> such order.</p><p>{Second}</p></body>").Single().Words(), Does.Contain("the 12th such order"));

    [Test]
    public void Names_in_a_list_may_be_links_where_a_sentence_introduces_them()
    {
        const string List = "<ul><li><a href='/a'>Ivan Petrov</a></li><li><a href='/b'>Lena Brandt and Sons</a></li></ul>";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Cleaning.Html($"<body><article><p>{First}</p><p>{Second}</p><p>The order of the ministry names these persons and firms:</p>{List}</article></body>").Single().Words(), Does.Contain("Ivan Petrov\nLena Brandt and Sons"));
            Assert.That(Cleaning.Html($"<body><article><p>{First}</p><p>{Second}</p><p>Related:</p>{List}</article></body>").Single().Words(), Does.Not.Contain("Lena"));
        }
    }

    [Test]
    public void A_line_break_behind_a_small_word_is_typesetting()
    {
        var page = Cleaning.Html($"<body><p>{First}</p><p>The order that was signed on Friday freezes the assets of<br>Ivan Petrov and Lena Brandt, its authors said.</p><p>{Second}</p></body>").Single();
        Assert.That(page.Words(), Does.Contain("freezes the assets of Ivan Petrov"));
    }

    [Test]
    public void Articles_side_by_side_are_articles()
    {
        var page = "<body>" + string.Concat(new[] { "North", "South" }.Select(place =>
            $"<article><h2>Port of the {place} reopens after strike</h2><p>{First} {place}.</p><p>{Second}</p><p>{First}</p><p>{Second}</p></article>")) + "</body>";
        var articles = Cleaning.Html(page);
        Assert.That(articles.Select(article => article.Title), Is.EqualTo((string[])["Port of the North reopens after strike", "Port of the South reopens after strike"]));
        Assert.That(articles[1].Text, Does.Not.Contain("North"));
    }

    [Test]
    public void Breaks_part_paragraphs_and_names()
    {
        var text = Cleaning.Html($"<body><div>{First}<br><br>{Second}<br>Those listed are:<br>Ivan Petrov<br>Lena Brandt<br>{First}</div></body>").Single();
        Assert.That(text.Words().Split('\n'), Does.Contain("Ivan Petrov").And.Contain(First).And.Contain(Second));
    }

    [Test]
    public void Entities_and_inline_markup_leave_words_whole()
    {
        var article = Cleaning.Html($"<body><p>The <b>Treas</b>ury &ldquo;froze&rdquo; the&nbsp;assets of <a href='/x'>Ivan Petrov</a>, who runs four shipping firms in the port city.</p><p>{Second}</p></body>").Single();
        Assert.That(article.Words(), Does.StartWith("The Treasury “froze” the assets of Ivan Petrov, who"));
    }

    [Test]
    public void A_page_without_tree_gives_its_paragraphs()
    {
        var issues = new IssueList();
        var article = Cleaning.Html(Page, options: new() { MaxTreeCharacters = 1_000 }, issues: issues).Single();
        Assert.That(article.Words(), Does.Contain(First).And.Contain(Second).And.Not.Contain("not text"));
        Assert.That(issues.Issues.Single().Code, Is.EqualTo("clean/unwieldy-page"));
    }

    [Test]
    public void A_standfirst_above_the_bodys_element_is_kept()
    {
        var article = Cleaning.Html($"<body><article><header><h1>Ministry freezes accounts</h1><div class='teaser'><p>{First}</p></div></header><div class='article-body'><p>{Second}</p><p>{Second} Again.</p></div></article></body>").Single();
        Assert.That(article.Words(), Does.StartWith(First));
    }

    [Test]
    public void A_body_cut_into_elements_of_one_name_is_whole()
    {
        var article = Cleaning.Html($"<body><div class='page'><div class='text-block article-text'><p>{First}</p><p>{First} One.</p></div><div class='ad'>Buy it now</div><div class='text-block article-text'><p>{Second}</p><p>{Second} Two.</p></div></div></body>").Single();
        Assert.That(article.Words(), Does.Contain(First).And.Contain(Second).And.Not.Contain("Buy"));
    }

    [Test]
    public void Soft_hyphens_are_dropped()
    {
        Assert.That(Cleaning.Html($"<body><p>The minis&shy;try {First}</p></body>").Single().Text, Does.StartWith("The ministry"));
    }

    [Test]
    public void A_list_of_names_in_bare_elements_after_a_colon_is_kept()
    {
        var article = Cleaning.Html($"<body><article><p>{First}</p><p>Those listed are:</p><div>Ivan Petrov</div><div>Lena Brandt</div><p>{Second}</p></article></body>").Single();
        Assert.That(article.Words(), Does.Contain("Ivan Petrov\nLena Brandt"));
    }
}
