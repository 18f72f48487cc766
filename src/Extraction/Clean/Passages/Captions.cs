using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>Words under a picture: by their credit, by an announcing word, or by a date that closes a line without a verb of report.</summary>
internal static partial class Captions
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Longest = 420;

    public static bool IsCaption(string text) =>
        text.Length <= Longest && (Announced().IsMatch(text) || Credited().IsMatch(text) && !Sourced().IsMatch(text) || text.Length <= 200 && Dated().IsMatch(text));

    /// <summary>A sentence or more that closes with where it is from, "(Reuters)" or "(AP) (Die Welt)" or "—AFP": an item of a digest, the end of a report.</summary>
    [GeneratedRegex(@"^([^ ]+ ){7,}.*[.!?][”""]?(( ?[\[(](?![^\])]*\b([Pp]hoto|[Ii]mages?|[Ff]ile|[Pp]icture|[Cc]redit|[Hh]andout|[Ss]creenshot|[Cc]ourtesy|Getty|Shutterstock|Alamy|EPA)\b)[\p{L}\d][\p{L}\d .&'’-]{1,40}[\])])+| ?(--?|–|—|/) ?(Reuters|AFP|AP|dpa|UPI|Xinhua|TASS|Anadolu|IANS|PTI|ANI|Agencies))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sourced();

    [GeneratedRegex(@"^[\[(]?(photos?|images?|pictures?|pics?|video|caption|image caption|file ?photo|file ?pic(ture)?|file ?image|file|media caption|photo credit|image credit|photograph|illustration|illustrative photo|screenshot|screengrab|handout|representational image)( (by|from|courtesy|credit|source|illustration|taken|shows|via)\b|\s?[:\-–—/|©()])", Options)]
    private static partial Regex Announced();

    /// <summary>Ends with the credit of a picture agency, in brackets or after a dash, slash or bar.</summary>
    [GeneratedRegex(@"([\[(][^\])]{0,90}\b(Reuters|AFP|AP|AP Photo|Getty( Images)?|EPA(-EFE)?|Anadolu|TASS|Sputnik|Xinhua|Shutterstock|Alamy|file photo|file|photo|handout|screenshot|courtesy|via AP)\b[^\])]{0,60}[\])]\.?|(/|©|\||—|–|\bPhoto(graph)?( by|:)|\bCredit:|\bSource:|\bImages?:|\bPicture:) ?([\w.'’ -]{1,40}/ ?)?(Reuters|AFP|AP( Photo| Images)?|Getty( Images)?|EPA(-EFE)?|Anadolu( Agency)?|TASS|Sputnik|Xinhua|Shutterstock|Alamy( Stock Photo)?|file( photo)?|handout)([ /][\w.'’/ -]{0,40})?|\b(Photo|Image|Picture|Credit)s?( by| courtesy( of)?|:) ?[\w.,'’ /&-]{2,60}|\((Image|Photo|Picture|Credit|File)s?:[^)]{1,60}\)|/ ?File Photo|\bvia (AP|Reuters|AFP|Getty Images))$", Options)]
    private static partial Regex Credited();

    [GeneratedRegex(@"^[^.]{15,150}\. (on )?(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},? \d{4}\.?$", Options)]
    private static partial Regex Dated();
}
