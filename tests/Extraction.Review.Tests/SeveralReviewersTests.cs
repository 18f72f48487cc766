using Microsoft.Playwright;

namespace Extraction.Review.Tests;

sealed class SeveralReviewersTests : BrowserTest
{
    [Test]
    public async Task Two_review_at_the_same_time_and_each_keeps_their_own_verdict()
    {
        var options = Some.Files(Folder, 6);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var anna = await Open(server.Link, "Anna");
        var boris = await Open(server.Link, "Boris");
        await Task.WhenAll(Press(anna, "aaa"), Press(boris, "rrr"));
        await Until(() => Stored(options).Length == 6, "six decisions");
        await Assertions.Expect(anna.Locator("#progress-text")).ToHaveTextAsync("3 of 6");
        await Assertions.Expect(boris.Locator("#progress-text")).ToHaveTextAsync("3 of 6");
        var stored = Stored(options);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Count(d => d.StartsWith("Anna accept", StringComparison.Ordinal)), Is.EqualTo(3));
            Assert.That(stored.Count(d => d.StartsWith("Boris reject", StringComparison.Ordinal)), Is.EqualTo(3));
        }

        await anna.Locator("#state").SelectOptionAsync("conflict");
        await Assertions.Expect(anna.Locator("#list-foot")).ToHaveTextAsync("1 of 3 records");
    }

    [Test]
    public async Task Who_reviews_is_asked_once_and_signs_every_decision()
    {
        var options = Some.Files(Folder, 2);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "");
        await page.Locator("#who[open]").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.That(await page.Locator("#who").IsVisibleAsync(), Is.True, "a name is needed");
        await page.Keyboard.TypeAsync("Žofie 李");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#list").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Until(() => Stored(options).Length == 1, "the decision");
        Assert.That(Stored(options)[0], Is.EqualTo("Žofie 李 accept id-000000"));
    }

    [Test]
    public async Task What_another_decides_on_the_open_record_is_shown_and_a_remark_stays()
    {
        var options = Some.Files(Folder, 2);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.Keyboard.PressAsync("w");
        await page.Keyboard.TypeAsync("is it ");
        desk.Decide(new("key", "Boris", Decisions.Verdict.Reject, "id-000000", "a rumour", null, null, null));
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("a rumour");
        await page.Keyboard.TypeAsync("one?");
        await Assertions.Expect(page.Locator("#why")).ToHaveValueAsync("is it one?");
    }

    [Test]
    public async Task A_reload_in_the_middle_goes_on_where_it_was()
    {
        var options = Some.Files(Folder, 5);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await Press(page, "ar");
        await Until(() => Stored(options).Length == 2, "two decisions");
        await page.ReloadAsync();
        await page.Locator(".card").WaitForAsync();
        await Assertions.Expect(page.Locator("#progress-text")).ToHaveTextAsync("2 of 5");
        await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync("1 of 3 records");
        await Press(page, "aaa");
        await Until(() => Stored(options).Length == 5, "five decisions");
    }

    static async Task Press(IPage page, string keys)
    {
        foreach (var key in keys)
        {
            var before = await page.Locator("#list-foot").TextContentAsync();
            await page.Keyboard.PressAsync(key.ToString());
            await page.WaitForFunctionAsync("before => document.getElementById('list-foot').textContent !== before || document.querySelector('#panel .badge.accept, #panel .badge.reject')", before);
            await page.WaitForTimeoutAsync(100);
        }
    }
}
