using System.Net.Http.Headers;

namespace Extraction.Web.Fetching;

/// <summary>What is asked for, which decides how large it may be and of what type.</summary>
public enum FetchKind
{
    /// <summary>An article: HTML, XHTML or plain text.</summary>
    Page,

    /// <summary>A feed or a sitemap, of any type.</summary>
    List,

    /// <summary>robots.txt, of any type.</summary>
    Robots,
}

/// <summary>One HTTP answer, its body read whole where it has one that is wanted.</summary>
sealed record Answer(int Status)
{
    public string? ContentType { get; init; }

    public string? ETag { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When the server made the answer, by its own clock.</summary>
    public DateTimeOffset? Served { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where it sends us, as written.</summary>
    public string? Location { get; init; }

    /// <summary>Whether it may be kept.</summary>
    public bool MayKeep { get; init; }

    public byte[] Body { get; init; } = [];

    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308;

    public bool IsGood => Status is 200 or 203;

    public static Answer Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var headers = response.Headers;
        return new((int)response.StatusCode)
        {
            ContentType = response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.FirstOrDefault() : null,
            ETag = headers.TryGetValues("ETag", out var tags) ? tags.FirstOrDefault() : null,
            LastModified = response.Content.Headers.LastModified,
            Served = headers.Date,
            RetryAfter = Wait(headers.RetryAfter, headers.Date ?? now),
            Location = headers.TryGetValues("Location", out var locations) ? locations.FirstOrDefault() : null,
            MayKeep = headers.CacheControl is not { NoStore: true },
        };
    }

    static TimeSpan? Wait(RetryConditionHeaderValue? value, DateTimeOffset now) =>
        value?.Delta ?? (value?.Date is { } date ? date > now ? date - now : TimeSpan.Zero : null);
}
