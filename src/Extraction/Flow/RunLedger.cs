using System.Collections.Immutable;
using System.Diagnostics;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Flow;

/// <summary>
/// What became of every document, of the whole run: a run that was broken off hands its ledger on to the one that resumes it.
/// Written by the one thread that stores; read by others for progress.
/// </summary>
public sealed class RunLedger
{
    /// <summary>So many of the slowest documents are told.</summary>
    const int Slow = 10;

    readonly long start = Stopwatch.GetTimestamp();
    readonly SortedDictionary<string, long> skipped = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> failed = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> issues = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> records = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> months = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> actors = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, double> busyBefore = new(StringComparer.Ordinal);
    readonly PriorityQueue<string, double> slowest = new();
    long read, finished, articles, recordCount, resumedRead;

    public long Read => Interlocked.Read(ref read);

    public long FinishedCount => Interlocked.Read(ref finished);

    public long RecordCount => Interlocked.Read(ref recordCount);

    /// <summary>What the rooms have counted in this part of the run.</summary>
    internal Func<ImmutableArray<RoomCount>> Rooms { get; set; } = () => [];

    /// <summary>Seconds that earlier parts of the run took, up to what they made sure of.</summary>
    internal double SecondsBefore { get; private set; }

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

        if (parcel.Trail.Busy > TimeSpan.Zero)
        {
            Note(parcel.DocumentId, parcel.Trail.Busy.TotalSeconds);
        }
    }

    public void Stored(IReadOnlyList<SanctionsRecord> stored)
    {
        foreach (var record in stored)
        {
            Increment(records, $"{record.Action} {record.Status}");
            Increment(months, record.Date is { Length: >= 7 } date ? date[..7] : "no date");
            Increment(actors, record.Actor);
        }

        Interlocked.Add(ref recordCount, stored.Count);
    }

    /// <summary>What is counted so far.</summary>
    public LedgerState State() => new(
        read, finished, articles, new(skipped), new(failed), new(issues), new(records), new(months), new(actors),
        Elapsed.TotalSeconds, new(Busy(Rooms()).ToDictionary(room => room.Room, room => room.Busy.TotalSeconds)), Slowest());

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
        SecondsBefore += state.Seconds;
        foreach (var (from, to) in new[] { (state.Skipped, skipped), (state.Failed, failed), (state.Issues, issues), (state.Records, records), (state.Months, months), (state.Actors, actors) })
        {
            foreach (var (key, count) in from)
            {
                to[key] = to.GetValueOrDefault(key) + count;
            }
        }

        foreach (var (room, seconds) in state.Busy)
        {
            busyBefore[room] = busyBefore.GetValueOrDefault(room) + seconds;
        }

        foreach (var (document, seconds) in state.Slowest)
        {
            Note(document, seconds);
        }
    }

    /// <param name="rooms">Counts of this part of the run, or of all.</param>
    /// <param name="recordsMade">Records that came out of the last room, of the whole run.</param>
    internal RunCounts Count(ImmutableArray<RoomCount> rooms, long recordsMade) => new()
    {
        Read = resumedRead + (rooms.FirstOrDefault(room => room.Room == "ingest")?.In ?? 0),
        Finished = finished,
        Skipped = skipped.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Failed = failed.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Issues = issues.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Articles = articles,
        Records = records.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Months = months.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Actors = actors.ToImmutableSortedDictionary(StringComparer.Ordinal),
        RecordsMade = recordsMade,
        Rooms = Busy(rooms),
        Slowest = [.. Slowest().OrderByDescending(document => document.Value)],
        Elapsed = Elapsed,
    };

    TimeSpan Elapsed => TimeSpan.FromSeconds(SecondsBefore) + Stopwatch.GetElapsedTime(start);

    ImmutableArray<RoomCount> Busy(ImmutableArray<RoomCount> rooms) =>
        [.. rooms.Select(room => room with { Busy = room.Busy + TimeSpan.FromSeconds(busyBefore.GetValueOrDefault(room.Room)) })];

    SortedDictionary<string, double> Slowest()
    {
        var longest = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (document, seconds) in slowest.UnorderedItems)
        {
            longest[document] = Math.Max(longest.GetValueOrDefault(document), seconds);
        }

        return longest;
    }

    void Note(string documentId, double seconds)
    {
        slowest.Enqueue(documentId, seconds);
        if (slowest.Count > Slow)
        {
            slowest.Dequeue();
        }
    }

    static void Increment(SortedDictionary<string, long> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
