using System.Globalization;
using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>The date in a page's address: /2021/12/07/, /2021/dec/07/, /2021-12-07-, 20211207.</summary>
internal static partial class UrlDate
{
    public static DateOnly? Of(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > 4_000)
            return null;
        foreach (Match match in Path().Matches(url))
        {
            var month = match.Groups["m"].Value;
            var number = char.IsAsciiDigit(month[0]) ? int.Parse(month, CultureInfo.InvariantCulture) : DateReader.MonthOf(month);
            var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
            if (DateReader.Of(year, number, int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture)) is { } date)
                return date;
        }
        return null;
    }

    [GeneratedRegex(@"(?<![0-9])(?<y>(19[7-9]|20)[0-9]{1,2})(?:(?<sep>[/_.-])(?<m>[0-9]{1,2}|[a-zA-Z]{3})\k<sep>(?<d>[0-9]{1,2})|(?<m>[01][0-9])(?<d>[0-3][0-9]))(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
