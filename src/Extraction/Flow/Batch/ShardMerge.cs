using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Extraction.Copies;
using Extraction.Emit;

namespace Extraction.Flow.Batch;

/// <summary>
/// Joins shards in their order, which is that of the input: the outputs are the bytes that one run over all of it would have written.
/// Which articles are copies is decided here, from the sketches that the tasks noted, as one run decides it.
/// </summary>
/// <param name="set">All shards of a plan.</param>
/// <param name="records">Where records go.</param>
/// <param name="articles">Where article texts go, or null.</param>
/// <param name="issues">Where issues go, or null.</param>
public sealed class ShardMerge(ShardSet set, LineFile records, LineFile? articles, LineFile? issues) : IAsyncDisposable
{
    const int Chunk = 1 << 20;

    readonly CopyFinder? finder = set.Shards[0].Summary.Copies is { } options ? new(options) : null;

    /// <returns>The counts of all tasks together; their times added up.</returns>
    /// <exception cref="StoreException">An output cannot be written; none has got its name.</exception>
    /// <exception cref="RunCheckException">The counts do not add up.</exception>
    public async Task<RunCounts> RunAsync(CancellationToken cancellation)
    {
        LineFile[] files = [.. new[] { articles, issues, records }.OfType<LineFile>()];
        foreach (var file in files)
        {
            file.Open();
        }

        foreach (var (folder, _) in set.Shards)
        {
            await CopyAsync(Path.Combine(folder, ShardSummary.Articles), articles, cancellation).ConfigureAwait(false);
            await CopyAsync(Path.Combine(folder, ShardSummary.Issues), issues, cancellation).ConfigureAwait(false);
            await RecordsAsync(folder, cancellation).ConfigureAwait(false);
        }

        var counts = Sum();
        RunChecks.Require(counts);
        foreach (var file in files)
        {
            await file.FlushAsync(cancellation).ConfigureAwait(false);
        }

        foreach (var file in files)
        {
            await file.CompleteAsync(cancellation).ConfigureAwait(false);
        }

        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in new[] { articles, issues, records }.OfType<LineFile>())
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }
    }

    async Task RecordsAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, ShardSummary.Records);
        if (finder is null)
        {
            await CopyAsync(path, records, cancellation).ConfigureAwait(false);
            return;
        }

        using var lines = new StreamReader(path);
        using var sketches = new StreamReader(Path.Combine(folder, ShardSummary.Sketches));
        while (await sketches.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            var sketch = SketchLine.Parse(line);
            await LinesAsync(lines, sketch.Records, finder.Settle(sketch.Place, sketch.Sketch), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>So many records, marked where they are of a copy.</summary>
    async Task LinesAsync(StreamReader lines, long count, ArticlePlace? original, CancellationToken cancellation)
    {
        for (; count > 0 && await lines.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line; count--)
        {
            if (original is { } place)
            {
                await records.WriteAsync([CopyLedger.Marked(JsonSerializer.Deserialize(line, JsonLines.Record)!, place)], JsonLines.Record, cancellation).ConfigureAwait(false);
            }
            else
            {
                await records.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellation).ConfigureAwait(false);
            }
        }
    }

    static async Task CopyAsync(string from, LineFile? to, CancellationToken cancellation)
    {
        if (to is null)
        {
            return;
        }

        using var source = File.OpenRead(from);
        var buffer = new byte[Chunk];
        while (await source.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var read and > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
        }
    }

    RunCounts Sum()
    {
        var ledger = new RunLedger();
        foreach (var (_, summary) in set.Shards)
        {
            ledger.Add(summary.Counts);
        }

        var rooms = set.Shards.SelectMany(shard => shard.Summary.Rooms).GroupBy(room => room.Room).Select(same => new RoomCount(
            same.Key, same.Sum(r => r.In), same.Sum(r => r.Done), same.Sum(r => r.Skipped), same.Sum(r => r.Failed), same.Sum(r => r.Out), TimeSpan.FromTicks(same.Sum(r => r.Busy.Ticks))));
        return ledger.Count([.. rooms], records.Lines) with { Read = ledger.Read, Rooms = [.. rooms], Elapsed = TimeSpan.FromSeconds(ledger.SecondsBefore) };
    }
}
