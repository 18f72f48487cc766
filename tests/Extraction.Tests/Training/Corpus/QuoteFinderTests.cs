using Extraction.Documents;
using Extraction.Training.Corpus;

namespace Extraction.Tests.Training.Corpus;

public class QuoteFinderTests
{
    [TestCase("He said “no deal” then", "\"no deal\"", "“no deal”")]
    [TestCase("Iran’s\n  oil\u00A0minister", "Iran's oil minister", "Iran’s\n  oil\u00A0minister")]
    [TestCase("the govern\u00ADment fell", "government", "govern\u00ADment")]
    [TestCase("2019–2020 talks", "2019-2020", "2019–2020")]
    [TestCase("SANCTIONS ON IRAN", "sanctions on Iran", "SANCTIONS ON IRAN")]
    [TestCase("it ended.The Treasury acted", "The Treasury", "The Treasury")]
    [TestCase("😀 flag 😀", "flag 😀", "flag 😀")]
    [TestCase("the Iranian bank, Iran said", "Iran", "Iran")]
    public void A_quote_is_found_as_it_stands(string text, string quote, string found) =>
        Assert.That(new QuoteFinder(text).Find(quote)!.Value.Of(text), Is.EqualTo(found));

    [Test]
    public void The_beginning_of_a_word_is_the_last_resort()
    {
        Assert.That(new QuoteFinder("Iranian oil").Find("Iran"), Is.EqualTo(new TextRange(0, 4)));
        Assert.That(new QuoteFinder("Iranian oil").Find("oi"), Is.EqualTo(new TextRange(8, 10)));
        Assert.That(new QuoteFinder("Iranian oil").Find("anian"), Is.Null);
    }

    [Test]
    public void The_case_as_written_comes_first()
    {
        const string text = "TREASURY ACTS. The Treasury acts";
        Assert.That(new QuoteFinder(text).FindAll("Treasury"), Is.EqualTo(new[] { new TextRange(19, 27) }));
    }

    [Test]
    public void The_nearest_place_is_taken()
    {
        const string text = "Iran. Long words between. Iran and more. Iran";
        Assert.That(new QuoteFinder(text).Nearest("Iran", new TextRange(20, 40)), Is.EqualTo(new TextRange(26, 30)));
        Assert.That(new QuoteFinder(text).Nearest("Iran", new TextRange(5, 10)), Is.EqualTo(new TextRange(0, 4)));
    }

    [Test]
    public void An_empty_quote_is_nowhere() => Assert.That(new QuoteFinder("text").Find(" "), Is.Null);
}
