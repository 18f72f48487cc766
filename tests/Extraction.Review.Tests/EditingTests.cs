using Extraction.Review.Decisions;
using Microsoft.Playwright;

namespace Extraction.Review.Tests;

sealed class EditingTests : BrowserTest
{
    /// <summary>Selects the first place of some words in the article, as a reader does.</summary>
    const string Select = """
        words => {
          const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode());) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return;
          }
          throw new Error('not in the article: ' + words);
        }
        """;

    [Test]
    public async Task Words_selected_in_the_article_become_a_field_with_their_place_in_code_points()
    {
        var options = Some.Files(Folder, 1);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");

        await page.EvaluateAsync(Select, "Ilmar Veskos");
        await page.Locator("#picker").WaitForAsync();
        await page.Keyboard.PressAsync("3");
        await Assertions.Expect(page.Locator("#e-target")).ToHaveValueAsync("Ilmar Veskos");
        await page.EvaluateAsync(Select, "3 March 2022");
        await page.Locator("#picker").WaitForAsync();
        await page.Keyboard.PressAsync("4");
        await Assertions.Expect(page.Locator("#e-date")).ToHaveValueAsync("2022-03-03");
        await page.Keyboard.PressAsync("Control+Enter");

        await Until(() => Stored(options).Length == 1, "the edit");
        var edit = DecisionFile.Read(options.DecisionsOrDefault).Decisions[0];
        var span = edit.Content!.Spans["target_text"];
        var runes = Some.Text(0).EnumerateRunes().ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Concat(runes[span[0]..span[1]]), Is.EqualTo("Ilmar Veskos"));
            Assert.That(edit.Content.Target, Is.EqualTo("Ilmar Veskos"));
            Assert.That(edit.Changed, Does.Contain("target").And.Contain("date").And.Not.Contain("actor"));
            Assert.That(File.ReadAllText(options.Records), Does.Not.Contain("\"target\":\"Ilmar"), "the extraction is not changed");
        }
    }

    [Test]
    public async Task A_missed_record_is_added_from_words_of_the_article_and_can_be_taken_back()
    {
        var options = Some.Files(Folder, 2);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");

        await page.Keyboard.PressAsync("c");
        await page.Locator("#e-actor").FillAsync("Canada");
        await page.EvaluateAsync(Select, "Council of Elders");
        await page.Locator("#picker").WaitForAsync();
        await page.Locator("#picker button").Nth(2).ClickAsync();
        await Assertions.Expect(page.Locator("#e-target")).ToHaveValueAsync("Council of Elders");
        await page.Locator("#do-save").ClickAsync();
        await Until(() => Stored(options).Length == 1, "the addition");
        await Assertions.Expect(page.Locator(".siblings")).ToContainTextAsync("Council of Elders");
        await Assertions.Expect(page.Locator(".headline")).ToContainTextAsync(Some.Name(0));
        var added = DecisionFile.Read(options.DecisionsOrDefault).Decisions[0].Content!;
        Assert.That(added.Evidence.Single().Text, Does.StartWith("Officials said that the Council of Elders").And.EndsWith("2022."));

        await page.Keyboard.PressAsync("u");
        await Until(() => Stored(options).Length == 2, "the undo");
        Assert.That(desk.Find(new()), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_record_is_split_by_key_and_the_first_half_is_left_as_it_was()
    {
        var options = Some.Files(Folder, 2);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator("#e-target")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Ilmar Veskos");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".siblings")).ToContainTextAsync("Ilmar Veskos");
        await page.Keyboard.PressAsync("a");
        await Until(() => Stored(options).Length == 2, "both");

        var (added, accepted) = (DecisionFile.Read(options.DecisionsOrDefault).Decisions[0], DecisionFile.Read(options.DecisionsOrDefault).Decisions[1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((added.What, added.Other, added.Content!.Target), Is.EqualTo((Verdict.Add, "id-000000", "Ilmar Veskos")));
            Assert.That((added.Content.Actor, added.Content.Date, added.Content.Justification), Is.EqualTo((Some.Record(0).Actor, Some.Record(0).Date, Some.Record(0).Justification)), "the act is the same");
            Assert.That((accepted.What, accepted.Record), Is.EqualTo((Verdict.Accept, "id-000000")));
        }
    }

    [Test]
    public async Task A_record_is_merged_into_another_of_its_article_by_two_keys_and_comes_back_by_a_third()
    {
        var options = Some.Files(Folder, 3);
        Some.Write(options.Records, Enumerable.Range(0, 3).Select(n => Record.RecordJson.Write(Some.Record(n, document: n == 1 ? 0 : n))));
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page.Locator(".siblings h3")).ToContainTextAsync("Press its number");
        await page.Keyboard.PressAsync("1");
        await Until(() => Stored(options).Length == 1, "the merge");
        var merge = DecisionFile.Read(options.DecisionsOrDefault).Decisions[0];
        Assert.That((merge.What, merge.Record, merge.Other), Is.EqualTo((Verdict.Merge, "id-000000", "id-000001")));
        await Assertions.Expect(page.Locator(".headline")).ToContainTextAsync(Some.Name(1));
        await Assertions.Expect(page.Locator(".evidence li")).ToHaveCountAsync(2);

        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator(".headline")).ToContainTextAsync(Some.Name(0));
        await Assertions.Expect(page.Locator(".badge")).ToContainTextAsync("to review");
    }

    [Test]
    public async Task Only_a_record_that_stands_is_offered_to_merge_into()
    {
        var options = Some.Files(Folder, 3);
        Some.Write(options.Records, Enumerable.Range(0, 3).Select(n => Record.RecordJson.Write(Some.Record(n, document: 0))));
        using var desk = new ReviewDesk(options);
        desk.Decide(new("key", "Anna", Verdict.Reject, "id-000001", null, null, null, null));
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await Assertions.Expect(page.Locator(".siblings li")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page.Locator(".siblings li")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("1");
        await Until(() => Stored(options).Length == 2, "the merge");
        Assert.That(DecisionFile.Read(options.DecisionsOrDefault).Decisions[1].Other, Is.EqualTo("id-000002"));
    }

    [Test]
    public async Task What_is_wrong_with_a_correction_is_said_and_nothing_is_stored()
    {
        var options = Some.Files(Folder, 1);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.Keyboard.PressAsync("e");
        await page.Locator("#e-date").FillAsync("last Friday");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".form .error")).ToContainTextAsync("no EDTF date");
        Assert.That(Stored(options), Is.Empty);
    }
}
