using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading.Tasks.Dataflow;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Flow;

/// <summary>
/// One run of a line: its stop button, its counts, and the only place that catches what a room throws. Three kinds of failure: an
/// item that a room cannot finish is written down and the run goes on; a source or a store that breaks stops the run; and what is
/// wrong with the program itself shows up as <c>room/unexpected</c> with its stack, or as checks that fail.
/// </summary>
/// <param name="issues">Where rooms report what they lost without failing.</param>
/// <param name="outer">Cancelled when the user stops the run.</param>
/// <param name="mostBytes">What the pieces in the line may weigh together.</param>
public sealed class LineRun(IssueCollector issues, CancellationToken outer, long mostBytes = long.MaxValue) : IDisposable
{
    internal static readonly DataflowLinkOptions Propagate = new() { PropagateCompletion = true };

    readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(outer);
    readonly List<RoomTally> tallies = [];
    readonly LoadLimit load = new(mostBytes);
    Func<Task> feed = () => Task.CompletedTask;
    Exception? fatal;

    /// <summary>Counts of the rooms so far, in the order of the line.</summary>
    public ImmutableArray<RoomCount> Rooms => [.. tallies.Select(tally => tally.Count())];

    /// <summary>Starts a line: a source gives pieces in order, and the first room opens each into documents.</summary>
    /// <param name="room">Its name.</param>
    /// <param name="pieces">Read by one thread, no faster than the line takes them. What it throws stops the run.</param>
    /// <param name="open">Called for many pieces at once; must give a parcel for whatever it meets, faults too. What it throws stops the run.</param>
    /// <param name="door">Bounds of the first room.</param>
    /// <param name="weigh">Bytes of a piece; null where all are light.</param>
    public Line<T> From<TPiece, T>(
        string room,
        IEnumerable<TPiece> pieces,
        Func<TPiece, CancellationToken, IEnumerable<Parcel<T>>> open,
        DoorOptions door,
        Func<TPiece, long>? weigh = null)
        where T : ITraceable
    {
        var tally = Open(room);
        var head = new TransformManyBlock<TPiece, Parcel<T>>(piece => Opened(tally, piece, open, weigh?.Invoke(piece) ?? 0), Options(door));
        feed = () => Task.Run(() => FeedAsync(pieces, head, weigh), CancellationToken.None);
        return new(this, head);
    }

    public void Dispose()
    {
        stop.Dispose();
        load.Dispose();
    }

    internal RoomTally Open(string room)
    {
        var tally = new RoomTally(room);
        tallies.Add(tally);
        return tally;
    }

    internal ExecutionDataflowBlockOptions Options(DoorOptions door) => new()
    {
        MaxDegreeOfParallelism = door.Parallelism,
        BoundedCapacity = Math.Max(door.Capacity, door.Parallelism),
        CancellationToken = stop.Token,
        EnsureOrdered = true,
    };

    internal Parcel<TOut> Work<TIn, TOut>(
        RoomTally tally,
        Parcel<TIn> parcel,
        Func<TIn, CancellationToken, IEnumerable<TOut>> work,
        string? none,
        Func<Trail, ImmutableArray<TOut>, Trail>? note)
        where TIn : ITraceable
        where TOut : ITraceable
    {
        var start = Stopwatch.GetTimestamp();
        var made = ImmutableArray.CreateBuilder<TOut>();
        var trail = parcel.Trail;
        issues.Begin();
        foreach (var item in parcel.Items)
        {
            tally.Enter();
            var before = made.Count;
            try
            {
                made.AddRange(work(item, stop.Token));
                var count = made.Count - before;
                if (count == 0 && none is not null)
                {
                    tally.Skip();
                    trail = trail with { Skips = trail.Skips.Add(none) };
                }
                else
                {
                    tally.Finish(count);
                }
            }
            catch (Exception e) when (!IsOurStop(e))
            {
                // A cancellation that nobody asked for (a time-out, say) is a failure: Dataflow itself would lose the item without a word.
                tally.Fail();
                made.Count = before;
                trail = trail with { Issues = trail.Issues.Add(IssueOf(tally.Room, parcel.DocumentId, e)) };
            }
        }

        var reported = issues.Take(parcel.DocumentId);
        trail = reported.IsEmpty ? trail : trail with { Issues = trail.Issues.AddRange(reported) };
        var items = made.ToImmutable();
        tally.Spent(start);
        trail = parcel.Items.IsEmpty ? trail : trail with { Busy = trail.Busy + Stopwatch.GetElapsedTime(start) };
        return new(parcel.DocumentId, items, note is null ? trail : note(trail, items), parcel.Weight);
    }

    internal async Task StoreAsync<T>(Parcel<T> parcel, Func<Parcel<T>, CancellationToken, ValueTask> store)
        where T : ITraceable
    {
        try
        {
            await store(parcel, stop.Token).ConfigureAwait(false);
            load.Leave(parcel.Weight);
        }
        catch (Exception e) when (!IsOurStop(e))
        {
            Abort(e);
        }
    }

    /// <summary>Waits for the end of the line. Throws what stopped it.</summary>
    internal async Task FinishAsync(Task last)
    {
        // The feeder may hang in a read that cannot be cancelled (a terminal): a stopped run does not wait for it.
        var feeding = feed();
        try
        {
            await feeding.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        try
        {
            await last.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        if (fatal is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fatal);
        }

        outer.ThrowIfCancellationRequested();
    }

    // A piece is small and opened whole inside the guard, so that a lazy reader throws here and not in Dataflow.
    Parcel<T>[] Opened<TPiece, T>(RoomTally tally, TPiece piece, Func<TPiece, CancellationToken, IEnumerable<Parcel<T>>> open, long weight)
        where T : ITraceable
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            Parcel<T>[] parcels = [.. open(piece, stop.Token)];
            foreach (var parcel in parcels)
            {
                tally.Enter();
                if (!parcel.Items.IsEmpty)
                {
                    tally.Finish(parcel.Items.Length);
                }
                else if (parcel.Trail.Skips.IsEmpty)
                {
                    tally.Fail();
                }
                else
                {
                    tally.Skip();
                }
            }

            if (parcels.Length == 0)
            {
                load.Leave(weight);
                return parcels;
            }

            parcels[^1] = parcels[^1] with { Weight = weight };
            return parcels;
        }
        catch (Exception e) when (!IsOurStop(e))
        {
            Abort(e);
            return [];
        }
        finally
        {
            tally.Spent(start);
        }
    }

    async Task FeedAsync<TPiece, T>(IEnumerable<TPiece> pieces, TransformManyBlock<TPiece, Parcel<T>> head, Func<TPiece, long>? weigh)
        where T : ITraceable
    {
        try
        {
            foreach (var piece in pieces)
            {
                await load.EnterAsync(weigh?.Invoke(piece) ?? 0, stop.Token).ConfigureAwait(false);
                if (!await head.SendAsync(piece, stop.Token).ConfigureAwait(false))
                {
                    break;
                }
            }
        }
        catch (Exception e) when (!IsOurStop(e))
        {
            Abort(e);
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            head.Complete();
        }
    }

    static Issue IssueOf(string room, string documentId, Exception e) => e is DocumentException known
        ? new(known.Code, documentId, known.Message)
        : new($"{room}/unexpected", documentId, $"{e.GetType().Name}: {e.Message} ({FirstFrame(e)}; a bug, please report it)");

    // Without the path of the source file, so that the same bug reads the same on every machine.
    static string FirstFrame(Exception e) =>
        e.StackTrace?.Split('\n', 2)[0].Split(" in ", 2)[0].Trim() ?? "no stack";

    bool IsOurStop(Exception e) => e is OperationCanceledException && stop.IsCancellationRequested;

    // Cancelling frees every block at once; a faulted block alone would leave the feeder waiting for ever.
    void Abort(Exception e)
    {
        Interlocked.CompareExchange(ref fatal, e, null);
        stop.Cancel();
    }
}
