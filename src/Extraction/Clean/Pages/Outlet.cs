using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>The outlet's name behind (or before) a headline: "Title | Outlet", "Title - Section - Outlet".</summary>
internal static partial class Outlet
{
    /// <summary>Longer lines are no headlines, and may have any number of tails.</summary>
    private const int Longest = 1_000;

    /// <summary>The headline alone; the text itself where no outlet's name is seen.</summary>
    public static string Stripped(string title)
    {
        if (title.Length > Longest)
            return title;
        while (true)
        {
            var tail = Tail().Match(title);
            if (!tail.Success || Wording.CountWords(title[..tail.Index]) < 4)
                return title;
            title = title[..tail.Index].TrimEnd();
        }
    }

    /// <summary>A bar always parts the outlet's name; a dash does where what follows is short and every word has a capital.</summary>
    [GeneratedRegex(@"\s+([|»›·•]|::)\s+[^|»›·•]{1,60}$|\s+[-–—]\s+(the\s)?(\p{Lu}[\p{L}\p{N}.&'’/+-]*|of|and|the|for|&|\d{1,2})(\s(\p{Lu}[\p{L}\p{N}.&'’/+-]*|of|and|the|for|&|\d{1,2})){0,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();
}
