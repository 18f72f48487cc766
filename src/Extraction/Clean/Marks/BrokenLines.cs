using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>Words that the end of a line divides, put together in their own room, and sentences that blank lines divide: the offsets stay.</summary>
internal static partial class BrokenLines
{
    /// <summary>Such words keep the hyphen before what follows them: "long-term", "anti-terror".</summary>
    private static readonly HashSet<string> Keepers = new(StringComparer.OrdinalIgnoreCase)
    {
        "anti", "co", "cross", "ex", "first", "follow", "high", "long", "low", "mid", "multi", "non", "oil", "one", "post", "pre", "pro", "second", "self", "semi", "short",
        "so", "state", "then", "third", "trans", "two", "three", "well", "year",
    };

    /// <summary>Such words keep the hyphen behind what goes before them: "Iran-backed", "year-long".</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "affiliated", "aligned", "backed", "based", "born", "brokered", "built", "controlled", "dominated", "drafted", "era", "flagged", "friendly", "funded", "held", "imposed", "led", "linked", "listed",
        "long", "made", "making", "occupied", "old", "owned", "related", "registered", "run", "sponsored", "style", "supported", "term", "trained", "wide",
    };

    /// <param name="text">A page.</param>
    /// <param name="range">A passage of it.</param>
    /// <returns>The passage's text, as long as it was.</returns>
    public static string Mended(string text, Documents.TextRange range)
    {
        var passage = range.Of(text);
        if (passage.AsSpan().IndexOfAny('\n', '\r') < 0)
            return passage;
        return Divided().Replace(BlankLines().Replace(passage, gap => new string(' ', gap.Length)), Joined);
    }

    private static string Joined(Match match)
    {
        var (first, second) = (match.Groups["first"], match.Groups["second"]);
        var gap = second.Index - match.Index - first.Length;
        var keeps = Keepers.Contains(first.Value) || Kept.Contains(second.Value);
        return first.Value + (keeps ? '-' : PlainMarks.Nothing) + new string(PlainMarks.Nothing, gap - 1) + second.Value;
    }

    [GeneratedRegex(@"\r?\n([ \t]*\r?\n)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"(?<first>(?<![\p{L}\d-])\p{L}\p{Ll}+)-[ \t]*\r?\n[ \t]*(?<second>\p{Ll}{2,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Divided();
}
