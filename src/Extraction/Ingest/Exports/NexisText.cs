using System.Globalization;
using System.Text.RegularExpressions;

namespace Extraction.Ingest;

/// <summary>
/// Deliveries of Nexis and LexisNexis as text: the older form counts "3 of 250 DOCUMENTS" and has fields in capitals, the newer has
/// "Body" and ends with "End of Document".
/// </summary>
static partial class NexisText
{
    public static bool Fits(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1 << 20)];
        var isOld = head.IndexOf(" DOCUMENTS"u8) >= 0 && head.IndexOf("LENGTH:"u8) >= 0 && head.IndexOf("LOAD-DATE:"u8) >= 0;
        return isOld || (head.IndexOf("End of Document"u8) >= 0 && head.IndexOf("Length:"u8) >= 0 && head.IndexOf("\nBody"u8) >= 0);
    }

    public static IReadOnlyList<ExportedArticle> Read(string text) =>
        [.. Boundary().Split(text.ReplaceLineEndings("\n")).Where(part => Field().IsMatch(part)).Select(Article)];

    static ExportedArticle Article(string part)
    {
        var lines = part.Split('\n');
        var first = Array.FindIndex(lines, line => Field().IsMatch(line));
        var last = Array.FindLastIndex(lines, line => Leading().IsMatch(line));
        var body = Array.FindIndex(lines, line => Body().IsMatch(line));
        var title = Title(lines, first);
        var start = (body >= 0 ? body : EndOfField(lines, last)) + 1;
        var end = Array.FindIndex(lines, start, line => Trailing().IsMatch(line));
        var words = string.Join('\n', lines[start..(end < 0 ? lines.Length : end)].Select(line => line.TrimEnd())).Trim('\n');
        var date = lines[..Math.Max(first, 0)].Select(line => Day().Match(line)).FirstOrDefault(match => match.Success)?.Value;
        return new(null, title, Iso(date), title is null || words.Length == 0 ? words : $"{title}\n\n{words}");
    }

    /// <summary>The headline: a field of its own, else the newer form's first line, else what stands last before the fields.</summary>
    static string? Title(string[] lines, int first)
    {
        var named = Array.FindIndex(lines, line => line.StartsWith("HEADLINE:", StringComparison.Ordinal));
        if (named >= 0)
        {
            return string.Join(' ', lines[named..(EndOfField(lines, named) + 1)].Select(line => line.Trim()))["HEADLINE:".Length..].Trim();
        }

        var head = lines[..Math.Max(first, 0)].Select(line => line.Trim()).ToList();
        if (lines.Any(line => Body().IsMatch(line)))
        {
            return head.Find(line => line.Length > 0);
        }

        var dated = head.FindIndex(line => Day().IsMatch(line));
        var paragraph = head.Skip(dated + 1).Reverse().SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0).Reverse().ToList();
        return dated < 0 || paragraph.Count == 0 ? null : string.Join(' ', paragraph);
    }

    /// <summary>A field goes on to the next empty line.</summary>
    static int EndOfField(string[] lines, int at)
    {
        while (at >= 0 && at + 1 < lines.Length && !string.IsNullOrWhiteSpace(lines[at + 1]))
        {
            at++;
        }

        return at;
    }

    static string? Iso(string? day) =>
        DateOnly.TryParseExact(day, ["MMMM d, yyyy", "d MMMM yyyy", "MMMM d yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^[ \t]*\d+ of \d+ DOCUMENTS[ \t]*$|^[ \t]*End of Document[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^(BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|Byline|Section|Length|Dateline):", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex("^(BYLINE|SECTION|LENGTH|DATELINE|HEADLINE):")]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(Body|BODY:)\s*$")]
    private static partial Regex Body();

    [GeneratedRegex("^(LOAD-DATE|LANGUAGE|GRAPHIC|PUBLICATION-TYPE|SUBJECT|CORRECTION-DATE|Load-Date|Classification|Graphic|Notes|Language):?|^Classification$")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},? \d{4}|\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}")]
    private static partial Regex Day();
}
