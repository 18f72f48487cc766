using Extraction.Ingest;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Extraction.Web.Fetching;

/// <summary>
/// How a page is tried at one host, from the outside in: a time for everything; again after pauses that double, with jitter, or as long as
/// Retry-After says; not at all for a while after nearly all attempts failed; at the host's pace; a time for each attempt.
/// </summary>
static class HostPolicy
{
    const double NearlyAll = 0.9;

    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public static ResiliencePipeline<Answer> Create(WebOptions options, HostPace pace, SemaphoreSlim slots, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = clock };
        builder.AddTimeout(TimeSpan.FromSeconds(options.TotalSeconds));
        if (options.Attempts > 1)
        {
            builder.AddRetry(Retries(options));
        }

        return builder
            .AddCircuitBreaker(Breaker(options))
            .AddStrategy(_ => new PaceStrategy(pace, slots), new PaceOptions())
            .AddTimeout(TimeSpan.FromSeconds(options.AttemptSeconds))
            .Build();
    }

    static RetryStrategyOptions<Answer> Retries(WebOptions options) => new()
    {
        ShouldHandle = tried => new(Helps(tried.Outcome) && (Asked(tried.Outcome) is not { } wait || wait.TotalSeconds <= options.MaxRetryAfterSeconds)),
        MaxRetryAttempts = options.Attempts - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromSeconds(options.PauseSeconds),
        MaxDelay = LongestPause,
        DelayGenerator = tried => new(Asked(tried.Outcome)),
    };

    static CircuitBreakerStrategyOptions<Answer> Breaker(WebOptions options) => new()
    {
        ShouldHandle = tried => new(Helps(tried.Outcome)),
        FailureRatio = NearlyAll,
        MinimumThroughput = options.BreakAfter,
        SamplingDuration = Remembered,
        BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
    };

    /// <summary>Whether another attempt may help.</summary>
    static bool Helps(Outcome<Answer> outcome) => outcome switch
    {
        { Result.Status: 408 or 425 or 429 or 500 or 502 or 503 or 504 } => true,
        { Exception: TimeoutRejectedException } => true,
        { Exception: { } e } => Failures.IsOfTransport(e),
        _ => false,
    };

    static TimeSpan? Asked(Outcome<Answer> outcome) => outcome.Result?.RetryAfter;

    sealed class PaceOptions : ResilienceStrategyOptions
    {
        public PaceOptions() => Name = "pace";
    }
}
