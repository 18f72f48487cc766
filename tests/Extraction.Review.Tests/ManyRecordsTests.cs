using System.Diagnostics;
using Microsoft.Playwright;

namespace Extraction.Review.Tests;

sealed class ManyRecordsTests : BrowserTest
{
    const int Many = 100_000;

    [Test]
    public async Task A_hundred_thousand_records_scroll_search_and_are_decided()
    {
        var options = Some.Files(Folder, Many, articles: false);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync("1 of 100,000 records");
        Assert.That(await page.Locator(".row").CountAsync(), Is.LessThan(60), "only rows in sight exist");

        // Frames while the list is scrolled through: the page itself must not hang. The median, as the machine may have other work.
        var typical = await page.EvaluateAsync<double>("""
            async () => {
              const list = document.getElementById('list');
              const frames = [];
              for (let i = 0; i < 60; i++) {
                list.scrollTop += 5000;
                const before = performance.now();
                await new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)));
                frames.push(performance.now() - before);
              }
              return frames.sort((a, b) => a - b)[frames.length / 2];
            }
            """);
        TestContext.Out.WriteLine($"typically two frames {typical:0} ms");
        Assert.That(typical, Is.LessThan(200));

        await page.Locator("#list").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync("100,000 of 100,000 records");
        await Assertions.Expect(page.Locator(".row[aria-selected=true]")).ToBeVisibleAsync();

        var clock = Stopwatch.StartNew();
        await page.Locator("#search").FillAsync("Veskos 99999");
        await page.Locator("#search").FillAsync("Shipping 99998");
        await page.Locator("#search").FillAsync("case-that-is-nowhere");
        await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync("No record matches");
        await page.Locator("#search").FillAsync($"{Some.Name(77_777)}");
        await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync("1 of 1 record");
        TestContext.Out.WriteLine($"two searches {clock.ElapsedMilliseconds} ms");
        await page.Locator("#list").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Until(() => Stored(options).Length == 1, "the decision");
        Assert.That(Stored(options)[0], Is.EqualTo("Anna accept id-077777"));
    }
}
