using Extraction.Training.Loop;

namespace Extraction.Tests.Training.Loop;

public sealed class ReviewedReaderTests
{
    const string Text = "Talks went on for hours.\n\nCanada blacklisted Orlinka Shipping on Tuesday.\n";
    const string Sentence = "Canada blacklisted Orlinka Shipping on Tuesday.";
    readonly TempFolder folder = new();

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    static string[] Faults(params string[] files) => [.. Assert.Throws<ReviewedException>(() => ReviewedReader.Read(files))!.Faults];

    [Test]
    public void Records_come_with_their_articles_and_an_article_without_a_record_counts()
    {
        var file = Reviewed.Write(folder, "good", [Reviewed.Record("a.txt", Text, Sentence, "Canada", "Orlinka Shipping")], [Reviewed.Article("a.txt", Text), Reviewed.Article("b.txt", "No sanctions here.")]);
        Assert.That(ReviewedReader.Read([file]).Select(a => (a.Line.DocumentId, a.Records.Length)), Is.EqualTo([("a.txt", 1), ("b.txt", 0)]));
    }

    [Test]
    public void Without_the_articles_it_says_how_to_get_them()
    {
        var file = folder.Write("alone.jsonl", "");
        Assert.That(Faults(file).Single(), Does.Contain("alone.articles.jsonl: no such file").And.Contain("review export"));
    }

    [Test]
    public void A_record_of_an_unknown_document_is_named()
    {
        var file = Reviewed.Write(folder, "unknown", [Reviewed.Record("elsewhere.txt", Text, Sentence, "Canada", "Orlinka Shipping")], [Reviewed.Article("a.txt", Text)]);
        Assert.That(Faults(file).Single(), Does.Contain("elsewhere.txt, article 1: its text is not in"));
    }

    [Test]
    public void An_article_without_text_is_named()
    {
        var file = Reviewed.Write(folder, "empty", [], [Reviewed.Article("a.txt", " ")]);
        Assert.That(Faults(file).Single(), Does.EndWith("a.txt has no text"));
    }

    [Test]
    public void Evidence_that_is_not_in_the_text_shows_that_it_is_another_text()
    {
        var file = Reviewed.Write(folder, "other", [Reviewed.Record("a.txt", Text, Sentence, "Canada", "Orlinka Shipping")], [Reviewed.Article("a.txt", "Quite another page.")]);
        Assert.That(Faults(file).Single(), Does.Contain("is not in its text; is it the text that was reviewed?"));
    }

    [Test]
    public void The_same_article_in_two_files_is_refused()
    {
        var first = Reviewed.Write(folder, "first", [], [Reviewed.Article("a.txt", Text)]);
        var second = Reviewed.Write(folder, "second", [], [Reviewed.Article("a.txt", Text)]);
        Assert.That(Faults(first, second).Single(), Does.Contain("a.txt is in another reviewed file"));
    }

    [Test]
    public void Lines_that_are_none_are_all_named()
    {
        var file = folder.Write("broken.jsonl", "{\"actor\":\"Canada\"}\n");
        folder.Write("broken.articles.jsonl", "{\"document_id\":\"a.txt\"}\nnot json\n");
        foreach (var place in (string[])["broken.jsonl:1:", "broken.articles.jsonl:1:", "broken.articles.jsonl:2:"])
            Assert.That(Faults(file), Has.One.Contains(place));
    }
}
