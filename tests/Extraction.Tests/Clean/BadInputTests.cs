using System.Diagnostics;
using System.Text;
using Extraction.Clean;
using Extraction.Documents;

namespace Extraction.Tests.Clean;

internal sealed class BadInputTests
{
    private const string Sentence = "The ministry said on Tuesday that it had frozen the accounts of four shipping firms registered in the port city.";

    [TestCase("")]
    [TestCase(" \r\n\t ")]
    [TestCase("\0\0\0")]
    public void An_empty_document_says_so(string text) => Fails("clean/empty", Encoding.UTF8.GetBytes(text));

    [Test]
    public void A_picture_is_no_text() => Fails("clean/binary", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13]);

    [Test]
    public void Random_bytes_are_no_text()
    {
        var bytes = new byte[5_000];
        new Random(7).NextBytes(bytes);
        Fails("clean/binary", bytes);
    }

    [Test]
    public void A_document_over_the_limit_says_so() => Fails("clean/too-large", new byte[4_096], new CleanOptions { MaxBytes = 2_048 });

    [Test]
    public void A_page_without_text_says_so() =>
        Assert.That(Assert.Throws<DocumentException>(() => Cleaning.Html("<html><head><title>x</title></head><body><script>var a=1;</script></body></html>"))!.Code, Is.EqualTo("clean/no-body"));

    [Test]
    public void Nul_bytes_become_spaces_and_are_reported()
    {
        var issues = new IssueList();
        var article = Cleaning.Bytes(Encoding.UTF8.GetBytes(Sentence[..30] + "\0" + Sentence[30..]), BodyFormat.PlainText, issues: issues).Single();
        Assert.That(article.Text, Does.StartWith(Sentence[..30] + " "));
        Assert.That(issues.Issues.Single(), Has.Property("Code").EqualTo("clean/damaged-text").And.Property("Fatal").False);
    }

    [Test]
    public void Broken_utf8_amid_good_utf8_is_replaced()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("“Genève” é è ê ñ " + Sentence), 0xE2, 0x80];
        Assert.That(Cleaning.Bytes(bytes, BodyFormat.PlainText).Single().Text, Does.Contain("“Genève”"));
    }

    [TestCase(null)]
    [TestCase("utf-8")]
    [TestCase("iso-8859-1")]
    public void Bytes_that_are_no_utf8_are_windows_1252(string? declared)
    {
        byte[] bytes = [0x93, .. Encoding.ASCII.GetBytes("Gen"), 0xE8, .. Encoding.ASCII.GetBytes("ve, it said"), 0x94, .. Encoding.ASCII.GetBytes(" " + Sentence)];
        Assert.That(Cleaning.Bytes(bytes, BodyFormat.PlainText, declared).Single().Text, Does.StartWith("“Genève, it said”"));
    }

    [Test]
    public void Declared_character_sets_are_read()
    {
        var page = "<html><head><meta charset='windows-1251'></head><body><p>" + Sentence + " Москва</p></body></html>";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(page);
        Assert.That(Cleaning.Bytes(bytes, BodyFormat.Html).Single().Text, Does.Contain("Москва"));
    }

    [Test]
    public void Utf16_is_read_with_and_without_mark()
    {
        var text = Sentence + " Genève";
        Assert.That(Cleaning.Bytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], BodyFormat.PlainText).Single().Text, Is.EqualTo(text));
        Assert.That(Cleaning.Bytes(Encoding.BigEndianUnicode.GetBytes(text), BodyFormat.PlainText).Single().Text, Is.EqualTo(text));
    }

    [Test]
    public void A_byte_order_mark_is_no_text() =>
        Assert.That(Cleaning.Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sentence)], BodyFormat.PlainText).Single().Text, Is.EqualTo(Sentence));

    [Test]
    public void A_page_nested_a_hundred_thousand_deep_is_read_in_bounded_time()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<div><b>", 100_000)) + $"<p>{Sentence}</p>" + "</body></html>";
        var issues = new IssueList();
        var clock = Stopwatch.StartNew();
        Assert.That(Cleaning.Html(page, issues: issues).Single().Text, Does.Contain(Sentence));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(issues.Issues.Select(issue => issue.Code), Does.Contain("clean/unwieldy-page"));
    }

    [Test]
    public void A_line_without_end_is_read_in_bounded_time()
    {
        var line = string.Concat(Enumerable.Repeat(Sentence + " ", 100_000));
        var clock = Stopwatch.StartNew();
        Assert.That(Cleaning.Plain(line).Single().Blocks, Has.Length.EqualTo(1));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(8)));
    }

    [Test]
    public void Cancelling_is_no_failure_of_the_document()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new Cleaner(new CleanOptions(), new IssueList()).Clean(new RawDocument("a", "x"u8.ToArray(), BodyFormat.PlainText, null, SourceHints.None), source.Token));
    }

    private static void Fails(string code, byte[] bytes, CleanOptions? options = null)
    {
        var failure = Assert.Throws<DocumentException>(() => Cleaning.Bytes(bytes, BodyFormat.PlainText, options: options))!;
        Assert.That(failure.Code, Is.EqualTo(code));
        Assert.That(failure.Message, Does.Contain("page"));
    }
}
