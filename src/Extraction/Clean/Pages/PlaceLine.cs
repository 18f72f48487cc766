using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>The place and agency that open a report: "WASHINGTON, July 31, 2019 (Reuters) – ", "Geneva (AFP) - ", "TEHRAN — ".</summary>
internal static partial class PlaceLine
{
    private const int Longest = 110;

    /// <summary>Characters of the place line with its dash and blanks, or 0 where the text opens with none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, Longest)].ToString();
        var match = Opening().Match(head);
        return match.Success && match.Length < text.Length - 10 ? match.Length : 0;
    }

    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{Lu}\p{M}'’.\-]+([ /]\p{Lu}[\p{Lu}'’.\-]*){0,4}|\p{Lu}[\p{L}'’.\-]+([ /]\p{Lu}[\p{L}'’.\-]*){0,3}(?=[^(–—\n]{0,45}\((Reuters|AFP|AP|UPI|dpa|Xinhua|TASS|ANI|IANS|PTI|RFE/RL|VOA|CNN|Bloomberg|Anadolu|AA|Kyodo|EFE|ANSA|Interfax|SANA|IRNA)))((, | \()[\p{L} .'’]{2,25}\)?)?(,? ?((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ?)?((Jan(uary)?|Feb(ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\.? \d{1,2}|\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December))(,? \d{4})?)?,? ?(\([\p{L}/.\- ]{2,30}\))?\s?(--?|–|—|―|:)\s+(?=[\p{Lu}\d""'“‘])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();
}
