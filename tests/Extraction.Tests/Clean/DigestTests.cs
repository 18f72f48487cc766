using System.Text;

namespace Extraction.Tests.Clean;

internal sealed class DigestTests
{
    private static readonly (string Title, string Lead)[] Stories =
    [
        ("Harbour Union Calls Off Strike After Night Of Talks", "The harbour union called off its strike on Monday after talks that went on through the night, its leader said."),
        ("Minister Says Grain Exports Will Resume Next Week", "Grain exports will resume next week from all three ports, the minister of agriculture told reporters on Monday."),
        ("Court Frees Editor Of Banned Weekly On Bail", "A court on Monday freed the editor of a weekly that was banned in March, setting bail at ten thousand crowns."),
        ("Army Denies Reports Of Clashes Near Northern Border", "The army denied that there had been clashes near the northern border, where villagers reported gunfire on Sunday."),
    ];

    private const string More = "Officials did not say more about it, but two people who know of the matter said that a decision could come soon.";

    [Test]
    public void A_digest_is_split_at_its_headlines()
    {
        var articles = Cleaning.Plain(string.Join("\n\n", Stories.Select(story => $"{story.Title}\n\n{story.Lead}\n\n{More}")));
        Assert.That(articles.Select(article => article.Title), Is.EqualTo(Stories.Select(story => story.Title)));
        Assert.That(articles.Select(article => article.Number), Is.EqualTo((int[])[1, 2, 3, 4]));
        Assert.That(articles.Select(article => article.Words()), Is.EqualTo(Stories.Select(story => $"{story.Lead}\n{More}")));
    }

    [Test]
    public void Articles_of_a_digest_are_dated_by_their_own_words()
    {
        var articles = Cleaning.Plain(string.Join("\n\n", Stories.Select((story, i) => $"{story.Title}\nPosted on: {i + 3} May 2019\n\n{story.Lead}\n\n{More}")));
        Assert.That(articles.Select(article => article.Published), Is.EqualTo(Enumerable.Range(3, 4).Select(day => (DateOnly?)new DateOnly(2019, 5, day))));
    }

    [Test]
    public void Items_that_close_with_their_source_are_no_captions()
    {
        var items = Stories.Select((story, i) => $"{story.Lead} {(i % 2 == 0 ? "(Reuters)" : "(AP) (Northern Courier)")}").ToList();
        var article = Cleaning.Plain("2019 May 3\n\nBusiness and economy\n" + string.Join('\n', items.Select(item => "• " + item)) + "\n• Photo: dockers vote on Monday. (Reuters)\n").Single();
        foreach (var item in items)
            Assert.That(article.Text, Does.Contain(item));
        Assert.That(article.Text, Does.Not.Contain("dockers vote"));
    }

    [TestCase(" (Reuters)")]
    [TestCase(" (AP) (Northern Courier)")]
    [TestCase(" [Reuters]")]
    [TestCase(" —AP")]
    [TestCase(" - AFP")]
    [TestCase("[1]")]
    [TestCase("[2][3]")]
    [TestCase(" ENDS")]
    [TestCase(" ■")]
    [TestCase(" (jd/pm)")]
    [TestCase(" - Northern Courier")]
    [TestCase(" Read more")]
    [TestCase("... [+1234 chars]")]
    public void A_paragraph_with_a_mark_behind_its_last_stop_is_article(string mark)
    {
        var story = $"{Stories[0].Title}\n\n{Stories[0].Lead}\n\n{Stories[1].Lead}{mark}\n\n{Stories[2].Lead}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Cleaning.Plain(story).Single().Text, Does.Contain(Stories[1].Lead), "in the middle");
            Assert.That(Cleaning.Plain($"{Stories[1].Title}\n\n{Stories[1].Lead}{mark}\n").Single().Text, Does.Contain(Stories[1].Lead), "alone");
            Assert.That(Cleaning.Plain($"{Stories[0].Title}\n\n{Stories[0].Lead}\n\n{Stories[1].Lead}{mark}\n").Single().Text, Does.Contain(Stories[1].Lead), "last");
        }
    }

    [TestCase("The ministers greet their guests at the harbour gate on Monday morning. (AP Photo)")]
    [TestCase("The ministers greet their guests at the harbour gate on Monday morning. (Getty Images)")]
    [TestCase("The ministers greet their guests at the harbour gate on Monday morning. (Photo: Lena Brandt/Reuters)")]
    public void A_caption_is_none(string caption) =>
        Assert.That(Cleaning.Plain($"{Stories[0].Title}\n\n{Stories[0].Lead}\n\n{caption}\n\n{Stories[2].Lead}").Single().Text, Does.Not.Contain("greet"));

    [Test]
    public void A_live_page_is_split_at_its_time_stamps()
    {
        var page = new StringBuilder("Live: storm reaches the coast\n\nThe storm reached the northern coast on Monday morning, the weather office said in its latest bulletin to mariners.\n\n");
        foreach (var (title, lead) in Stories)
            page.Append("10:32 GMT\n").Append(title).Append('\n').Append(lead).Append("\n\n");
        Assert.That(Cleaning.Plain(page.ToString()).Skip(1).Select(article => article.Title), Is.EqualTo(Stories.Select(story => story.Title)));
    }

    [Test]
    public void Subheadings_do_not_split_an_article()
    {
        var page = $"Harbour Union Calls Off Strike After Night Of Talks\n\n{Stories[0].Lead}\n\nWhat Was Agreed\n\n{More}\n\nA Long Night of Talks at the Ministry\n\nThe two sides met at nine in the evening and parted at five, and nobody had slept, one of them said.\n\nWhat Happens Next?\n\n{More}";
        Assert.That(Cleaning.Plain(page), Has.Count.EqualTo(1));
    }

    [Test]
    public void Questions_of_an_interview_do_not_split_it()
    {
        var page = "Harbour Union's Leader Speaks About The Long Strike\n\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"What did the union's leader think of offer number {i} of the harbour?\n\nThe union's leader thought that offer number {i} of the harbour was not worth a strike, and said so to everybody who asked.\n\n"));
        Assert.That(Cleaning.Plain(page), Has.Count.EqualTo(1));
    }

    [Test]
    public void Headlines_in_sentence_case_split_a_digest_too()
    {
        var articles = Cleaning.Plain(string.Join("\n\n", Stories.Select(story => $"{story.Title[0]}{story.Title[1..].ToLowerInvariant()}\n\n{story.Lead}\n\n{More}")));
        Assert.That(articles, Has.Count.EqualTo(4));
    }

    [Test]
    public void A_headline_of_another_article_amid_the_text_does_not_split_it_and_is_left_out()
    {
        var page = $"Harbour Union Calls Off Strike After Night Of Talks\n\n{Stories[0].Lead}\n\nArmy Denies Reports Of Clashes Near Northern Border\n\nThe talks were led by a retired judge whom both sides had known for years, according to the union's leader.\n\n{More}";
        var article = Cleaning.Plain(page).Single();
        Assert.That(article.Words(), Does.Not.Contain("Army Denies"));
    }

    [Test]
    public void Splitting_can_be_switched_off()
    {
        var page = string.Join("\n\n", Stories.Select(story => $"{story.Title}\n\n{story.Lead}\n\n{More}"));
        Assert.That(Cleaning.Plain(page, options: new() { SplitPages = false }), Has.Count.EqualTo(1));
    }
}
