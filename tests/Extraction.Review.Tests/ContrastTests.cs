using Microsoft.Playwright;

namespace Extraction.Review.Tests;

/// <summary>Every text that is shown stands out from what is behind it as WCAG 2.2 asks at level AA: 4.5 to 1, large text 3 to 1.</summary>
sealed class ContrastTests : BrowserTest
{
    /// <summary>Texts that do not reach it, as "ratio text (colour on colour)". Backgrounds are laid over each other as the browser does; a text in a disabled control is exempt.</summary>
    const string Audit = """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = '#000'; canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); const d = canvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
          const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
          const light = c => { const [r, g, b] = c.slice(0, 3).map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
          // In a drawing, what stands before a text and reaches under its middle is behind it.
          const shapes = text => {
            const box = text.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
            return [...(text.ownerSVGElement?.querySelectorAll('rect, path, circle') ?? [])].filter(shape => {
              const b = shape.getBoundingClientRect();
              return shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && b.left <= x && x <= b.right && b.top <= y && y <= b.bottom && getComputedStyle(shape).fill !== 'none';
            }).map(shape => { const style = getComputedStyle(shape), c = rgba(style.fill); return [c[0], c[1], c[2], c[3] * style.fillOpacity * style.opacity]; });
          };
          const behind = node => { const layers = []; for (let e = node; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor)); return [...layers.reverse(), ...shapes(node)].reduce((below, top) => over(top, below), [255, 255, 255, 1]); };
          const found = [], seen = new Set();
          let count = 0;
          const check = (element, text, colour) => {
            const style = getComputedStyle(element), box = element.getBoundingClientRect();
            if (!text.trim() || box.width < 2 || box.height < 2 || style.visibility === 'hidden' || element.closest('[disabled], .sr, .skip, [aria-hidden=true] .meter')) return;
            const ground = behind(element), ink = over(rgba(colour), ground), r = ratio(ink, ground);
            const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
            count++;
            if (r >= (large ? 3 : 4.5)) return;
            const said = `${r.toFixed(2)} ${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} "${text.trim().slice(0, 30)}" (${colour} on rgb(${ground.slice(0, 3).map(Math.round)}))`;
            if (!seen.has(said)) { seen.add(said); found.push(said); }
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode());) {
            const element = node.parentElement, style = getComputedStyle(element);
            if (element.closest('option, datalist, script, style')) continue;
            check(element, node.data, element instanceof SVGElement ? style.fill : style.color);
          }
          for (const field of document.querySelectorAll('input, select, textarea')) {
            check(field, field.value || ' ', getComputedStyle(field).color);
            if (field.placeholder) check(field, field.placeholder, getComputedStyle(field, '::placeholder').color);
          }
          return [String(count), ...found];
        }
        """;

    static string[] Failures(string[] audit)
    {
        Assert.That(int.Parse(audit[0], System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThan(20), "texts that were looked at");
        return audit[1..];
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Every_view_reaches_AA(ColorScheme scheme)
    {
        var options = Some.Files(Folder, 40);
        Some.Write(options.Records, Enumerable.Range(0, 40).Select(n => Record.RecordJson.Write(Some.Record(n, document: n - (n % 2)) with { Weighed = new(0.9, 0.8, 0.7, 0.6, 1) })));
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var failures = new List<string>();
        async Task Look(string view) => failures.AddRange(Failures(await page.EvaluateAsync<string[]>(Audit)).Select(f => $"{view}: {f}"));

        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        await Look("record");
        foreach (var key in "are")
        {
            await page.Keyboard.PressAsync(key.ToString());
            await page.WaitForTimeoutAsync(150);
        }

        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        await Look("form");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#state").SelectOptionAsync("");
        await page.WaitForTimeoutAsync(300);
        await page.Locator("#list").FocusAsync();
        await Look("whole queue");
        await page.Keyboard.PressAsync("m");
        await Look("merging");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("o");
        await page.Locator("#view-overview svg").First.WaitForAsync();
        await Look("overview");
        await page.Keyboard.PressAsync("?");
        await page.Locator("#help[open]").WaitForAsync();
        await Look("help");
        Assert.That(failures, Is.Empty);
    }

    [Test]
    public async Task The_audit_sees_grey_on_grey()
    {
        var options = Some.Files(Folder, 1);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.EvaluateAsync("() => { const h = document.querySelector('.headline'); h.style.color = '#999'; h.style.backgroundColor = 'rgba(119, 119, 119, .5)'; }");
        Assert.That(Failures(await page.EvaluateAsync<string[]>(Audit)), Has.Some.Contains("rgb(153, 153, 153)"));
    }

    [Test]
    public async Task What_the_model_weighed_is_shown()
    {
        var options = Some.Files(Folder, 1);
        Some.Write(options.Records, [Record.RecordJson.Write(Some.Record(0) with { Weighed = new(0.91, 0.82, 0.73, 0.64, 1) })]);
        using var desk = new ReviewDesk(options);
        await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
        var page = await Open(server.Link, "Anna");
        await page.Locator("summary", new() { HasText = "Why this record" }).ClickAsync();
        await Assertions.Expect(page.Locator(".weighed")).ToContainTextAsync("Act91%");
        await Assertions.Expect(page.Locator(".weighed")).ToContainTextAsync("Target64%");
    }
}
