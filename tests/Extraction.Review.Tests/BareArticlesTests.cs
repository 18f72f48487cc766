using System.Text.Json;
using Extraction.Emit;
using Extraction.Review.Decisions;
using Extraction.Review.Export;
using Extraction.Training.Corpus;
using Extraction.Training.Loop;
using Microsoft.Playwright;

namespace Extraction.Review.Tests;

/// <summary>Articles of which no record was made: where what was missed altogether is found.</summary>
sealed class BareArticlesTests : BrowserTest
{
    /// <summary>Five articles, of which the first has a record and the last says nothing of sanctions.</summary>
    ReviewOptions Files()
    {
        var options = Some.Files(Folder, 1);
        Some.Write(options.Articles!, Enumerable.Range(0, 5).Select(n => JsonSerializer.Serialize(n < 4 ? Some.Article(n) : Some.Article(n) with { Title = "Football", Text = "The match ended in a draw." }, JsonLines.Article)));
        return options;
    }

    [Test]
    public async Task Are_read_by_key_and_given_a_record_or_confirmed_to_have_none()
    {
        var options = Files();
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.Locator("#state").SelectOptionAsync("bare");
        await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync("1 of 3 articles");
        await Assertions.Expect(page.Locator(".headline")).ToHaveTextAsync("No record was made of this article");
        await page.Locator("#list").FocusAsync();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("#e-actor")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Canada");
        await page.Locator("#e-target").FillAsync(Some.Name(1));
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".siblings")).ToContainTextAsync(Some.Name(1));
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("a");
        await Until(() => Stored(options).Length == 2, "an addition and a confirmation");
        var stored = DecisionFile.Read(options.DecisionsOrDefault).Decisions;
        await page.Locator("#state").SelectOptionAsync("standing");
        await page.Locator("#state").SelectOptionAsync("bare");
        await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync("1 of 1 article");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Select(d => d.What), Is.EqualTo([Verdict.Add, Verdict.Accept]));
            Assert.That((stored[0].Content!.DocumentId, stored[0].Content!.Target), Is.EqualTo((Some.Article(1).DocumentId, Some.Name(1))));
            Assert.That(desk.Find(new() { State = "bare", Who = "Boris" }), Has.Count.EqualTo(3), "another reviewer reads them anew");
            Assert.That(() => desk.Decide(new("k", "Anna", Verdict.Reject, stored[1].Record, null, null, null, null)), Throws.InstanceOf<DecisionException>());
        }
    }

    [Test]
    public void Teach_whole_once_somebody_decided_and_not_before()
    {
        var options = Files();
        using (var desk = new ReviewDesk(options))
        {
            var bare = desk.Find(new() { State = "bare" });
            var added = Record.RecordJson.Write(Some.Record(1) with { Actor = "Norway" });
            desk.Decide(new("add", "Anna", Verdict.Add, bare[0].Record.Id, null, JsonDocument.Parse(added).RootElement, null, null));
            desk.Decide(new("none", "Anna", Verdict.Accept, bare[1].Record.Id, null, null, null, null));
            desk.Decide(new("wrong", "Anna", Verdict.Add, bare[2].Record.Id, null, JsonDocument.Parse(added).RootElement, null, null));
            var wrong = desk.Look((_, ledger) => ledger.ByKey("wrong")!.Record);
            desk.Decide(new("undo", "Anna", Verdict.Undo, wrong, null, null, null, "wrong"));
        }

        var path = Path.Combine(Folder, "reviewed.jsonl");
        ReviewExport.Run(new() { Records = options.Records, Articles = options.Articles, Out = path, Corpus = Path.Combine(Folder, "corpus") }, TextWriter.Null);
        var corpus = CorpusReader.Read(Path.Combine(Folder, "corpus"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ReviewedReader.Read([path]).Select(a => (a.Line.DocumentId, a.Line.Whole, a.Records.Length)), Is.EqualTo([("story-000001.txt", true, 1), ("story-000002.txt", true, 0)]));
            Assert.That(corpus.Select(d => d.Records.Length).Order(), Is.EqualTo([0, 1]));
        }
    }
}
