using System.Collections.Concurrent;
using System.Net;
using Extraction.Ingest;
using Extraction.Web.Addresses;
using Extraction.Web.Caching;
using Extraction.Web.Robots;

namespace Extraction.Web.Fetching;

/// <summary>
/// Fetches pages politely and warily: one request at a time to a host, robots.txt, conditional requests, limits on everything; redirects
/// are followed here and not by the transport, so that each is held to the same rules. Safe to call from many threads.
/// </summary>
public sealed class Fetcher : IDisposable
{
    readonly WebOptions options;
    readonly TimeProvider clock;
    readonly HttpClient client;
    readonly SemaphoreSlim slots;
    readonly RobotsKeeper robots;
    readonly PageCache? cache;
    readonly ConcurrentDictionary<string, HostLine> lines = new(StringComparer.Ordinal);

    /// <param name="options">Resolved.</param>
    /// <param name="clock">For pauses, timeouts and dates.</param>
    /// <param name="resolve">Looks names up; null for the system's way.</param>
    public Fetcher(WebOptions options, TimeProvider clock, Resolver? resolve = null)
    {
        (this.options, this.clock) = (options, clock);
        slots = new(options.Parallelism);
        cache = options.CacheMegabytes > 0 ? new(options.Cache ?? UserFolder(), (long)options.CacheMegabytes << 20, clock) : null;
        robots = new(options, (address, cancellation) => AskAsync(address, FetchKind.Robots, cancellation), (address, pause) => LineOf(address).Slow(pause), clock);
        var dialer = new Dialer(new(options.AllowNetworks), resolve ?? ((host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation)), clock);
        client = new(Handler(dialer), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <param name="address">http or https, absolute.</param>
    /// <param name="kind">What is wanted.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="FetchException">It cannot be had; says why.</exception>
    public async Task<Fetched> FetchAsync(Uri address, FetchKind kind, CancellationToken cancellation)
    {
        var (answer, at, known) = await FollowAsync(address, kind, cancellation).ConfigureAwait(false);
        if (answer.Status == 304 && known is not null)
        {
            return new(at, known.ContentType, known.Body, ChangeDate.Of(known.LastModified, known.Served), IsFromCache: true);
        }

        if (!answer.IsGood)
        {
            throw Failures.OfStatus(answer);
        }

        if (cache is not null && answer.MayKeep && (answer.ETag ?? (object?)answer.LastModified) is not null)
        {
            cache.Store(new(at.AbsoluteUri, answer.ContentType, answer.ETag, answer.LastModified, answer.Served, PageCache.DigestOf(answer.Body)) { Body = answer.Body }, at);
        }

        return new(at, answer.ContentType, answer.Body, ChangeDate.Of(answer.LastModified, answer.Served), IsFromCache: false);
    }

    /// <summary>Keeps the cache to its size; from time to time, since it reads the whole folder.</summary>
    public void TrimCache() => cache?.Trim();

    public void Dispose()
    {
        TrimCache();
        client.Dispose();
        slots.Dispose();
        foreach (var line in lines.Values)
        {
            line.Dispose();
        }
    }

    /// <summary>robots.txt itself asks no robots.txt, and its redirects are the RFC's five.</summary>
    async Task<Answer> AskAsync(Uri address, FetchKind kind, CancellationToken cancellation) => (await FollowAsync(address, kind, cancellation).ConfigureAwait(false)).Answer;

    async Task<(Answer Answer, Uri At, CachedPage? Known)> FollowAsync(Uri address, FetchKind kind, CancellationToken cancellation)
    {
        const int RobotsRedirects = 5;
        var most = kind == FetchKind.Robots ? RobotsRedirects : options.MaxRedirects;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        for (var at = address; ;)
        {
            Redirects.Require(at, isFirst: visited.Count == 0);
            if (!visited.Add(at.AbsoluteUri) || visited.Count > most + 1)
            {
                throw new FetchException("web/redirects", $"is redirected in a circle, or more than {most} times (web.max_redirects)");
            }

            if (kind != FetchKind.Robots)
            {
                await robots.RequireAsync(at, cancellation).ConfigureAwait(false);
            }

            var known = kind == FetchKind.Robots ? null : cache?.Find(at);
            var answer = await LineOf(at).AskAsync(at, kind, known, cancellation).ConfigureAwait(false);
            if (!answer.IsRedirect)
            {
                return (answer, at, known);
            }

            at = Redirects.Next(at, answer.Location);
        }
    }

    HostLine LineOf(Uri address) => lines.GetOrAdd(address.GetLeftPart(UriPartial.Authority), _ => new(client, options, slots, clock));

    static SocketsHttpHandler Handler(Dialer dialer) => new()
    {
        ConnectCallback = dialer.ConnectAsync,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false, // a proxy would look names up for us, and connect where it likes
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseDrainSize = 64 * 1024,
    };

    static string UserFolder() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder ? folder : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "extraction", "web");
}
