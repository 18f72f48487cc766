using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Flow;

/// <summary>What became of every document. Written by the one thread that stores; read by others for progress.</summary>
public sealed class RunLedger
{
    readonly SortedDictionary<string, long> skipped = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> failed = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> issues = new(StringComparer.Ordinal);
    readonly SortedDictionary<(string, string), long> records = [];
    long read, finished, articles, recordCount, resumedRead;

    public long Read => Interlocked.Read(ref read);

    public long FinishedCount => Interlocked.Read(ref finished);

    public long RecordCount => Interlocked.Read(ref recordCount);

    /// <summary>Settles what became of a document: failed if anything of it failed, else finished if any article came through, else skipped.</summary>
    public void Settle(Parcel<ArticleRecords> parcel)
    {
        Interlocked.Increment(ref read);
        articles += parcel.Trail.Found;
        foreach (var issue in parcel.Trail.Issues)
        {
            Increment(issues, issue.Code);
        }

        if (parcel.Trail.Issues.FirstOrDefault(issue => issue.Fatal) is { } fatal)
        {
            Increment(failed, fatal.Code);
        }
        else if (!parcel.Items.IsEmpty)
        {
            Interlocked.Increment(ref finished);
        }
        else if (!parcel.Trail.Skips.IsEmpty)
        {
            Increment(skipped, parcel.Trail.Skips[^1]);
        }
    }

    public void Stored(IReadOnlyList<SanctionsRecord> stored)
    {
        foreach (var record in stored)
        {
            Increment(records, (record.Action, record.Status));
        }

        Interlocked.Add(ref recordCount, stored.Count);
    }

    /// <summary>What is counted so far.</summary>
    public LedgerState State() => new(
        read, finished, articles, new(skipped), new(failed), new(issues), new(records.ToDictionary(record => $"{record.Key.Item1} {record.Key.Item2}", record => record.Value)));

    /// <summary>Takes up the counts of a run that was broken off.</summary>
    internal void Resume(LedgerState state)
    {
        resumedRead = state.Read;
        Add(state);
    }

    /// <summary>Adds the counts of another run.</summary>
    internal void Add(LedgerState state)
    {
        read += state.Read;
        finished += state.Finished;
        articles += state.Articles;
        recordCount += state.Records.Values.Sum();
        foreach (var (from, to) in new[] { (state.Skipped, skipped), (state.Failed, failed), (state.Issues, issues) })
        {
            foreach (var (key, count) in from)
            {
                to[key] = to.GetValueOrDefault(key) + count;
            }
        }

        foreach (var (key, count) in state.Records)
        {
            var parts = key.Split(' ', 2);
            records[(parts[0], parts[1])] = records.GetValueOrDefault((parts[0], parts[1])) + count;
        }
    }

    internal RunCounts Count(ImmutableArray<RoomCount> rooms, long recordsMade, TimeSpan elapsed) => new()
    {
        Read = resumedRead + (rooms.FirstOrDefault(room => room.Room == "ingest")?.In ?? 0),
        Finished = finished,
        Skipped = skipped.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Failed = failed.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Issues = issues.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Articles = articles,
        Records = records.ToImmutableSortedDictionary(),
        RecordsMade = recordsMade,
        Rooms = rooms,
        Elapsed = elapsed,
    };

    static void Increment<TKey>(SortedDictionary<TKey, long> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
