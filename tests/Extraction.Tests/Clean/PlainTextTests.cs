using Extraction.Documents;

namespace Extraction.Tests.Clean;

internal sealed class PlainTextTests
{
    private const string First = "The ministry said on Tuesday that it had frozen the accounts of four shipping firms registered in the port city.";
    private const string Second = "A spokesman for the firms said that they would go to court, and that none of their vessels had carried the cargo.";

    [Test]
    public void Headline_and_paragraphs_are_blocks_of_the_source_text()
    {
        var source = $"Ministry Freezes Accounts Of Four Shipping Firms\n\n{First}\n\n{Second}\n";
        var article = Cleaning.Plain(source).Single();
        Assert.That(article.Title, Is.EqualTo("Ministry Freezes Accounts Of Four Shipping Firms"));
        Assert.That(article.Blocks.Select(block => block.Kind), Is.EqualTo((BlockKind[])[BlockKind.Title, BlockKind.Paragraph, BlockKind.Paragraph]));
        Assert.That(article.Text, Is.EqualTo(source.TrimEnd()));
    }

    [Test]
    public void A_brief_that_is_its_own_headline_is_read()
    {
        var brief = $"{First} {Second} The minister called the step overdue, and the owners said that they had learned of it from the wireless. Trade at the quays went on all the same, as it had on the day before, when nobody knew of it.";
        Assert.That(brief, Has.Length.GreaterThan(400));
        Assert.That(Cleaning.Plain(brief, new SourceHints { Title = brief }).Single().Words(), Is.EqualTo(brief));
    }

    [Test]
    public void Furniture_is_blanked_and_offsets_stay()
    {
        var source = $"Home | World | Politics\nMinistry Freezes Accounts Of Four Shipping Firms\nShare\nFacebook\n{First}\nRead more: Port Workers Go On Strike Over Pay\n{Second}\nRelated articles\nPort Workers Go On Strike Over Pay\n© 2021 The Harbour Post. All rights reserved.";
        var article = Cleaning.Plain(source).Single();
        Assert.That(article.Words(), Is.EqualTo($"{First}\n{Second}"));
        Assert.That(article.Text.IndexOf(Second, StringComparison.Ordinal), Is.EqualTo(source.IndexOf(Second, StringComparison.Ordinal)));
        Assert.That(article.Text, Does.Not.Contain("Read more"));
    }

    [TestCase("Marta J. Lindqvist, Secretary of State")]
    [TestCase("Penelope Wu, Minister for Foreign Affairs")]
    public void Who_speaks_above_a_statement_is_kept(string speaker)
    {
        var article = Cleaning.Plain($"Listing Of Four Shipping Firms\n\n{speaker}\n\n{First}\n\n{Second}\n").Single();
        Assert.That(article.Words(), Does.Contain(speaker));
    }

    [TestCase("Home | World | Politics")]
    [TestCase("Share on Facebook")]
    [TestCase("Facebook Twitter WhatsApp Email")]
    [TestCase("Advertisement")]
    [TestCase("Read more: Port Workers Go On Strike Over Pay")]
    [TestCase("ALSO READ | Port Workers Go On Strike Over Pay")]
    [TestCase("Sign up for our newsletter and get the best of the day in your inbox.")]
    [TestCase("This website uses cookies to improve your experience.")]
    [TestCase("With reporting by Reuters")]
    [TestCase("(Reporting by Ana Lopes; Editing by Tom Brook)")]
    [TestCase("© 2021 The Harbour Post. All rights reserved.")]
    [TestCase("A tanker lies at anchor off the port. (Photo: Lena Brandt/Reuters)")]
    [TestCase("FILE PHOTO: A tanker lies at anchor off the port")]
    [TestCase("The minister greets a guest at the port. September 27, 2020")]
    [TestCase("Image caption The minister at the port")]
    [TestCase("3 min read")]
    [TestCase("124 shares")]
    [TestCase("PORT WORKERS GO ON STRIKE OVER PAY IN THE SOUTH")]
    [TestCase("Ana Lopes is a reporter of The Harbour Post, covering shipping and trade since 2011.")]
    [TestCase("The port at dawn (Image: Harbour Guild)")]
    public void Furniture_is_no_article_text(string line)
    {
        var article = Cleaning.Plain($"Ministry Freezes Accounts Of Four Shipping Firms\n\n{First}\n\n{line}\n\n{Second}").Single();
        Assert.That(article.Words(), Is.EqualTo($"{First}\n{Second}"));
    }

    [TestCase("By Friday the ministry had frozen two more accounts.")]
    [TestCase("Sources close to the firms denied it.")]
    [TestCase("More than forty vessels were listed.")]
    [TestCase("He said no.")]
    [TestCase("Share prices of the firms fell by a third.")]
    [TestCase("Comments by the minister were not published until Monday, when a court lifted its order.")]
    [TestCase("Watch lists of the port authority were widened too.")]
    [TestCase("Read in full, the order names nine vessels.")]
    [TestCase("Reuters reported on Monday that the list would grow.")]
    [TestCase("Subscribers of the bulletin learnt of it first.")]
    [TestCase("Photos of the vessels were shown to the judge.")]
    public void A_short_paragraph_is_never_taken_for_furniture(string line)
    {
        var article = Cleaning.Plain($"Ministry Freezes Accounts Of Four Shipping Firms\n\n{First}\n\n{line}\n\n{Second}").Single();
        Assert.That(article.Words(), Does.Contain(line));
    }

    [Test]
    public void List_items_and_table_rows_are_article()
    {
        var source = $"Ministry Freezes Accounts Of Four Shipping Firms\n\n{First}\n\nThe listed persons are:\n• Ivan Petrov, head of the port\n• Lena Brandt\nVessel\tFlag\tYear\nMarlin\tPanama\t2004\n";
        var blocks = Cleaning.Plain(source).Single().Blocks;
        var text = source;
        Assert.That(blocks.Where(block => block.Kind == BlockKind.ListItem).Select(block => block.Range.Of(text)), Is.EqualTo((string[])["Ivan Petrov, head of the port", "Lena Brandt"]));
        Assert.That(blocks.Count(block => block.Kind == BlockKind.TableRow), Is.EqualTo(2));
    }

    [Test]
    public void Lines_under_a_colon_are_a_list_though_they_look_like_labels_or_headlines()
    {
        var article = Cleaning.Plain($"Ministry Freezes Accounts Of Four Shipping Firms\n\n{First}\n\nThe order names sectors and persons:\nFinance\nMedia\nIvan Petrov, head of the port authority of the capital\nLena Brandt, deputy minister of transport and trade\n\n{Second}").Single();
        Assert.That(article.Words(), Does.Contain("Finance\nMedia\nIvan Petrov, head of the port authority of the capital\nLena Brandt, deputy minister of transport and trade\n"));
    }

    [Test]
    public void Lines_cut_at_a_column_are_one_paragraph()
    {
        const string source = """
            Ministry Freezes Accounts

            The ministry said on Tuesday that it had frozen the accounts of four
            shipping firms registered in the port city. The firms, which own nine
            vessels between them, had carried cargo for a company that has been on
            the list since last year, it said.

            A spokesman for the firms said that they would go to court, and that
            none of their vessels had carried the cargo.
            """;
        var article = Cleaning.Plain(source).Single();
        Assert.That(article.Blocks.Count(block => block.Kind == BlockKind.Paragraph), Is.EqualTo(2));
        Assert.That(article.Title, Is.EqualTo("Ministry Freezes Accounts"));
    }

    [TestCase("Harbour City Wakes To Quiet Port After Long Strike | Harbour Post\n\nHarbour City Wakes To Quiet Port After Long Strike")]
    [TestCase("Harbour Post\nWorld News\nHarbour City Wakes To Quiet Port After Long Strike\nBy Ana Lopes\n")]
    [TestCase("Harbour City Wakes To Quiet Port After Long Strike - Harbour Post")]
    public void Title_stands_without_outlet(string head)
    {
        Assert.That(Cleaning.Plain($"{head}\n\n{First}\n\n{Second}").Single().Title, Is.EqualTo("Harbour City Wakes To Quiet Port After Long Strike"));
    }

    [Test]
    public void A_headline_in_capitals_is_the_title()
    {
        Assert.That(Cleaning.Plain($"MINISTRY FREEZES ACCOUNTS OF FOUR SHIPPING FIRMS\n\n{First}\n\n{Second}").Single().Title, Is.EqualTo("MINISTRY FREEZES ACCOUNTS OF FOUR SHIPPING FIRMS"));
    }

    [Test]
    public void Without_a_headline_there_is_no_title()
    {
        Assert.That(Cleaning.Plain($"{First}\n\n{Second}").Single().Title, Is.Null);
    }

    [Test]
    public void The_place_line_is_not_part_of_the_first_paragraph()
    {
        var article = Cleaning.Plain($"Ministry Freezes Accounts Of Four Firms\n\nGENEVA, July 31, 2019 (Reuters) – {First}\n\n{Second}").Single();
        Assert.That(article.Words(), Does.StartWith(First));
        Assert.That(article.Published, Is.EqualTo(new DateOnly(2019, 7, 31)));
    }

    [Test]
    public void A_list_under_a_first_paragraph_that_ends_in_a_colon_is_article()
    {
        var source = $"""
            Ministry freezes accounts of four firms

            Four owners of shipping firms have today lost their accounts in the port city. The four are:

            Marek Olander, known at sea as "Kestrel"
            Ines Tavora
            Pablo Quiroga Lund;
            Oda Brekke, who keeps the books

            {Second}
            """;
        Assert.That(Cleaning.Plain(source).Single().Words(), Does.Contain("known at sea").And.Contain("Ines Tavora").And.Contain("Quiroga Lund").And.Contain("Oda Brekke"));
    }

    [TestCase("(2) Individuals (4): Marek Olander; Ines Tavora; Pablo Quiroga Lund; Oda Brekke")]
    [TestCase("II. Enterprises: Kestrel Marine Services; Tavora Offshore Supply; Lund Cable Works")]
    [TestCase("CHON SAM 7, IMO 9912345 — Port Entry Ban And Deflag For One Year")]
    [TestCase("QDi.871 Name: 1: MAREK 2: OLANDER 3: TAVORA 4: na")]
    [TestCase("Marek OLANDER, commissioner of the port\nInes Tavora Lund, secretary for trade and shipping\nOda Brekke, his predecessor, under whom 40 crews were let go")]
    public void Lines_of_a_list_are_no_headlines(string lines)
    {
        var article = Cleaning.Plain($"Ministry Freezes Accounts Of Four Shipping Firms\n\n{First}\n\n{lines}\n\n{Second}").Single();
        Assert.That(article.Words(), Is.EqualTo($"{First}\n{lines}\n{Second}"));
    }
}
