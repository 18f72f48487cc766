using System.Text;
using Extraction.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Extraction.Tests.Clean;

/// <summary>What holds for the blocks of every page, however strange.</summary>
internal sealed class BlockPropertyTests
{
    private static readonly string[] Pieces =
    [
        "Minister Says Grain Exports Will Resume Next Week", "Grain exports will resume next week from all three ports, the minister of agriculture told reporters.",
        "Share", "Read more: A headline", "By Ana Lopes", "Posted on: 3 May 2019", "10:32 GMT", "* * *", "• Ivan Petrov, head of the port", "\t", "   ", "", "\u00A0", "Most read",
        "GENEVA, July 31 (Reuters) – The court sat until nine in the evening and rose without a word.", "a\tb\tc", "Comments", "\uFEFFx", "😀 𝒳 e\u0301", "lower case goes on", "...", "—",
        "The two sides met at nine and parted at five, and nobody had slept, one of them said to the waiting", "reporters outside.",
    ];

    private static readonly string[] Breaks = ["\n", "\n\n", "\r\n", "\r", "\n\n\n", "\u2028", " "];

    private static readonly Arbitrary<string> Pages = Gen.Elements(Pieces).SelectMany(piece => Gen.Elements(Breaks).Select(end => piece + end)).ArrayOf().Select(string.Concat).ToArbitrary();

    [Test]
    public void Blocks_are_in_order_and_inside_the_text() =>
        Prop.ForAll(Pages, page => Cleaned(page, BodyFormat.PlainText).All(InOrder) && Cleaned(page, BodyFormat.Html).All(InOrder)).Hold();

    [Test]
    public void Every_block_of_a_plain_text_is_the_sources_own_characters() =>
        Prop.ForAll(Pages, page => Cleaned(page, BodyFormat.PlainText).All(article => article.Blocks.All(block => block.Range.Of(article.Text) == block.Range.Of(Decoded(page))))).Hold();

    [Test]
    public void What_is_in_no_block_is_blank() =>
        Prop.ForAll(Pages, page => Cleaned(page, BodyFormat.PlainText).All(OnlyBlanksBetween)).Hold();

    [Test]
    public void No_character_belongs_to_two_articles() =>
        Prop.ForAll(Pages, page => InOrder(Cleaned(page, BodyFormat.PlainText).SelectMany(article => article.Blocks))).Hold();

    [Test]
    public void Blocks_begin_and_end_with_a_character_that_is_seen() =>
        Prop.ForAll(Pages, page => Cleaned(page, BodyFormat.PlainText).All(article => article.Blocks.All(block => !char.IsWhiteSpace(article.Text[block.Range.Start]) && !char.IsWhiteSpace(article.Text[block.Range.End - 1])))).Hold();

    private static string Decoded(string page) => page.StartsWith('\uFEFF') ? page[1..] : page;

    private static bool InOrder(Article article) => InOrder(article.Blocks) && (article.Blocks.IsEmpty || article.Blocks[^1].Range.End == article.Text.Length);

    private static bool InOrder(IEnumerable<Block> blocks)
    {
        var position = 0;
        foreach (var block in blocks)
        {
            if (block.Range.Start < position || block.Range.IsEmpty)
                return false;
            position = block.Range.End;
        }
        return true;
    }

    private static bool OnlyBlanksBetween(Article article)
    {
        var position = 0;
        foreach (var block in article.Blocks)
        {
            if (!string.IsNullOrWhiteSpace(article.Text[position..block.Range.Start]))
                return false;
            position = block.Range.End;
        }
        return position == article.Text.Length;
    }

    private static IReadOnlyList<Article> Cleaned(string page, BodyFormat format)
    {
        try
        {
            return Cleaning.Bytes(Encoding.UTF8.GetBytes(page), format);
        }
        catch (DocumentException failure) when (failure.Code is "clean/empty" or "clean/no-body")
        {
            return [];
        }
    }
}
