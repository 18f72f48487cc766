using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace Extraction.Review.Tests;

sealed class KilledServerTests : BrowserTest
{
    readonly List<Process> started = [];

    [TearDown]
    public void End()
    {
        foreach (var process in started)
        {
            process.Kill();
            process.Dispose();
        }

        started.Clear();
    }

    [Test]
    public async Task Nothing_is_lost_when_the_server_is_killed_in_the_middle()
    {
        var options = Some.Files(Folder, 6) with { Port = FreePort() };
        var (first, link) = await Start(options);
        var page = await Open(link, "Anna");
        await page.Keyboard.PressAsync("a");
        await Until(() => Stored(options).Length == 1, "the first decision");
        await Assertions.Expect(page.Locator(".headline")).ToContainTextAsync(Some.Name(4));
        first.Kill();
        await first.WaitForExitAsync();
        await File.AppendAllTextAsync(options.DecisionsOrDefault, "{\"at\":\"2026-01-01T00");

        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("#banner")).ToContainTextAsync("kept here");
        await page.Keyboard.PressAsync("u");
        await page.WaitForTimeoutAsync(200);

        var (_, again) = await Start(options);
        await page.GotoAsync(again.AbsoluteUri);
        await Until(() => Stored(options).Length == 3, "what was decided without a server");
        Assert.That(Stored(options).Select(d => d.Split(' ')[1]), Is.EqualTo(["accept", "reject", "undo"]));
    }

    [Test]
    public void A_second_process_may_not_write_to_the_same_decisions()
    {
        var options = Some.Files(Folder, 1);
        using var desk = new ReviewDesk(options);
        Assert.That(() => new ReviewDesk(options), Throws.InstanceOf<IOException>().With.Message.Contains("another review"));
    }

    async Task<(Process Process, Uri Link)> Start(ReviewOptions options)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "extraction"),
            ["review", options.Records, "--articles", options.Articles!, "--port", $"{options.Port}", "--no-browser"])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        started.Add(process);
        return (process, new((await process.StandardOutput.ReadLineAsync())!));
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
