using System.Diagnostics;

namespace Extraction.Web.Tests;

/// <summary>A clock that runs so many times as fast as the real one, for timers too: minutes of pauses and timeouts are seconds of a test.</summary>
sealed class FastTime(double factor) : TimeProvider
{
    static readonly DateTimeOffset Begin = new(2021, 12, 7, 12, 0, 0, TimeSpan.Zero);

    readonly long start = Stopwatch.GetTimestamp();

    public TimeSpan Passed => Stopwatch.GetElapsedTime(start) * factor;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Begin + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(TimeProvider.System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period)), this);

    TimeSpan Shorter(TimeSpan time) => time > TimeSpan.Zero ? time / factor : time;

    sealed class FastTimer(ITimer inner, FastTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(time.Shorter(dueTime), time.Shorter(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
