using Polly;

namespace Extraction.Web.Fetching;

/// <summary>The rate limiter of one host: a request begins no sooner than a pause after the one before it ended. Requests come one at a time.</summary>
sealed class HostPace(TimeSpan pause, TimeProvider clock)
{
    long? ended;

    /// <summary>May be made longer when robots.txt is known.</summary>
    public TimeSpan Pause { get; set; } = pause;

    public async Task WaitAsync(CancellationToken cancellation)
    {
        // A timer may be early by a little; so it is asked again.
        while (ended is { } end && Pause - clock.GetElapsedTime(end) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, cancellation).ConfigureAwait(false);
        }
    }

    public void End() => ended = clock.GetTimestamp();
}

/// <summary>Waits for the host's turn, and then for one of the few requests that may be on their way at once. Stands inside the retries, so that every attempt keeps the pace.</summary>
sealed class PaceStrategy(HostPace pace, SemaphoreSlim slots) : ResilienceStrategy<Answer>
{
    protected override async ValueTask<Outcome<Answer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Answer>>> callback, ResilienceContext context, TState state)
    {
        try
        {
            await pace.WaitAsync(context.CancellationToken).ConfigureAwait(false);
            await slots.WaitAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            return Outcome.FromException<Answer>(e);
        }

        try
        {
            return await callback(context, state).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
            pace.End();
        }
    }
}
