using Microsoft.Playwright;

namespace Extraction.Review.Tests;

sealed class KeyboardTests : BrowserTest
{
    [Test]
    public async Task Ten_records_are_reviewed_without_a_mouse()
    {
        var options = Some.Files(Folder, 10);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        foreach (var key in "aarararaaa")
        {
            var shown = await page.Locator("#panel .more .muted").First.TextContentAsync();
            await page.Keyboard.PressAsync(key.ToString());
            await page.WaitForFunctionAsync("before => document.querySelector('#panel .more .muted')?.textContent !== before || document.querySelector('.badge.accept, .badge.reject')", shown);
        }

        await Until(() => Stored(options).Length == 10, "ten decisions");
        await Assertions.Expect(page.Locator("#progress-text")).ToHaveTextAsync("10 of 10");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Stored(options).Count(d => d.Contains(" accept ", StringComparison.Ordinal)), Is.EqualTo(7));
            Assert.That(Stored(options).Select(d => d.Split(' ')[2]), Is.Unique);
        }
    }

    [TestCase("aara", "id-000000 accept,id-000004 accept,id-000001 reject,id-000002 accept")]
    [TestCase("nara", "id-000004 accept,id-000001 reject,id-000002 accept")]
    [TestCase("aua", "id-000000 accept,id-000000 undo,id-000000 accept")]
    public async Task A_key_that_is_faster_than_the_next_record_acts_on_that_record(string keys, string expected)
    {
        var options = Some.Files(Folder, 5);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.RouteAsync("**/api/records/id-*", async route =>
        {
            await Task.Delay(300);
            await route.ContinueAsync();
        });
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key.ToString());
        }

        var wanted = expected.Split(',');
        await Until(() => Stored(options).Length >= wanted.Length, "the decisions");
        Assert.That(Stored(options).Select(d => d.Split(' ')).Select(d => $"{d[2]} {d[1]}"), Is.EqualTo(wanted));
    }

    [Test]
    public async Task Where_a_record_cannot_be_opened_no_key_acts_on_the_one_before()
    {
        var options = Some.Files(Folder, 4);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.RouteAsync("**/api/records/id-*", route => route.AbortAsync());
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator(".empty")).ToContainTextAsync("could not be opened");
        await page.Keyboard.PressAsync("r");
        await page.UnrouteAllAsync();
        await page.Locator(".card").WaitForAsync();
        await page.Keyboard.PressAsync("r");
        await Until(() => Stored(options).Length == 2, "both decisions");
        Assert.That(Stored(options), Is.EqualTo(["Anna accept id-000000", "Anna reject id-000001"]), "the key pressed between them decided nothing");
    }

    [Test]
    public async Task A_remark_goes_with_the_decision_and_not_with_the_next()
    {
        var options = Some.Files(Folder, 3);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.Keyboard.PressAsync("w");
        await page.Keyboard.TypeAsync("a rumour");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.PressAsync("a");
        await Until(() => Stored(options).Length == 2, "two decisions");
        Assert.That(Decisions.DecisionFile.Read(options.DecisionsOrDefault).Decisions.Select(d => d.Why), Is.EqualTo(["a rumour", null]));
    }
}
