using System.Collections.Immutable;

namespace Extraction.Web.Robots;

/// <summary>One line of robots.txt that allows or disallows paths.</summary>
/// <param name="Pattern">Normalized; <c>*</c> stands for anything, <c>$</c> at its end for the end.</param>
/// <param name="Allows">Or disallows.</param>
public sealed record RobotsRule(string Pattern, bool Allows);

/// <summary>What robots.txt says to one crawler. Of the rules that match, the longest decides; of two as long, the one that allows (RFC 9309, 2.2.2).</summary>
/// <param name="Rules">In the order of the file.</param>
/// <param name="CrawlDelay">Seconds between requests that the host asks for, or null. Not in the RFC, but common.</param>
public sealed record RobotsRules(ImmutableArray<RobotsRule> Rules, double? CrawlDelay)
{
    public static readonly RobotsRules None = new([], null);

    /// <summary>What holds where robots.txt should be there and cannot be had (RFC 9309, 2.3.1.4).</summary>
    public static readonly RobotsRules Nothing = new([new("/", false)], null);

    /// <param name="pathAndQuery">As in the address: <c>/news/1?page=2</c>.</param>
    public bool Allows(string pathAndQuery)
    {
        var path = RobotsPath.Normalize(pathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        RobotsRule? best = null;
        foreach (var rule in Rules)
        {
            if ((best is null || rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.Allows)) && RobotsPath.Matches(path, rule.Pattern))
            {
                best = rule;
            }
        }

        return best is null or { Allows: true };
    }
}
