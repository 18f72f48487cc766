using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Extraction.Review.Tests;

/// <summary>A test with a folder, a server over hand-made records, and a real browser; skipped where there is none.</summary>
[Category("browser")]
abstract class BrowserTest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    IPlaywright? playwright;
    IBrowser? browser;

    static string? Chromium { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    protected string Folder { get; private set; } = "";

    protected IBrowser Browser => browser!;

    [OneTimeSetUp]
    public async Task OpenBrowser()
    {
        if (Chromium is null)
        {
            Assert.Ignore("No chromium: apt-get install chromium, to run the tests of the review page.");
        }

        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("review-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    /// <summary>A page of a reviewer of their own: other cookies, other storage.</summary>
    protected async Task<IPage> Open(Uri link, string who)
    {
        var context = await Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        await context.AddInitScriptAsync($"if (location.port) localStorage.setItem('review.who', {JsonSerializer.Serialize(who)})");
        var page = await context.NewPageAsync();
        await page.GotoAsync(link.AbsoluteUri);
        await page.Locator(".row[aria-selected=true]").WaitForAsync();
        await page.Locator(".card, .empty").First.WaitForAsync();
        return page;
    }

    /// <summary>Decisions on the disk as "who what record".</summary>
    protected static string[] Stored(ReviewOptions options) =>
        [.. Decisions.DecisionFile.Read(options.DecisionsOrDefault).Decisions.Select(d => $"{d.Who} {d.What} {d.Record}")];

    /// <summary>Waits until something holds; long, as the machine may have other work.</summary>
    protected static async Task Until(Func<bool> holds, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.That(clock.Elapsed, Is.LessThan(Patience), what);
            await Task.Delay(50);
        }
    }
}
