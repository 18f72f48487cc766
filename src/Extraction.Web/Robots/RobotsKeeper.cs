using System.Collections.Concurrent;
using Extraction.Ingest;
using Extraction.Web.Fetching;

namespace Extraction.Web.Robots;

/// <summary>The robots.txt of every host that is visited: asked for once, and again after a day.</summary>
/// <param name="options">Name, and the longest crawl-delay.</param>
/// <param name="load">Fetches robots.txt of an address's host, following redirects.</param>
/// <param name="slow">Told of the crawl-delay of an address's host.</param>
/// <param name="clock">For the day.</param>
sealed class RobotsKeeper(WebOptions options, Func<Uri, CancellationToken, Task<Answer>> load, Action<Uri, TimeSpan> slow, TimeProvider clock)
{
    static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>A host whose robots.txt cannot be had is asked again sooner.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<string, Lazy<Task<Known>>> hosts = new(StringComparer.Ordinal);

    /// <exception cref="FetchException"><c>web/robots</c>, <c>web/robots-unreachable</c>, <c>web/crawl-delay</c></exception>
    public async Task RequireAsync(Uri address, CancellationToken cancellation)
    {
        if (!options.Robots)
        {
            return;
        }

        var known = await KnownAsync(address, cancellation).ConfigureAwait(false);
        if (known.Fault is { } fault)
        {
            throw fault;
        }

        if (known.Rules.CrawlDelay > options.MaxCrawlDelaySeconds)
        {
            throw new FetchException("web/crawl-delay", $"{address.Authority} asks for {known.Rules.CrawlDelay:0.#} seconds between requests; web.max_crawl_delay_seconds says how long is waited");
        }

        if (!known.Rules.Allows(address.PathAndQuery))
        {
            throw new FetchException("web/robots", $"the robots.txt of {address.Authority} does not allow it");
        }
    }

    async Task<Known> KnownAsync(Uri address, CancellationToken cancellation)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        while (true)
        {
            var asked = hosts.GetOrAdd(host, _ => new(() => LoadAsync(address, cancellation)));
            try
            {
                var known = await asked.Value.ConfigureAwait(false);
                if (clock.GetElapsedTime(known.At) < known.Keeps)
                {
                    return known;
                }
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Another asked for it and was stopped; now it is our turn.
            }

            hosts.TryRemove(new(host, asked));
        }
    }

    async Task<Known> LoadAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            var answer = await load(new(address, "/robots.txt"), cancellation).ConfigureAwait(false);
            var rules = answer.IsGood ? RobotsTxt.Read(answer.Body, RobotsTxt.Token(options.UserAgent)) : RobotsRules.None;
            slow(address, TimeSpan.FromSeconds(Math.Min(rules.CrawlDelay ?? 0, options.MaxCrawlDelaySeconds)));
            return answer.Status is 429 or >= 500 ? Unreachable(address, Failures.OfStatus(answer)) : new(rules, null, Day, clock.GetTimestamp());
        }
        catch (FetchException e)
        {
            return Unreachable(address, e);
        }
    }

    Known Unreachable(Uri address, FetchException e)
    {
        // What is wrong with the whole host is said as it is: its pages would fail alike.
        var fault = e.Code is "web/server-error" or "web/busy" or "web/timeout" or "web/cut-off" or "web/too-large" or "web/redirects" or "web/bad-redirect" or "web/broken-encoding" or "web/bad-answer"
            ? new FetchException("web/robots-unreachable", $"the robots.txt of {address.Authority} cannot be had, so nothing of it is read ({e.Message})", isPassing: true, e)
            : e;
        return new(RobotsRules.Nothing, fault, Soon, clock.GetTimestamp());
    }

    sealed record Known(RobotsRules Rules, FetchException? Fault, TimeSpan Keeps, long At);
}
