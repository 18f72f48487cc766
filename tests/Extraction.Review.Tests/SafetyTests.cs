using System.Net;
using System.Text;
using System.Text.Json;
using Extraction.Emit;
using Extraction.Record;

namespace Extraction.Review.Tests;

sealed class SafetyTests : BrowserTest
{
    [Test]
    public async Task Hostile_text_is_shown_as_text()
    {
        const string Hostile = "<img src=x onerror=\"window.owned=1\"><script>window.owned=1</script>\"'><svg onload=window.owned=1>";
        var options = Some.Files(Folder, 1);
        var record = Some.Record(0);
        Some.Write(options.Records, [RecordJson.Write(record with { Title = Hostile, Target = Hostile, Actor = Hostile, TargetRole = Hostile, Justification = Hostile, Evidence = [record.Evidence[0] with { Text = Hostile }] })]);
        Some.Write(options.Articles!, [JsonSerializer.Serialize(Some.Article(0) with { Title = Hostile, Text = Some.Text(0) + "\n\n" + Hostile }, JsonLines.Article)]);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, Hostile[..40]);
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("a");
        await Until(() => Stored(options).Length == 1, "the decision");
        await page.Keyboard.PressAsync("o");
        await page.Locator(".chart").First.WaitForAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.EvaluateAsync<bool>("() => 'owned' in window"), Is.False);
            Assert.That(await page.Locator("#article img, #article script, #panel img, .overview img, .row img").CountAsync(), Is.Zero);
            Assert.That(await page.Locator("#text").TextContentAsync(), Does.Contain(Hostile));
        }
    }

    [Test]
    public async Task A_policy_forbids_every_script_but_the_page_s_own()
    {
        var options = Some.Files(Folder, 1);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        var policy = (await page.ReloadAsync())!.Headers["content-security-policy"];
        var ran = await page.EvaluateAsync<bool>("""
            () => { const s = document.createElement('div'); try { s.innerHTML = '<img src=x onerror="window.owned=1">'; document.body.append(s); return true; } catch { return false; } }
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("script-src 'self';").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
            Assert.That(ran, Is.False, "markup may not even be made");
        }
    }

    [TestCase("/?token=0123456789abcdef0123456789abcdef", null, null, null, 401)]
    [TestCase("/", null, null, null, 401)]
    [TestCase("/api/session", null, null, null, 401)]
    [TestCase("/app.js", null, null, null, 401)]
    [TestCase("/api/session", "token", null, null, 200)]
    [TestCase("/api/session", "token", "evil.example", null, 403)]
    [TestCase("/api/session", "token", "evil.example:PORT", null, 403)]
    [TestCase("/api/session", "token", null, "http://evil.example", 403)]
    [TestCase("/api/session", "token", null, "null", 403)]
    [TestCase("/api/session", "token", null, "http://127.0.0.1:1", 403)]
    [TestCase("/api/session", "token", "localhost:PORT", "http://localhost:PORT", 200)]
    [TestCase("/../../etc/passwd", "token", null, null, 404)]
    public async Task Only_the_page_itself_is_answered(string path, string? bearer, string? host, string? origin, int expected)
    {
        var options = Some.Files(Folder, 1);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{server.Port}{path}"));
        var port = $"{server.Port}";
        if (bearer is not null)
        {
            request.Headers.Authorization = new("Bearer", server.Token);
        }

        request.Headers.Host = host?.Replace("PORT", port, StringComparison.Ordinal);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin.Replace("PORT", port, StringComparison.Ordinal));
        }

        using var answer = await client.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_form_of_another_site_stores_nothing()
    {
        var options = Some.Files(Folder, 1);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{server.Port}/api/decisions"))
        {
            Content = new StringContent("{\"key\":\"k\",\"who\":\"x\",\"what\":\"accept\",\"record\":\"id-000000\"}", Encoding.UTF8, "text/plain"),
        };
        request.Headers.Authorization = new("Bearer", server.Token);
        using var answer = await client.SendAsync(request);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
            Assert.That(Stored(options), Is.Empty);
        }
    }
}
