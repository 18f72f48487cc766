using System.Collections.Immutable;
using System.Threading.Tasks.Dataflow;
using Extraction.Documents;

namespace Extraction.Flow;

/// <summary>How many items a room works on at once, and how many may wait at its door.</summary>
public sealed record DoorOptions(int Parallelism = 1, int Capacity = 16);

/// <summary>
/// A straight line of rooms: nothing branches, nothing joins, nothing is filtered at a link, every door is bounded, and order is
/// kept. These are the shapes of Dataflow that lose nothing; what a room throws is caught in <see cref="LineRun"/>.
/// </summary>
public sealed class Line<T>
    where T : ITraceable
{
    readonly LineRun run;
    readonly ISourceBlock<Parcel<T>> tail;

    internal Line(LineRun run, ISourceBlock<Parcel<T>> tail) => (this.run, this.tail) = (run, tail);

    /// <summary>Adds a room that makes none, one or several of an item. It may throw; then that item has failed.</summary>
    /// <param name="room">Its name.</param>
    /// <param name="work">Called for many documents at once, for the items of one document in order.</param>
    /// <param name="door">Its bounds.</param>
    /// <param name="none">Why an item of which nothing was made is left out; null where that is all right.</param>
    /// <param name="note">What the trail should remember of what was made.</param>
    public Line<TOut> Then<TOut>(
        string room,
        Func<T, CancellationToken, IEnumerable<TOut>> work,
        DoorOptions door,
        string? none = null,
        Func<Trail, ImmutableArray<TOut>, Trail>? note = null)
        where TOut : ITraceable
    {
        var tally = run.Open(room);
        return Add(parcel => run.Work(tally, parcel, work, none, note), door);
    }

    /// <summary>Adds a room that makes one of one.</summary>
    public Line<TOut> Then<TOut>(string room, Func<T, CancellationToken, TOut> work, DoorOptions door)
        where TOut : ITraceable =>
        Then<TOut>(room, (item, cancellation) => [work(item, cancellation)], door);

    /// <summary>Adds a room that leaves items out, for a reason that is counted.</summary>
    public Line<T> Keep(string room, Func<T, bool> keeps, string reason, DoorOptions door) =>
        Then<T>(room, (item, _) => keeps(item) ? [item] : [], door, reason);

    /// <summary>Adds the last room and runs. A document that cannot be stored stops the run.</summary>
    public Task RunAsync(Func<Parcel<T>, CancellationToken, ValueTask> store, DoorOptions door)
    {
        var block = new ActionBlock<Parcel<T>>(parcel => run.StoreAsync(parcel, store), run.Options(door with { Parallelism = 1 }));
        tail.LinkTo(block, LineRun.Propagate);
        return run.FinishAsync(block.Completion);
    }

    Line<TOut> Add<TOut>(Func<Parcel<T>, Parcel<TOut>> work, DoorOptions door)
        where TOut : ITraceable
    {
        var block = new TransformBlock<Parcel<T>, Parcel<TOut>>(work, run.Options(door));
        tail.LinkTo(block, LineRun.Propagate);
        return new(run, block);
    }
}
