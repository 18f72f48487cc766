using Extraction.Emit;
using Extraction.Record;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Sqlite;
using Microsoft.Playwright;

namespace Extraction.Review.Tests;

sealed class SqliteTests : BrowserTest
{
    [Test]
    public async Task Records_of_a_database_are_reviewed_as_those_of_a_file()
    {
        var file = Some.Files(Folder, 5);
        var options = file with { Records = Path.Combine(Folder, "sanctions.db"), Reader = SqliteSource.Read };
        await using (var sink = new ReliableSink(new SqliteStore(options.Records), new SinkOptions(), new(Path.Combine(Folder, "dead.jsonl"))))
        {
            await sink.OpenAsync(CancellationToken.None);
            await sink.WriteAsync([.. Enumerable.Range(0, 5).Select(n => Some.Record(n))], CancellationToken.None);
            await sink.FlushAsync(CancellationToken.None);
            await sink.CompleteAsync(CancellationToken.None);
        }

        var before = await File.ReadAllBytesAsync(options.Records);
        using (var desk = new ReviewDesk(options))
        {
            await using var server = await ReviewServer.StartAsync(desk, options, CancellationToken.None);
            var page = await Open(server.Link, "Anna");
            await Assertions.Expect(page.Locator("#text mark").First).ToBeVisibleAsync();
            var first = await page.Locator("#panel .more .muted").First.TextContentAsync();
            await page.Keyboard.PressAsync("a");
            await Until(() => Stored(options).Length == 1, "the first decision");
            await Assertions.Expect(page.Locator("#panel .more .muted").First).Not.ToHaveTextAsync(first!);
            await page.Keyboard.PressAsync("r");
            await Until(() => Stored(options).Length == 2, "the second");
            await Assertions.Expect(page.Locator("#progress-text")).ToHaveTextAsync("2 of 5");
        }

        var path = Path.Combine(Folder, "reviewed.jsonl");
        Export.ReviewExport.Run(new() { Records = options.Records, Reader = options.Reader, Out = path }, TextWriter.Null);
        using var lines = new StreamReader(path);
        var accepted = Stored(options)[0].Split(' ')[2];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RecordJson.ReadLines(lines, path).Select(r => r.Id), Is.EqualTo([accepted]));
            Assert.That(await File.ReadAllBytesAsync(options.Records), Is.EqualTo(before), "the database is only read");
            Assert.That(options.DecisionsOrDefault, Does.EndWith("sanctions.decisions.jsonl"));
        }
    }
}
