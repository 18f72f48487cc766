using Extraction.Documents;
using Extraction.Training.Loop;

namespace Extraction.Tests.Training.Loop;

public sealed class ReviewedTrainingTests
{
    // The first letter is outside the basic plane: places are counted in code points.
    const string Text = "𝕊 Canada blacklisted Orlinka Shipping. Japan froze the assets of Tevzad Bank.\n\nNobody had looked at this.";
    const string Known = "Japan froze the assets of Tevzad Bank.";

    static Article Article => new("a.txt", 1, null, null, PublishedBasis.None, null, Text, [new(BlockKind.Paragraph, new(0, Text.IndexOf('\n', StringComparison.Ordinal))), new(BlockKind.Paragraph, new(Text.IndexOf("Nobody", StringComparison.Ordinal), Text.Length))]);

    static int[] Points(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal) - 1;
        return [start, start + words.Length];
    }

    [Test]
    public void Of_an_article_reviewed_in_part_only_the_reviewed_sentences_are_taught()
    {
        var cut = ReviewedTraining.Cut(Article, new(Reviewed.Article("a.txt", Text, whole: false, Points(Known)), []));
        Assert.That(cut.Blocks.Select(b => b.Range.Of(Text)), Is.EqualTo([Known]));
    }

    [Test]
    public void A_wholly_reviewed_article_is_taught_whole()
    {
        var article = Article;
        Assert.That(ReviewedTraining.Cut(article, new(Reviewed.Article("a.txt", Text, whole: true, Points(Known)), [])), Is.SameAs(article));
    }

    [Test]
    public void An_article_of_which_nothing_is_known_teaches_nothing() =>
        Assert.That(ReviewedTraining.Cut(Article, new(Reviewed.Article("a.txt", Text, whole: false), [])).Blocks, Is.Empty);
}
