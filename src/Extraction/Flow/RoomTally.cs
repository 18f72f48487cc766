using System.Diagnostics;
using Extraction.Emit;

namespace Extraction.Flow;

/// <summary>Counts of one room while it runs. Many workers count at once.</summary>
sealed class RoomTally(string room)
{
    long entered, done, skipped, failed, left, ticks;

    public string Room => room;

    public long Entered => Interlocked.Read(ref entered);

    public void Enter() => Interlocked.Increment(ref entered);

    public void Finish(int made)
    {
        Interlocked.Increment(ref done);
        Interlocked.Add(ref left, made);
    }

    public void Skip() => Interlocked.Increment(ref skipped);

    public void Fail() => Interlocked.Increment(ref failed);

    /// <summary>Adds the time since <see cref="Stopwatch.GetTimestamp"/> gave <paramref name="start"/>.</summary>
    public void Spent(long start) => Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - start);

    public RoomCount Count() => new(
        room, Entered, Interlocked.Read(ref done), Interlocked.Read(ref skipped), Interlocked.Read(ref failed), Interlocked.Read(ref left),
        Stopwatch.GetElapsedTime(0, Interlocked.Read(ref ticks)));
}
