using Extraction.Documents;

namespace Extraction.Tests.Clean;

internal sealed class PlainMarksTests
{
    private const string Title = "Ministry Freezes Accounts Of Four Shipping Firms";
    private const string First = "The ministry said on Tuesday that it had frozen the accounts of Harbour Lines and of three firms that Ana Lopes owns.";
    private const string Second = "A spokesman for the firms said that they would go to court, and that none of their vessels had carried the cargo.";

    private static string Read(string source)
    {
        var article = Cleaning.Plain(source).Single();
        return string.Join("\n", article.Blocks.Where(block => block.Kind != BlockKind.Title).Select(block => Words.Clean(block.Range.SpanOf(article.Text))));
    }

    [TestCase("The firm&#39;s owner, Ana Lopes, called the step &quot;absurd&quot; on Tuesday.", "The firm's owner, Ana Lopes, called the step \"absurd\" on Tuesday.")]
    [TestCase("It called Harbour&nbsp;Lines &amp; Sons &ldquo;a front&rdquo; on Tuesday, and fined it.", "It called Harbour Lines & Sons “a front” on Tuesday, and fined it.")]
    [TestCase("Jos&eacute; Lopes, whose accounts were frozen too, said nothing at all on Tuesday.", "José Lopes, whose accounts were frozen too, said nothing at all on Tuesday.")]
    [TestCase("The accounts of [Ana Lopes](https://example.org/ana-lopes)'s firms were frozen on Tuesday.", "The accounts of Ana Lopes's firms were frozen on Tuesday.")]
    [TestCase("The accounts of **Ana Lopes** and of *Harbour Lines* were worth \\$5 million on Tuesday.", "The accounts of Ana Lopes and of Harbour Lines were worth $5 million on Tuesday.")]
    [TestCase("![the port](https://example.org/port.jpg) The **accounts** of Ana Lopes were frozen on Tuesday.", "The accounts of Ana Lopes were frozen on Tuesday.")]
    [TestCase("The file harbour_lines_2021 and 5 * 4 * 3 & 2 were named in the order of the ministry.", "The file harbour_lines_2021 and 5 * 4 * 3 & 2 were named in the order of the ministry.")]
    public void Entities_and_Markdown_are_no_words(string written, string read) =>
        Assert.That(Read($"{Title}\n\n{First}\n\n{written}\n"), Is.EqualTo($"{First}\n{read}"));

    [Test]
    public void Offsets_stay_behind_marks()
    {
        var source = $"# {Title}\n\nThe ministry&rsquo;s list names **Ana Lopes** and [Harbour Lines](https://example.org/lines) as owners of the vessels.\n\n{Second}\n";
        var article = Cleaning.Plain(source).Single();
        foreach (var name in (string[])["Ana Lopes", "Harbour Lines", Second])
            Assert.That(article.Text.IndexOf(name, StringComparison.Ordinal), Is.EqualTo(source.IndexOf(name, StringComparison.Ordinal)), name);
        Assert.That(article.Title, Is.EqualTo(Title));
    }

    [Test]
    public void Of_the_header_of_a_static_page_title_and_date_count()
    {
        var article = Cleaning.Plain($"---\nlayout: post\ntitle: \"{Title}\"\ndate: 2021-03-04\ntags: [port, ships]\n---\n\n{First}\n\n{Second}\n").Single();
        Assert.That(article.Title, Is.EqualTo(Title));
        Assert.That(article.Published, Is.EqualTo(new DateOnly(2021, 3, 4)));
        Assert.That(article.Words(), Is.EqualTo($"{First}\n{Second}"));
    }

    [Test]
    public void Text_between_two_rules_is_no_header() => Assert.That(Read($"---\n{Title}\n\n{First}\n---\n{Second}\n"), Is.EqualTo($"{First}\n{Second}"));

    [TestCase("__a ")]
    [TestCase("**a ")]
    [TestCase("[a](/")]
    [TestCase("![a](/")]
    [TestCase("&quot;&lt;")]
    [TestCase("con-\ntent ")]
    [TestCase("a\n\n\n")]
    public void Marks_without_end_take_no_time(string mark)
    {
        var source = string.Concat(Enumerable.Repeat(mark, 300_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            Cleaning.Plain($"# {Title}\n\n{First}\n\n{source}");
        }
        catch (DocumentException)
        {
            // Too much work for one page, which is found out soon.
        }
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public void Quoted_mail_is_read_without_its_signs() => Assert.That(Read($"> {Title}\n>\n> {First}\n>\n>> {Second}\n"), Is.EqualTo($"{First}\n{Second}"));

    [Test]
    public void A_sentence_goes_on_on_the_next_page() =>
        Assert.That(Read($"{Title}\n\n{First[..60]}\n\nPage 2 of 6\n\n{First[61..]}\n\n{Second}\n"), Is.EqualTo($"{First}\n{Second}"));

    [TestCase("the ministry said that its govern-\nment had frozen them", "the ministry said that its government had frozen them")]
    [TestCase("a long-term plan, the minister said, that is long-\nterm and so on", "a long-term plan, the minister said, that is long-term and so on")]
    [TestCase("militias that are Iran-\nbacked, and their firms", "militias that are Iran-backed, and their firms")]
    [TestCase("the anti-\nterror law of the year before that names them", "the anti-terror law of the year before that names them")]
    public void Words_that_a_line_divides_are_whole(string written, string read) =>
        Assert.That(Read($"{Title}\n\nIn a letter of eleven pages {written}.\n\n{Second}\n"), Does.StartWith($"In a letter of eleven pages {read}."));

    [TestCase(44)]
    [TestCase(78)]
    public void Lines_cut_at_a_column_with_a_blank_line_behind_each_are_one_paragraph(int column)
    {
        var words = $"{First} {Second} {First} {Second} {First} {Second}";
        Assert.That(Read($"{Title}\n\n{string.Join("\n\n", Cut(words, column))}\n"), Is.EqualTo(words));
    }

    [Test]
    public void Short_lines_of_prose_are_one_paragraph_and_names_are_lines()
    {
        var paragraph = string.Join("\n", Cut($"{First} {Second}", 40));
        Assert.That(Read($"Four Firms Lose Their Accounts\n\n{paragraph}\n\n{paragraph}\n"), Is.EqualTo($"{First} {Second}\n{First} {Second}"));
        var names = (string[])["Harbour Lines Shipping Company Limited", "Lopes Brothers Stevedoring & Sons Inc", "Quay House Trading Corporation of Iona", "North Mole Chandlers and Ropemakers Co"];
        Assert.That(Read($"{Title}\n\nThese firms were listed by the ministry on Tuesday:\n{string.Join("\n", names)}\n\n{Second}\n"), Does.Contain(string.Join("\n", names)));
    }

    [Test]
    public void A_numbered_paragraph_is_prose_and_a_numbered_name_an_item()
    {
        var article = Cleaning.Plain($"{Title}\n\n{First}\n\n1. {First} {Second}\n\n2. {Second} {First}\n\nThe firms are these:\n1. Harbour Lines\n2. Lopes Brothers\n").Single();
        Assert.That(article.Blocks.Select(block => block.Kind), Is.EqualTo((BlockKind[])[BlockKind.Title, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem]));
    }

    private static IEnumerable<string> Cut(string text, int column)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > column)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }
        yield return line;
    }
}
