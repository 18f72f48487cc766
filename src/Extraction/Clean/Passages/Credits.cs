using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>Lines that say who wrote it or when it appeared, and nothing else.</summary>
internal static partial class Credits
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static bool IsCredit(string text) => text.Length <= 200 && (IsByline(text) || IsDateLine(text));

    /// <summary>A time of day and at most a zone and words like "updated": what opens a post of a live page.</summary>
    public static bool IsTimeStamp(string text) => text.Length <= 60 && TimeStamp().IsMatch(text);

    /// <summary>A line of author names: "By Ana Popov and J. Smith, Reuters | 3 May 2019".</summary>
    public static bool IsByline(string text) => text.Length <= 160 && Byline().IsMatch(text);

    public static bool IsDateLine(string text) => text.Length <= 140 && (Dated().IsMatch(text) || TimeStamp().IsMatch(text) || Stated().IsMatch(text));

    [GeneratedRegex(@"^((story|report|article|analysis|opinion|commentary|words?|text)\s)?(?i:by):?\s+((?-i:[A-Z\p{Lu}][\p{L}.'’\-]*)|and|&|in|for|of|the|at|with|de|van|von|bin|al|el|di|da|multiple authors|staff|writers?|correspondents?|agencies|reporters?|editors?)([\s,|/·•–—]+(-\s)?((?-i:[A-Z\p{Lu}][\p{L}.'’\-]*)|and|&|in|for|of|the|at|with|de|van|von|bin|al|el|di|da|\d{1,4}(st|nd|rd|th)?|\d{1,2}:\d{2}|@\w+|updated:?|published:?|am|pm|a\.m\.|p\.m\.|staff|writers?|correspondents?|agencies|reporters?|editors?|multiple|authors?))*,?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Byline();

    private const string Month = @"(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?";
    private const string Day = @"(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?\.?,?";
    private const string Clock = @"(\d{1,2}([:.h]\d{2}){0,2}(\s?[ap]\.?m\.?)?)";
    private const string Zone = @"\(?([a-z]{2,5}|[+-]\d{2}:?\d{2}|gmt ?[+-]\s?\d{1,2}(:\d{2})?|local time|eastern|pacific)\)?";
    private const string Date = "(" + Month + @"\s+\d{1,2}(st|nd|rd|th)?,?(\s+\d{4})?|\d{1,2}(st|nd|rd|th)?\s+(of\s+)?" + Month + @",?(\s+\d{4})?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|" + Month + @"\s+\d{4})";

    [GeneratedRegex(@"^[\[(]?((first\s|last\s|originally\s)?(posted|published|updated|modified|created|issued|released|date|time|release date|publication date|last updated?|last modified|as of|on)(\son|\sat|\sdate)?\s?[:\-–—|]?\s*)?(" + Day + @"\s*)?[–—-]?\s*" + Date + @"([\s,|/·•T–—-]+(at\s+)?" + Clock + @"(\s?" + Zone + @")?)?([\s,|/·•–—-]+((last\s)?(updated|modified|published|posted)(\son|\sat)?:?\s*)?(" + Day + @"\s*)?(" + Date + @"|" + Clock + @"(\s?" + Zone + @")?|\d+\s(hours?|minutes?|mins?|days?)\sago))*(\s?[|·•–—-]\s?[\w ]{1,25})?[\])]?\.?$", Options)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^((posted|published|updated|last updated|modified)(\son|\sat)?:?\s*)?(\d{1,2}[:.]\d{2}(:\d{2})?\s?([ap]\.?m\.?)?(\s?" + Zone + @")?|\d{1,2}\s?[ap]\.?m\.?(\s?" + Zone + @")?|\d+\s?(h|hr|hrs|hours?|m|min|mins|minutes?|d|days?)\.?\s+ago)(\s?[-–—|(,]?\s?(\d{1,2}[:.]\d{2}(\s?" + Zone + @")?|updated|live)\)?)?$", Options)]
    private static partial Regex TimeStamp();

    /// <summary>"International Desk Published: 9 December 2023, 01:01 PM | Updated: …": a colon or "on" must follow the word.</summary>
    [GeneratedRegex(@"^.{0,60}\b(published|posted|updated|last updated|first published|date)(\s(on|at))?\s?:\s?(" + Day + @"\s*)?" + Date + @".{0,70}$", Options)]
    private static partial Regex Stated();
}
