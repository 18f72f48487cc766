using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Extraction.Web.Robots;

/// <summary>
/// Reads robots.txt as RFC 9309 says: groups of the same name are one; a crawler keeps to the groups of its name, else to those of <c>*</c>,
/// else to none. Lines that say nothing known are passed over. <c>Crawl-delay</c> counts as a line of its group.
/// </summary>
public static class RobotsTxt
{
    /// <summary>The RFC's least that must be read; what follows is not.</summary>
    public const int MostBytes = 500 * 1024;

    /// <param name="body">Of the file.</param>
    /// <param name="name">The crawler's, such as <c>Extraction</c>; compared without regard to case.</param>
    public static RobotsRules Read(ReadOnlySpan<byte> body, string name)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MostBytes)]).TrimStart('\uFEFF');
        var own = new Group();
        var everybody = new Group();
        var (isOwn, isEverybody, inRules) = (false, false, true);
        foreach (var line in text.Split('\n', '\r'))
        {
            var (key, value) = Pair(line);
            switch (key)
            {
                case "USER-AGENT":
                    (isOwn, isEverybody) = inRules ? (false, false) : (isOwn, isEverybody);
                    isOwn |= Token(value).Equals(name, StringComparison.OrdinalIgnoreCase);
                    isEverybody |= value == "*";
                    own.IsNamed |= isOwn;
                    inRules = false;
                    break;
                case "ALLOW" or "DISALLOW" or "CRAWL-DELAY":
                    inRules = true;
                    foreach (var group in new[] { isOwn ? own : null, isEverybody ? everybody : null }.OfType<Group>())
                    {
                        group.Add(key, value);
                    }

                    break;
            }
        }

        return (own.IsNamed ? own : everybody).Rules();
    }

    static (string Key, string Value) Pair(string line)
    {
        var said = line.Split('#', 2)[0];
        var colon = said.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (said[..colon].Trim().ToUpperInvariant(), said[(colon + 1)..].Trim());
    }

    /// <summary>The product token, without a version: letters, <c>-</c> and <c>_</c>.</summary>
    internal static string Token(string agent)
    {
        var end = 0;
        while (end < agent.Length && (char.IsAsciiLetter(agent[end]) || agent[end] is '-' or '_'))
        {
            end++;
        }

        return agent[..end];
    }

    sealed class Group
    {
        readonly ImmutableArray<RobotsRule>.Builder rules = ImmutableArray.CreateBuilder<RobotsRule>();
        double? delay;

        public bool IsNamed { get; set; }

        public void Add(string key, string value)
        {
            if (key == "CRAWL-DELAY")
            {
                delay = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? Math.Max(seconds, delay ?? 0) : delay;
            }
            else if (value.Length > 0)
            {
                rules.Add(new(RobotsPath.Normalize(value), key == "ALLOW"));
            }
        }

        public RobotsRules Rules() => new(rules.ToImmutable(), delay);
    }
}
