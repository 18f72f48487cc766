using System.Collections.Immutable;
using System.Net;

namespace Extraction.Ingest;

/// <summary>How pages are fetched. The defaults are those of the shipped pipeline.yml. What fetches is in Extraction.Web, which local runs never load.</summary>
public sealed record WebOptions
{
    public const int MostRequests = 256;

    public const int LargestMegabytes = 1024;

    /// <summary>The User-Agent; its first word, up to a slash, is the name looked for in robots.txt.</summary>
    public string UserAgent { get; init; } = "Extraction/0.1";

    /// <summary>Whether robots.txt is kept to.</summary>
    public bool Robots { get; init; } = true;

    /// <summary>Seconds between the end of one request to a host and the next. 0 to 3600.</summary>
    public double HostPauseSeconds { get; init; } = 1;

    /// <summary>Longest crawl-delay that is kept, in seconds; hosts that ask for more are left alone. 0 to 3600.</summary>
    public double MaxCrawlDelaySeconds { get; init; } = 60;

    /// <summary>Requests on their way at once. 1 to 256.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>How often a page is tried, the first time included. 1 to 20.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Pause before the second attempt, in seconds, doubled each time, with jitter. 0.001 to 60.</summary>
    public double PauseSeconds { get; init; } = 1;

    /// <summary>Longest Retry-After that is waited for, in seconds. 0 to 3600.</summary>
    public double MaxRetryAfterSeconds { get; init; } = 120;

    /// <summary>Longest time for one attempt, its body included, in seconds. 0.1 to 3600.</summary>
    public double AttemptSeconds { get; init; } = 30;

    /// <summary>Longest time for all attempts with their pauses, in seconds. 0.1 to 86,400.</summary>
    public double TotalSeconds { get; init; } = 300;

    /// <summary>After so many attempts at a host, nearly all failed, it is left alone. 2 to 1000.</summary>
    public int BreakAfter { get; init; } = 12;

    /// <summary>For how long, in seconds. 0.5 to 3600.</summary>
    public double BreakSeconds { get; init; } = 60;

    /// <summary>Redirects followed for one address. 0 to 50.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Largest page, unpacked. MiB, 1 to 1024.</summary>
    public int MaxPageMegabytes { get; init; } = 8;

    /// <summary>Largest feed or sitemap, unpacked. MiB, 1 to 1024.</summary>
    public int MaxListMegabytes { get; init; } = 50;

    /// <summary>Most addresses taken from one feed or sitemap with all that it lists. 1 to 10,000,000.</summary>
    public int MaxLinks { get; init; } = 10_000;

    /// <summary>Networks (CIDR) that may be reached although they are not public.</summary>
    public ImmutableArray<string> AllowNetworks { get; init; } = [];

    /// <summary>The cache folder; null for the user's.</summary>
    public string? Cache { get; init; }

    /// <summary>Most that the cache holds. MiB, 0 for none.</summary>
    public int CacheMegabytes { get; init; } = 256;

    /// <summary>Seconds between two polls of <c>watch</c>. 1 to 604,800.</summary>
    public double WatchSeconds { get; init; } = 300;

    /// <summary>At how many polls <c>watch</c> tries a page before it gives it up. 1 to 100.</summary>
    public int WatchTries { get; init; } = 3;

    /// <summary>What is wrong with these options beyond ranges, one sentence each.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var network in AllowNetworks.Where(network => !IPNetwork.TryParse(network, out _)))
        {
            yield return $"allow_networks: '{network}' is no network; write one such as 127.0.0.0/8";
        }

        if (!UserAgent.All(c => c is >= ' ' and <= '~') || !char.IsAsciiLetter(UserAgent[0]))
        {
            yield return "user_agent must begin with a name in plain letters, such as Extraction/0.1";
        }
    }
}
