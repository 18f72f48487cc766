using System.Buffers;
using System.Collections.Frozen;

namespace Extraction.Documents.Markup;

/// <summary>
/// Bounds from a page's tags alone what a tree of it would cost, before one is built: tree builders look up the stack of open elements
/// for many tags, compare all attributes of a tag with each other, open formatting elements that were left open again in every paragraph,
/// and move what stands in a block one by one where a formatting element ends in the middle of it. Pages made for it take them hours, and
/// what is being parsed cannot be stopped.
/// </summary>
/// <param name="Depth">Most elements open at once; those that close by themselves (p, li, td) do not count.</param>
/// <param name="Elements">Elements with those that are opened again.</param>
/// <param name="Attributes">Most attributes of one tag.</param>
/// <param name="Moves">Steps for what formatting elements hold: the square of each one's elements, summed up.</param>
internal readonly record struct TreeCost(int Depth, long Elements, int Attributes, long Moves)
{
    /// <summary>Half a second of a tree builder's time.</summary>
    private const long MostMoves = 20_000L * 20_000;

    private const int MostAttributes = 500;

    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\r\n\f");

    private static readonly SearchValues<char> SpaceOrSlash = SearchValues.Create(" \t\r\n\f/");

    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\r\n\f/>");

    private static readonly SearchValues<char> EndsAttribute = SearchValues.Create(" \t\r\n\f/>=");

    private static readonly SearchValues<char> EndsValue = SearchValues.Create(" \t\r\n\f>");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Uncounted = Names(
        "a", "p", "li", "br", "img", "input", "meta", "link", "hr", "td", "tr", "th", "dt", "dd", "option", "source", "col", "area", "base", "wbr", "param", "track", "embed",
        "path", "use", "rect", "circle", "polygon", "line", "stop", "g", "thead", "tbody", "tfoot", "colgroup", "optgroup", "rp", "rt");

    /// <summary>The standard's formatting elements, without a.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = Names(
        "nobr", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Raw = Names("script", "style", "textarea", "title", "iframe", "xmp");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Foreign = Names("svg", "math");

    public static TreeCost Of(string source)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, deepest = 0, reopened = 0, foreign = 0, attributes = 0;
        long elements = 0, moves = 0;
        var starts = new Dictionary<string, Stack<long>>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        long? link = null;
        for (var at = source.IndexOf('<'); at >= 0 && at + 1 < source.Length; at = source.IndexOf('<', at))
        {
            if (source.AsSpan(at).StartsWith("<!--"))
            {
                var end = source.IndexOf("-->", at + 2, StringComparison.Ordinal);
                at = end < 0 ? source.Length : end + 3;
                continue;
            }
            var closes = source[++at] == '/';
            var name = Name(source.AsSpan(closes ? ++at : at));
            if (name.IsEmpty)
                continue;
            var isFormatting = Formatting.Contains(name);
            var isForeign = Foreign.Contains(name);
            // What follows a block may open again what was left open; an end tag of a formatting element may copy it.
            elements += isFormatting ? 1 : (closes ? 0 : 1) + reopened;
            if (name is "a" or "A")
            {
                // A link ends the one before, wherever that began.
                var held = elements - link ?? 0;
                moves += held * held;
                link = closes ? null : elements;
            }
            if (closes)
            {
                // An end tag without its start tag closes nothing.
                if (open.TryGetValue(name, out var many) && many > 0)
                {
                    open[name] = many - 1;
                    depth--;
                    reopened -= isFormatting ? 1 : 0;
                    var held = isFormatting ? elements - starts[name].Pop() : 0;
                    moves += held * held;
                    foreign -= isForeign ? 1 : 0;
                }
                continue;
            }
            var (count, isEmpty) = AttributesOf(source, at + name.Length, out at);
            attributes = Math.Max(attributes, count);
            if (Uncounted.Contains(name) || isEmpty && (isForeign || foreign > 0))
                continue;
            if (foreign == 0 && Raw.Contains(name))
            {
                at = TagText.EndOfRaw(source, at, name.ToString());
                continue;
            }
            open[name] = open.TryGetValue(name, out var before) ? before + 1 : 1;
            deepest = Math.Max(deepest, ++depth);
            reopened += isFormatting ? 1 : 0;
            if (isFormatting && starts.TryGetValue(name, out var begun))
                begun.Push(elements);
            else if (isFormatting)
                starts[name] = new([elements]);
            foreign += isForeign ? 1 : 0;
        }
        return new TreeCost(deepest, elements, attributes, moves);
    }

    /// <summary>Whether a tree can be built in bounded time.</summary>
    /// <param name="maxDepth">Most elements open at once.</param>
    /// <param name="maxElements">Most elements in all.</param>
    public bool Fits(int maxDepth, int maxElements) => Depth <= maxDepth && Elements <= maxElements && Attributes <= MostAttributes && Moves <= MostMoves;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params ReadOnlySpan<string> names) =>
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, names).GetAlternateLookup<ReadOnlySpan<char>>();

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag) =>
        tag.IsEmpty || !char.IsAsciiLetter(tag[0]) ? [] : tag[..Before(tag, 0, EndsName)];

    /// <summary>How many attributes a start tag has from here on, whether it ends itself ("/>"), and where it ends.</summary>
    private static (int Count, bool IsEmpty) AttributesOf(string source, int from, out int end)
    {
        var count = 0;
        for (end = Past(source, from, SpaceOrSlash); end < source.Length && source[end] != '>'; end = Past(source, end, SpaceOrSlash))
        {
            count++;
            end = Before(source, end + 1, EndsAttribute);
            var value = Past(source, end, Space);
            if (value >= source.Length || source[value] != '=')
                continue;
            value = Past(source, value + 1, Space);
            if (value < source.Length && source[value] is '"' or '\'')
                end = source.IndexOf(source[value], value + 1) is var quote and >= 0 ? quote + 1 : source.Length;
            else
                end = Before(source, value, EndsValue);
        }
        return (count, source[end - 1] == '/');
    }

    private static int Before(ReadOnlySpan<char> source, int from, SearchValues<char> ends) =>
        from < source.Length && source[from..].IndexOfAny(ends) is var length and >= 0 ? from + length : source.Length;

    private static int Past(ReadOnlySpan<char> source, int from, SearchValues<char> passed) =>
        from < source.Length && source[from..].IndexOfAnyExcept(passed) is var length and >= 0 ? from + length : source.Length;
}
