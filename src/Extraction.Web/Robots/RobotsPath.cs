using System.Globalization;
using System.Text;

namespace Extraction.Web.Robots;

/// <summary>Paths and patterns of robots.txt: compared octet by octet, after what may be written in two ways is written in one (RFC 9309, 2.2.2).</summary>
static class RobotsPath
{
    /// <summary>Percent-encodes what is not ASCII, decodes what need not be encoded, and writes the rest of the encodings in capitals.</summary>
    public static string Normalize(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(path))
        {
            text.Append(octet < 0x80 ? ((char)octet).ToString() : $"%{octet:X2}");
        }

        var written = text.ToString();
        if (!written.Contains('%', StringComparison.Ordinal))
        {
            return written;
        }

        text.Clear();
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '%' && i + 2 < written.Length && byte.TryParse(written.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                text.Append(IsUnreserved((char)value) ? ((char)value).ToString() : $"%{value:X2}");
                i += 2;
            }
            else
            {
                text.Append(written[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a pattern matches from the beginning of a path. Takes the earliest place for each part between stars, so that no pattern is slow.</summary>
    public static bool Matches(string path, string pattern)
    {
        var isAnchored = pattern.EndsWith('$');
        var parts = (isAnchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            if (isAnchored && i == parts.Length - 1)
            {
                return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            }

            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !isAnchored || at == path.Length;
    }

    static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
