using System.Net.Http.Headers;
using Extraction.Ingest;
using Extraction.Web.Caching;
using Polly;

namespace Extraction.Web.Fetching;

/// <summary>All that is asked of one host: one thing at a time, at its pace, tried again where that may help.</summary>
sealed class HostLine : IDisposable
{
    readonly SemaphoreSlim turn = new(1);
    readonly HttpClient client;
    readonly WebOptions options;
    readonly TimeProvider clock;
    readonly HostPace pace;
    readonly ResiliencePipeline<Answer> policy;

    public HostLine(HttpClient client, WebOptions options, SemaphoreSlim slots, TimeProvider clock)
    {
        (this.client, this.options, this.clock) = (client, options, clock);
        pace = new(TimeSpan.FromSeconds(options.HostPauseSeconds), clock);
        policy = HostPolicy.Create(options, pace, slots, clock);
    }

    /// <summary>Keeps at least this pause from now on.</summary>
    public void Slow(TimeSpan pause) => pace.Pause = TimeSpan.FromSeconds(Math.Max(options.HostPauseSeconds, pause.TotalSeconds));

    /// <param name="address">Of this host.</param>
    /// <param name="kind">What is wanted.</param>
    /// <param name="known">The page as it was last time, or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="FetchException">It cannot be had.</exception>
    public async Task<Answer> AskAsync(Uri address, FetchKind kind, CachedPage? known, CancellationToken cancellation)
    {
        // Waiting for those before is not counted as time of this page.
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await policy.ExecuteAsync(async token => await TryAsync(address, kind, known, token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && Failures.Of(e) is { } failure)
        {
            throw ReferenceEquals(failure, e) ? e : failure;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task<Answer> TryAsync(Uri address, FetchKind kind, CachedPage? known, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", kind == FetchKind.Page ? "text/html, application/xhtml+xml, text/plain;q=0.8" : "*/*");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", Bodies.AcceptEncoding);
        if (known?.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        request.Headers.IfModifiedSince = known?.LastModified;
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        var answer = Answer.Of(response, clock.GetUtcNow());
        if (!answer.IsGood)
        {
            return answer;
        }

        if (kind == FetchKind.Page && !PageTypes.IsWanted(answer.ContentType))
        {
            throw new FetchException("web/not-text", $"is {answer.ContentType}, not HTML or plain text");
        }

        return answer with { Body = await Bodies.ReadAsync(response.Content, LimitOf(kind), cancellation).ConfigureAwait(false) };
    }

    int LimitOf(FetchKind kind) => kind switch
    {
        FetchKind.Page => options.MaxPageMegabytes << 20,
        FetchKind.List => (int)Math.Min((long)options.MaxListMegabytes << 20, Array.MaxLength - 1L),
        _ => 4 << 20,
    };
}
