using System.Collections.Concurrent;
using System.Diagnostics;
using Extraction.Documents;
using Extraction.Flow;

namespace Extraction.Cli;

/// <summary>What a report tells beyond the counts: records by month and actor, and the documents that took longest. Wrapped around the rooms; changes nothing.</summary>
sealed class RunTally
{
    const int Kept = 10;

    readonly ConcurrentDictionary<string, long> months = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, long> actors = new(StringComparer.Ordinal);
    readonly PriorityQueue<string, double> slowest = new();

    public SortedDictionary<string, long> Months => new(months, StringComparer.Ordinal);

    public SortedDictionary<string, long> Actors => new(actors, StringComparer.Ordinal);

    /// <summary>Seconds in Clean and Annotate of the slowest, the slowest first.</summary>
    public Dictionary<string, double> Slowest()
    {
        lock (slowest)
        {
            return slowest.UnorderedItems.GroupBy(item => item.Element, StringComparer.Ordinal).OrderByDescending(same => same.Max(item => item.Priority))
                .ToDictionary(same => same.Key, same => Math.Round(same.Max(item => item.Priority), 4));
        }
    }

    public Rooms Watching(Rooms rooms) => rooms with
    {
        Clean = (document, cancellation) => Timed(document, () => rooms.Clean(document, cancellation)),
        Annotate = (article, cancellation) => Timed(article, () => rooms.Annotate(article, cancellation)),
        Record = events =>
        {
            var records = rooms.Record(events);
            foreach (var record in records)
            {
                Note(record);
            }

            return records;
        },
    };

    public void Note(SanctionsRecord record)
    {
        months.AddOrUpdate(record.Date is { Length: >= 7 } date ? date[..7] : "no date", 1, (_, count) => count + 1);
        actors.AddOrUpdate(record.Actor, 1, (_, count) => count + 1);
    }

    /// <summary>Notes how long a document took.</summary>
    public void Note(string documentId, double seconds)
    {
        lock (slowest)
        {
            if (slowest.Count < Kept)
            {
                slowest.Enqueue(documentId, seconds);
            }
            else
            {
                slowest.EnqueueDequeue(documentId, seconds);
            }
        }
    }

    T Timed<T>(ITraceable item, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Note(item.DocumentId, Stopwatch.GetElapsedTime(start).TotalSeconds);
        return result;
    }
}
