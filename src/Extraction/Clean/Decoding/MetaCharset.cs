using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>The character set that a page declares in its first bytes (<c>meta charset</c>, <c>http-equiv</c>, XML declaration).</summary>
internal static partial class MetaCharset
{
    private const int Looked = 8192;

    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Looked)]);
        var found = Declared().Match(head);
        return found.Success ? found.Groups["name"].Value : null;
    }

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?\s*(?<name>[\w.:-]+)|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["'](?<name>[\w.:-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
