using Extraction.Documents;
using Extraction.Emit;
using Extraction.Sinks.Delivery;

namespace Extraction.Sinks.Tests;

/// <summary>Loads records into a store as the program does.</summary>
static class Loading
{
    public static async Task<ReliableSink> Load(IRecordStore store, IEnumerable<SanctionsRecord> records, SinkOptions? options = null, DeadLetters? deadLetters = null)
    {
        var sink = new ReliableSink(store, options ?? Some.Quick, deadLetters ?? new("/nowhere/to/write/dead.jsonl"));
        await using (sink)
        {
            await sink.OpenAsync(default);
            foreach (var chunk in records.Chunk(7))
            {
                await sink.WriteAsync(chunk, default);
            }

            await sink.FlushAsync(default);
            await sink.CompleteAsync(default);
        }

        return sink;
    }
}
