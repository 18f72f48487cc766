using System.Xml.Linq;
using Microsoft.Playwright;

namespace Extraction.Review.Tests;

sealed class OverviewTests : BrowserTest
{
    [Test]
    public async Task A_cell_leads_to_its_records_and_charts_are_saved()
    {
        var options = Some.Files(Folder, 60);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.Keyboard.PressAsync("t");
        await page.Locator("#tab-overview").ClickAsync();
        await page.Locator(".chart").First.WaitForAsync();

        var csv = await page.RunAndWaitForDownloadAsync(() => page.GetByLabel("Save Acts and statuses as CSV").ClickAsync());
        var svg = await page.RunAndWaitForDownloadAsync(() => page.GetByLabel("Save Who sanctions whom as SVG").ClickAsync());
        var (csvPath, svgPath) = (Path.Combine(Folder, "a.csv"), Path.Combine(Folder, "a.svg"));
        await csv.SaveAsAsync(csvPath);
        await svg.SaveAsAsync(svgPath);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllLinesAsync(csvPath), Does.Contain("act,status,records").And.Contain("impose,actual,30"));
            var drawing = XDocument.Load(svgPath).Descendants().ToList();
            Assert.That(drawing.Count(e => e.Name.LocalName == "rect"), Is.GreaterThan(20));
            Assert.That(drawing.Where(e => e.Name.LocalName == "text").Select(e => (string?)e.Attribute("fill")), Has.Some.EqualTo("rgb(27, 34, 48)").And.None.EqualTo("rgb(231, 234, 240)"), "for paper, though the screen is dark");
        }

        await page.GetByLabel("impose, actual: 30").ClickAsync();
        await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync("1 of 30 records");
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(2);
    }

    [Test]
    public async Task Every_bar_cell_and_dot_leads_to_as_many_records_as_it_says()
    {
        var options = Some.Files(Folder, 60);
        using var desk = new ReviewDesk(options);
        for (var n = 0; n < 60; n += 3)
        {
            desk.Decide(new($"key {n}", "Anna", n % 2 == 0 ? Decisions.Verdict.Reject : Decisions.Verdict.Accept, $"id-{n:000000}", null, null, null, null));
        }

        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Boris");
        var seen = 0;
        foreach (var chart in (string[])["Records by month", "Sender by target", "Act by status", "Records by objective", "Confidence against measured precision"])
        {
            await page.Locator("#tab-overview").ClickAsync();
            var hit = page.GetByRole(AriaRole.Group, new() { Name = chart }).Locator(".hit").First;
            var said = (await hit.GetAttributeAsync("aria-label"))!;
            var records = said[(said.LastIndexOf(':') + 1)..].Replace("right", "", StringComparison.Ordinal).Split(" of ")[^1].Trim();
            await hit.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync($"1 of {records} record{(records == "1" ? "" : "s")}");
            seen += int.Parse(records, System.Globalization.CultureInfo.InvariantCulture);
            while (await page.Locator(".chip").CountAsync() > 0)
            {
                await page.Locator(".chip").First.ClickAsync();
            }
        }

        Assert.That(seen, Is.GreaterThan(20), "not only bars of one");
    }

    [Test]
    public async Task It_prints_dark_on_white_without_what_cannot_be_pressed_on_paper()
    {
        var options = Some.Files(Folder, 60);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.PressAsync("o");
        await page.Locator(".chart").First.WaitForAsync();
        const string Colours = "() => ['color', 'backgroundColor'].map(p => getComputedStyle(document.querySelector('.tile'))[p])";
        var screen = await page.EvaluateAsync<string[]>(Colours);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(screen, Is.EqualTo(["rgb(231, 234, 240)", "rgb(25, 29, 37)"]), "dark on the screen");
            Assert.That(await page.EvaluateAsync<string[]>(Colours), Is.EqualTo(["rgb(27, 34, 48)", "rgb(255, 255, 255)"]));
            Assert.That(await page.Locator(".bar").IsVisibleAsync() || await page.Locator(".saves").First.IsVisibleAsync(), Is.False);
        }
    }
}
