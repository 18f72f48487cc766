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
            Assert.That(System.Xml.Linq.XDocument.Load(svgPath).Descendants().Count(e => e.Name.LocalName == "rect"), Is.GreaterThan(20));
        }

        await page.GetByLabel("impose, actual: 30").ClickAsync();
        await Assertions.Expect(page.Locator("#list-foot")).ToHaveTextAsync("1 of 30 records");
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(2);
    }
}
