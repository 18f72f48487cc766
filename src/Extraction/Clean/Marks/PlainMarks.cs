using System.Net;
using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>
/// Marks in a plain text that a reader does not read: entities that nobody resolved, Markdown, the signs of quoted mail, the header
/// of a page of a static site. What replaces them is as long as they were, so that offsets stay the source's.
/// </summary>
internal static partial class PlainMarks
{
    /// <summary>Takes the room of a character that is none; every later step leaves it out of words.</summary>
    public const char Nothing = '\u00AD';

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    /// <summary>The text without them; the text itself where there are none.</summary>
    public static string Without(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal))
            text = Resolved(text);
        if (text.StartsWith("---", StringComparison.Ordinal))
            text = FrontMatter().Replace(text, header => HeaderLine().Replace(header.Value, Header), 1);
        if (Quoted().Count(text) >= 2)
            text = Quoted().Replace(text, Blank);
        return IsMarkdown(text) ? WithoutMarkdown(text) : text;
    }

    private static bool IsMarkdown(string text) => text.AsSpan().IndexOfAny("*_[#") >= 0 && Markdown().IsMatch(text);

    private static string WithoutMarkdown(string text)
    {
        text = HashHeading().Replace(text, Blank);
        text = Picture().Replace(text, Blank);
        text = WithoutSides(text, Link());
        text = WithoutSides(text, Strong());
        text = WithoutSides(text, Emphasis());
        return Escape().Replace(text, mark => Pad(text, mark.Index, 1) + mark.Value[1..]);
    }

    /// <summary>Each entity as the character that it stands for; the rest of its room lies on the side where no word goes on.</summary>
    private static string Resolved(string text) => Entity().Replace(text, entity =>
    {
        var decoded = WebUtility.HtmlDecode(entity.Value);
        var room = entity.Length - decoded.Length;
        // Letters and hyphens that are hidden so are not looked into: the gate before this room does not see them either.
        if (room <= 0 || decoded[0] is '-' or Nothing || char.IsAsciiLetter(decoded[0]))
            return entity.Value;
        if (decoded == "\u00A0")
            return new string(' ', entity.Length);
        var end = entity.Index + entity.Length;
        return end < text.Length && char.IsLetterOrDigit(text[end]) ? Pad(text, entity.Index, room) + decoded : decoded + new string(' ', room);
    });

    /// <summary>Of the header, its title and its date are page; the rest speaks to the site's program.</summary>
    private static string Header(Match line)
    {
        var name = line.Groups["name"];
        if (name.ValueSpan.Equals("title", StringComparison.OrdinalIgnoreCase))
            return new string(' ', line.Groups["value"].Index - line.Index) + line.Groups["value"].Value + new string(' ', line.Groups["close"].Length);
        return name.ValueSpan.Contains("date", StringComparison.OrdinalIgnoreCase) || name.ValueSpan.Contains("published", StringComparison.OrdinalIgnoreCase)
            ? char.ToUpperInvariant(line.Value[0]) + line.Value[1..].Replace('"', ' ').Replace('\'', ' ')
            : Blank(line);
    }

    private static string Blank(Match mark) => new(' ', mark.Length);

    private static string WithoutSides(string text, Regex marks) => marks.Replace(text, mark =>
    {
        var inner = mark.Groups["inner"];
        var (end, rest) = (mark.Index + mark.Length, mark.Index + mark.Length - inner.Index - inner.Length);
        var goesOn = end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’');
        return Pad(text, mark.Index, inner.Index - mark.Index) + inner.Value + new string(goesOn ? Nothing : ' ', rest);
    });

    /// <summary>Fills the room before a word: with blanks, or where a word goes on, with nothing.</summary>
    private static string Pad(string text, int index, int length) => new(index > 0 && char.IsLetterOrDigit(text[index - 1]) ? Nothing : ' ', length);

    [GeneratedRegex(@"&(nbsp|amp|quot|apos|lt|gt|[lrsb][sdb]quo|[nm]dash|hellip|[a-z](acute|grave|circ|uml|tilde|cedil|caron)|#\d{2,6}|#x[0-9a-f]{2,5});", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Entity();

    /// <summary>What only Markdown has: a link, words between two pairs of stars or of lines, a heading with a cross.</summary>
    [GeneratedRegex(@"\]\((https?:|/|#|mailto:)[^)\s]{0,500}|\*\*[^\s*][^*\n]{0,300}\*\*|__[^\s_][^_\n]{0,300}__|^ {0,3}#{1,6} [^\s#]", Options)]
    private static partial Regex Markdown();

    [GeneratedRegex(@"^ {0,3}#{1,6} +(?=\S)", Options)]
    private static partial Regex HashHeading();

    [GeneratedRegex(@"!\[[^\[\]\n]{0,500}\]\([^)\[\n]{0,1000}\)", Options)]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?<![\p{L}\d\\])\[(?<inner>[^\[\]\n]{1,500})\]\((https?:|/|#|mailto:)[^)\s\[]{0,1000}( ""[^""\n]{0,200}"")?\)(?![\p{L}\d])", Options)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<mark>\*\*\*|\*\*|__)(?=[^\s*_])(?<inner>[^*_\n]{1,1000}?)(?<=[^\s*_])\k<mark>(?![\p{L}\d])", Options)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\w*\\])(?<mark>[*_])(?=[^\s*_])(?<inner>[^*_\n]{1,500}?)(?<=[^\s*_])\k<mark>(?![\w*])", Options)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\\[\\`*_{}\[\]()#+.!>|~$&""']", Options)]
    private static partial Regex Escape();

    /// <summary>The sign of quoted mail, once or more.</summary>
    [GeneratedRegex(@"^[ \t]{0,3}(> ?){1,5}(?=[^\s>])", Options)]
    private static partial Regex Quoted();

    /// <summary>Lines that each give a key, go on with one or list its values, a key that such pages have among them: no text between two rules.</summary>
    [GeneratedRegex(@"\A---[ \t]*\r?\n(?=([^\r\n]{0,300}\r?\n){0,20}?(title|layout|date|slug|draft|categories|tags):)(([\w-]{1,40}:|[ \t]*-[ \t]|[ \t]+|(?=\r?\n))[^\r\n]{0,2000}\r?\n){1,60}?(---|\.\.\.)[ \t]*(?=\r?$)", Options)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^(?<name>[A-Za-z_][\w-]*):[ \t]*[""']?(?<value>[^\r\n]*?)(?<close>[""']?[ \t]*)(?=\r?$)|^[^\r\n]+", Options)]
    private static partial Regex HeaderLine();
}
