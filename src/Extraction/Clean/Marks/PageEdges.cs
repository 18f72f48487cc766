using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>The edge of a printed page amid a sentence: "Page 2 of 6" and the lines around it become blanks, so that the sentence goes on.</summary>
internal static partial class PageEdges
{
    /// <summary>The text, as long as it was.</summary>
    public static string Without(string text) => text.Contains('\n', StringComparison.Ordinal) ? Edge().Replace(text, Blank) : text;

    private static string Blank(Match edge) => new(' ', edge.Length);

    /// <summary>Behind a word or comma and before a small letter.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\d,] ?)(\r?\n[ \t]*)+((Page|p\.) ?\d{1,4}( ?(of|/) ?\d{1,4})?|\d{1,4} ?(of|/|\|) ?\d{1,4}|[-–—] ?\d{1,4} ?[-–—]|\d{1,4} \| ?Page)[ \t]*(\r?\n[ \t]*)+(?=\p{Ll})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Edge();
}
