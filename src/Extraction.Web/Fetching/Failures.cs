using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Extraction.Web.Fetching;

/// <summary>What went wrong, in this program's terms: the one place that knows the codes of answers and of the transport.</summary>
static class Failures
{
    /// <summary>Whether the line broke, and another attempt may find it mended.</summary>
    public static bool IsOfTransport(Exception e) =>
        Own(e) is null && (e is IOException || e is HttpRequestException { HttpRequestError: not (HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.InvalidResponse or HttpRequestError.UserAuthenticationError) });

    /// <returns>Null for an exception that is a bug.</returns>
    public static FetchException? Of(Exception e) => Own(e) ?? e switch
    {
        TimeoutRejectedException => new("web/timeout", "no whole answer in time; web.attempt_seconds and web.total_seconds say how long is waited", isPassing: true, e),
        BrokenCircuitException => new("web/host-down", "nearly all attempts at this host failed, so it is left alone for a while", isPassing: true, e),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new("web/tls", $"no secure connection: {Innermost(e)}", inner: e),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.InvalidResponse } => new("web/bad-answer", $"the answer is not HTTP as it should be: {e.Message}", isPassing: true, e),
        HttpIOException or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => new("web/cut-off", $"the answer broke off: {e.Message}", isPassing: true, e),
        HttpRequestException or IOException => new("web/no-connection", Innermost(e), isPassing: true, e),
        _ => null,
    };

    /// <summary>What an answer that is no page is.</summary>
    public static FetchException OfStatus(Answer answer) => answer.Status switch
    {
        404 or 410 => new("web/not-found", $"status {answer.Status}: there is no such page"),
        401 or 402 or 403 or 407 or 451 => new("web/forbidden", $"status {answer.Status}: the server does not give it to us"),
        429 => new("web/busy", "status 429: too many requests, though they were few" + Asked(answer), isPassing: true),
        503 when answer.RetryAfter is not null => new("web/busy", "status 503" + Asked(answer), isPassing: true),
        408 or 425 or >= 500 => new("web/server-error", $"status {answer.Status}, after all attempts", isPassing: true),
        _ => new("web/http-status", $"status {answer.Status}"),
    };

    static string Asked(Answer answer) =>
        answer.RetryAfter is { } wait ? $"; the server asks to wait {wait.TotalSeconds:0} seconds (web.max_retry_after_seconds says how long is waited)" : "";

    /// <summary>The transport wraps what the dialer throws.</summary>
    static FetchException? Own(Exception? e) => e is null ? null : e as FetchException ?? Own(e.InnerException);

    static string Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e.Message;
}
