using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extraction.Cli.Tests;

/// <summary>
/// What <c>run -</c> promises to Spark, Hadoop streaming and GNU parallel: a line in, its records out before the next line comes; a bad
/// line is a message and nothing more; only records on standard output; an exit code that tells.
/// </summary>
[TestFixture]
public sealed class FilterTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Test]
    public async Task EachLineIsAnsweredBeforeTheNextAndBadLinesNeverStopTheStream()
    {
        using var box = new Sandbox();
        using var process = box.Start("run", "-");
        var error = process.StandardError.ReadToEndAsync();
        string[] bad = ["{oops", "[1, 2]", "\"text\"", "{\"id\": \"x\"}", "{\"text\": 7, \"id\": {}}", "null", "\0\u0001", ""];
        for (var i = 0; i < 24; i++)
        {
            await process.StandardInput.WriteLineAsync(bad[i % bad.Length]);
            await process.StandardInput.WriteLineAsync(Line($"story {i}"));
            await process.StandardInput.FlushAsync();

            // No other line is sent before this one is answered: whatever waits for more, hangs here.
            using var patience = new CancellationTokenSource(Patience);
            var answer = await process.StandardOutput.ReadLineAsync(patience.Token);
            Assert.That((string)JsonNode.Parse(answer!)!["document_id"]!, Is.EqualTo($"story {i}"));
        }

        process.StandardInput.Close();
        var ended = await Sandbox.End(process, process.StandardOutput.ReadToEndAsync(), error);
        Assert.Multiple(() =>
        {
            Assert.That(ended.Out, Is.Empty, "one record a line was expected");
            Assert.That(ended.Code, Is.EqualTo(1), "some documents failed");
            Assert.That(ended.Error, Does.Contain("ingest/bad-json: standard input:1: ").And.Contain("ingest/no-text: standard input:7: "));
        });
    }

    [Test]
    public async Task HalfALineIsNoLine()
    {
        using var box = new Sandbox();
        using var process = box.Start("run", "-");
        var error = process.StandardError.ReadToEndAsync();
        var line = Line("a");
        await process.StandardInput.WriteAsync(line[..20]);
        await process.StandardInput.FlushAsync();
        var answer = process.StandardOutput.ReadLineAsync();
        Assert.That(await Task.WhenAny(answer, Task.Delay(2000)), Is.Not.SameAs(answer));
        await process.StandardInput.WriteAsync(line[20..] + "\n");
        await process.StandardInput.FlushAsync();
        Assert.That(await answer.WaitAsync(Patience), Does.Contain("\"document_id\":\"a\""));
        process.StandardInput.Close();
        Assert.That((await Sandbox.End(process, process.StandardOutput.ReadToEndAsync(), error)).Code, Is.Zero);
    }

    [Test]
    public async Task AllIsWellIsZeroAndQuietIsQuiet()
    {
        using var box = new Sandbox();
        var run = await box.Feed(Line("a") + "\n" + Line("b"), "run", "-", "--quiet");
        Assert.That((run.Code, run.Error, run.OutLines.Length), Is.EqualTo((0, "", 2)), "the last line needs no end");
    }

    [Test]
    public async Task SpreadOverSeveralItGivesTheSameRecords()
    {
        using var box = new Sandbox();
        string[] lines = [.. Enumerable.Range(0, 12).Select(i => Line($"story {i}") + "\n")];
        var one = await box.Feed(string.Concat(lines), "run", "-");
        var three = await Task.WhenAll(lines.Chunk(4).Select(part => box.Feed(string.Concat(part), "run", "-")));
        Assert.That(string.Concat(three.Select(run => run.Out)), Is.EqualTo(one.Out));
    }

    [Test]
    public async Task AReaderThatGoesAwayEndsIt()
    {
        using var box = new Sandbox().Write("line.jsonl", Line("a") + "\n");
        var start = new ProcessStartInfo("bash", ["-c", $"set -o pipefail; yes \"$(cat line.jsonl)\" | '{Path.Combine(AppContext.BaseDirectory, "extraction")}' run - | head -n 1"]) { WorkingDirectory = box.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var ended = await Sandbox.End(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.That((ended.OutLines.Length, ended.Code), Is.EqualTo((1, 2)), ended.Error);
        Assert.That(ended.Error, Does.Contain("standard output: cannot be written: "));
    }

    [Test]
    public async Task UnderGnuParallelItGivesTheSameRecords()
    {
        using var box = new Sandbox();
        var lines = string.Concat(Enumerable.Range(0, 40).Select(i => Line($"story {i}") + "\n"));
        box.Write("in.jsonl", lines);
        var one = await box.Feed(lines, "run", "-");
        var start = new ProcessStartInfo("bash", ["-c", $"command -v parallel >/dev/null || exit 97; parallel --will-cite --keep-order --pipe --block 3k '{Path.Combine(AppContext.BaseDirectory, "extraction")}' run - --quiet < in.jsonl"]) { WorkingDirectory = box.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var ended = await Sandbox.End(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (ended.Code == 97)
        {
            Assert.Ignore("no GNU parallel here (apt-get install parallel)");
        }

        Assert.That(ended.Out, Is.EqualTo(one.Out), ended.Error);
    }

    static string Line(string id) => JsonSerializer.Serialize(new { id, text = "The European Union imposed sanctions on Belarus on Monday." });
}
