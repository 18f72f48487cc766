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
}
