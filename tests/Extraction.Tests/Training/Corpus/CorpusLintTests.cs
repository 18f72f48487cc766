using System.Runtime.CompilerServices;
using Extraction.Training.Corpus;

namespace Extraction.Tests.Training.Corpus;

public class CorpusLintTests
{
    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));

    [Test]
    public void The_corpus_is_without_fault() =>
        Assert.That(CorpusLint.Check(Path.Combine(Repository(), "corpus")).Select(f => f.ToString()).Take(40), Is.Empty);

    [Test]
    public void An_annotation_without_fault_has_none()
    {
        using var folder = new TempFolder();
        Assert.That(CorpusLint.Check(CorpusReaderTests.Read(folder)), Is.Empty);
    }

    [TestCase("\"impose\"", "\"sanction\"", "action \"sanction\" is unknown")]
    [TestCase("\"actual\"", "\"real\"", "status \"real\" is unknown")]
    [TestCase("\"person\"", "\"man\"", "target_type \"man\" is unknown")]
    [TestCase("\"designation\"", "\"tariff\"", "measure \"tariff\" is unknown")]
    [TestCase("\"end_war\"", "\"peace\"", "objective \"peace\" is unknown")]
    [TestCase("\"2022-03-04\"", "\"2022-13-04\"", "is no EDTF date")]
    [TestCase("\"2022-03-04\"", "\"Friday\"", "is no EDTF date")]
    [TestCase("\"relative\"", "null", "a date without date_basis")]
    [TestCase("\"on Friday\"", "null", "has no date_text")]
    [TestCase("\"on Friday\"", "\"on Monday\"", "date_text is not on the page")]
    [TestCase("drones", "rockets", "justification is not on the page")]
    [TestCase("\"Pavel Orlin\"", "\"Pavel Orlov\"", "target is not on the page")]
    [TestCase("\"The Treasury on", "\"The Treasury off", "evidence is not on the page")]
    [TestCase("\"Orlin Trading\"", "\"Pavel Orlin\"", "is there twice")]
    public void A_fault_is_found(string was, string now, string message)
    {
        using var folder = new TempFolder();
        var faults = CorpusLint.Check(CorpusReaderTests.Read(folder, CorpusReaderTests.Gold.Replace(was, now)));
        Assert.That(faults.Select(f => f.Message), Has.Some.Contains(message));
    }

    [Test]
    public void An_urged_act_is_not_dated_by_publication()
    {
        using var folder = new TempFolder();
        var gold = CorpusReaderTests.Gold.Replace("\"actual\"", "\"urged\"").Replace("\"relative\"", "\"published\"");
        Assert.That(CorpusLint.Check(CorpusReaderTests.Read(folder, gold)).Select(f => f.Message), Has.Some.Contains("urged act"));
    }

    [Test]
    public void Quotes_of_a_web_page_are_looked_for_without_tags()
    {
        using var folder = new TempFolder();
        folder.Write("w.html", "<html><body><p>The Treasury on Friday <b>blacklisted</b> Pavel Orlin &amp; Orlin Trading for &#8220;supplying drones&#8221;. Three aides were listed.</p></body></html>");
        folder.Write("w.gold.json", CorpusReaderTests.Gold);
        Assert.That(CorpusLint.Check(CorpusReader.Read(folder.Path).Single()), Is.Empty);
    }

    [Test]
    public void A_near_copy_in_another_split_is_found()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"));
        using var folder = new TempFolder();
        folder.Write("train/a.txt", words);
        folder.Write("train/a.gold.json", "[]");
        folder.Write("test/b.txt", "An opening of its own. " + string.Join(' ', words.Split(' ')[10..40]));
        folder.Write("test/b.gold.json", "[]");
        folder.Write("dev/c.txt", string.Join(' ', Enumerable.Range(100, 60).Select(i => $"word{i}")));
        folder.Write("dev/c.gold.json", "[]");
        var fault = CorpusLint.Check(folder.Path).Single();
        Assert.That((fault.Document, fault.Message), Is.EqualTo(("b", "shares 82 % of its text with a of train")));
    }

    [Test]
    public void An_empty_corpus_is_fine()
    {
        using var folder = new TempFolder();
        Assert.That(CorpusLint.Check(folder.Path), Is.Empty);
    }
}
