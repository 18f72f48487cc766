using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>Small facts about the wording of a line.</summary>
internal static partial class Wording
{
    /// <summary>Characters of a sentence that may have a mark behind its stop, and of its end that are looked at for one.</summary>
    private const int ShortestMarked = 45;
    private const int LongestMark = 100;

    private const string Closers = "\"'”’»)]* \u00A0";

    private static readonly HashSet<string> SmallWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "as", "from", "with", "over", "if", "is",
        "its", "be", "nor", "so", "per", "via", "vs", "vs.", "into", "amid", "after", "than", "that", "al", "bin", "de", "van", "von", "la", "le",
    };

    /// <summary>The text with every run of white space as one space, and no invisible characters.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        var gap = false;
        foreach (var character in text)
        {
            if (IsBlank(character))
            {
                gap = result.Length > 0;
                continue;
            }
            if (character == PlainMarks.Nothing)
                continue;
            if (gap)
                result.Append(' ');
            gap = false;
            result.Append(character);
        }
        return result.ToString();
    }

    /// <summary>White space, or a character without width.</summary>
    public static bool IsBlank(char character) => char.IsWhiteSpace(character) || character is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\u2060';

    public static int CountWords(string text)
    {
        var count = 0;
        foreach (var range in text.AsSpan().Split(' '))
            count += text.AsSpan(range).IndexOfAny(Letters) >= 0 ? 1 : 0;
        return count;
    }

    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd(Closers);
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' || IsMarked(text);
    }

    /// <summary>A sentence of some length with a mark behind its stop: a footnote's number, the sign of the end, initials, a source.</summary>
    private static bool IsMarked(ReadOnlySpan<char> text) => text.Length >= ShortestMarked && Marked().IsMatch(text[^Math.Min(text.Length, LongestMark)..]);

    [GeneratedRegex(@"\p{Ll}[”""’)]?[.!?][”""’)]?\s?(\[\w{1,3}\](\[\w{1,3}\])*|\d{1,2}|[■▪●◆#†*]+|ENDS|-ENDS-|[\[(][\p{L}\d/ .&'’-]{2,40}[\])]( ?[\[(][\p{L}\d/ .&'’-]{2,40}[\])])*|(--?|–|—|/) ?\p{Lu}[\p{L} ]{1,20}|Read more|(\.\.\.|…) ?\[\+\d+ chars\])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Marked();

    /// <summary>Two sentences or more of some length: what a number before it makes no item of a list (resolutions, orders, minutes).</summary>
    public static bool IsParagraph(string text) => text.Length >= 150 && EndsSentence(text) && TwoSentences().IsMatch(text);

    [GeneratedRegex(@"\p{Ll}{2}[.!?][”""’)]* [“""‘(]?\p{Lu}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TwoSentences();

    /// <summary>Whether it ends amid a sentence: with a small word ("on the assets of") or a comma.</summary>
    public static bool GoesOn(string text)
    {
        var end = text.AsSpan().TrimEnd();
        if (end.EndsWith(",")) return true;
        var word = end[(end.LastIndexOf(' ') + 1)..];
        return word.Length > 0 && char.IsLower(word[0]) && SmallWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    /// <summary>Whether it could be a headline or a subheading by its looks.</summary>
    public static bool LooksLikeHeadline(string text)
    {
        if (text.Length is < 12 or > 170)
            return false;
        var first = text.AsSpan().TrimStart("\"'“‘«(");
        if (first.Length == 0 || !(char.IsUpper(first[0]) || char.IsDigit(first[0])))
            return false;
        if (text.Contains("http", StringComparison.OrdinalIgnoreCase) || text.Contains('@', StringComparison.Ordinal))
            return false;
        var last = text.AsSpan().TrimEnd(Closers);
        if (last.Length == 0 || IsMarked(text) || last[^1] is ';' or ',' or ':' or '…' or '-' or '–' || last[^1] == '.' && !EndsWithAbbreviation(last))
            return false;
        return CountWords(text) is >= 3 and <= 24 && !IsSpeaker(text) && !IsEntry(text);
    }

    /// <summary>What stands in lists and in no headline: names with semicolons between them, a ship's number, an entry of the United Nations.</summary>
    public static bool IsEntry(string text) => text.AsSpan().Count(';') > 1 || Entry().IsMatch(text);

    [GeneratedRegex(@"\bIMO:?( no\.?| number)? ?[0-9]{7}\b|^[A-Z]{2}[ie]\.[0-9]{3}|\bName: ?1: ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    /// <summary>A person and what he or she is: "Chris Tang, commissioner of police", "Vitaliy Kovalev, known online as …".</summary>
    public static bool IsPersonLine(string text) => text.Length < 200 && PersonLine().IsMatch(text);

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]*( (al-|bin |de |van )?\p{Lu}[\p{L}.'’-]*){1,5}( \([^)]{1,40}\))?, \p{Ll}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PersonLine();

    /// <summary>Who speaks, above a statement: "Antony J. Blinken, Secretary of State". It tells whose act the statement announces.</summary>
    public static bool IsSpeaker(string text) => text.Length < 120 && Speaker().IsMatch(text);

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]*(\s\p{Lu}[\p{L}.'’-]*){1,4},\s(\p{Lu}[\p{L}.]*\s|the\s){0,3}(Secretary|Under Secretary|Minister|President|Premier|High Representative|Spokesperson|Spokesman|Spokeswoman|Commissioner|Ambassador)(\s[\p{L}&,-]+){0,8}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Speaker();

    /// <summary>Share of the words that could carry a capital and do.</summary>
    public static double TitleCase(string text)
    {
        int could = 0, does = 0, index = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range).Trim("\"'“”‘’«»()[],.:;!?–-");
            if (word.Length == 0 || !char.IsLetter(word[0]) || index++ > 0 && SmallWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                continue;
            could++;
            does += char.IsUpper(word[0]) ? 1 : 0;
        }
        return could == 0 ? 0 : (double)does / could;
    }

    /// <summary>The words of a line without case, punctuation and white space, to tell repeated titles.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                key.Append(char.ToLowerInvariant(character));
        }
        return key.ToString();
    }

    /// <summary>Beginnings (five letters) of the words that say what a line is about.</summary>
    public static HashSet<string> ContentStems(string text)
    {
        var stems = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in text.Split([' ', '-', '–', '—', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.Trim('"', '\'', '“', '”', '‘', '’', '(', ')', '[', ']', ',', '.', ':', ';', '!', '?');
            var apostrophe = bare.AsSpan().IndexOfAny('\'', '’');
            if (apostrophe > 1)
                bare = bare[..apostrophe];
            if (bare.Length >= 4 && !SmallWords.Contains(bare) || bare.Length >= 2 && bare.All(char.IsUpper))
                stems.Add(bare[..Math.Min(5, bare.Length)]);
        }
        return stems;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789àáâäãåçèéêëìíîïñòóôöõùúûüýÿßæœøÀÁÂÄÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝÆŒØšžčćđŠŽČĆĐğışİĞŞ");

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> text) =>
        text.Length >= 4 && text[^3] == '.' && char.IsUpper(text[^2]) || text.EndsWith(" Inc.", StringComparison.Ordinal) || text.EndsWith(" Ltd.", StringComparison.Ordinal);
}
