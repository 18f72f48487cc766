using Extraction.Emit;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Extraction.Sinks.Delivery;

/// <summary>
/// How one call of a store is tried: at most so long, again after pauses that double (with jitter, so that eight processes do not
/// come back at once), and not at all for a while after a batch was given up. The breaker stands outside the retries: what it counts
/// is batches that were given up, so that a server that stays away costs one round of waiting, not one a batch.
/// </summary>
static class StorePolicy
{
    // Polly's least; a single failed batch in any number of good ones is reason enough, since it stands for all its attempts.
    const int BreakerThroughput = 2;
    const double AnyFailure = 1e-9;

    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline Create(SinkOptions options, Action<Exception?, TimeSpan> onRetry) =>
        Retries(new ResiliencePipelineBuilder().AddCircuitBreaker(Breaker(options)), options, onRetry).Build();

    /// <summary>Without the breaker: for opening and publishing, which happen once.</summary>
    public static ResiliencePipeline CreateForOnce(SinkOptions options, Action<Exception?, TimeSpan> onRetry) =>
        Retries(new ResiliencePipelineBuilder(), options, onRetry).Build();

    static ResiliencePipelineBuilder Retries(ResiliencePipelineBuilder builder, SinkOptions options, Action<Exception?, TimeSpan> onRetry)
    {
        if (options.Attempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StoreFaultException>(IsPassing).Handle<TimeoutRejectedException>(),
                MaxRetryAttempts = options.Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(options.PauseSeconds),
                MaxDelay = LongestPause,
                OnRetry = told =>
                {
                    onRetry(told.Outcome.Exception, told.RetryDelay);
                    return default;
                },
            });
        }

        return builder.AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds));
    }

    static CircuitBreakerStrategyOptions Breaker(SinkOptions options) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<StoreFaultException>(IsPassing).Handle<TimeoutRejectedException>(),
        FailureRatio = AnyFailure,
        MinimumThroughput = BreakerThroughput,
        SamplingDuration = TimeSpan.FromHours(1),
        BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
    };

    static bool IsPassing(StoreFaultException fault) => fault.Kind == FaultKind.Passing;
}
