using System.Text;
using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>
/// Bytes to characters: byte-order mark, else the bytes' own manner (UTF-16 without a mark, valid UTF-8), else the declared
/// character set, else windows-1252. Valid UTF-8 with a multi-byte character beats a declaration, which is wrong more often than
/// such bytes come about by chance.
/// </summary>
internal static class TextDecoder
{
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared, BodyFormat format)
    {
        var (encoding, skip) = Marked(bytes);
        if (encoding is null)
        {
            BinaryCheck.ThrowIfBinary(bytes);
            encoding = Unmarked(bytes, declared ?? (format == BodyFormat.Html ? MetaCharset.Of(bytes) : null));
        }
        return Finish(encoding.GetString(bytes[skip..]), encoding.WebName);
    }

    /// <summary>An encoding by its label, or null where there is none of that name.</summary>
    internal static Encoding? ByName(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant();
        // On the web these labels mean windows-1252 (WHATWG Encoding Standard).
        if (name is "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso_8859-1" or "cp1252")
            name = "windows-1252";
        if (name is "utf8" or "utf-8" or "utf_8" or "unicode-1-1-utf-8")
            return Encoding.UTF8;
        if (string.IsNullOrEmpty(name))
            return null;
        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return IsWide(found) || HasAscii(found) ? found : null;
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static (Encoding? Encoding, int Skip) Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] when bytes.Length % 4 == 0 => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static Encoding Unmarked(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (Utf16Guess.Of(bytes) is { } wide)
            return wide;
        var named = ByName(declared);
        if (named is not null && IsWide(named))
            named = null; // the bytes would have shown it
        var evidence = Utf8Evidence.Of(bytes);
        if (evidence.Invalid == 0)
            return evidence.MultiByte > 0 || named is not { CodePage: >= 50220 and <= 50229 } ? Encoding.UTF8 : named;
        // A few broken bytes in what is otherwise UTF-8 (cut in the middle of a character, glued files).
        if (evidence.MultiByte > 4 * evidence.Invalid)
            return Encoding.UTF8;
        return named is null or { CodePage: 65001 } ? ByName("windows-1252")! : named;
    }

    private static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    /// <summary>Mainframe sets, UTF-7 and HZ are no sets of the web, and the gate relies on letters being themselves.</summary>
    private static bool HasAscii(Encoding encoding) =>
        encoding.CodePage is not (65000 or 52936) && encoding.GetString("azAZ<>&;09"u8) == "azAZ<>&;09";

    private static DecodedText Finish(string text, string charset)
    {
        var damaged = text.AsSpan().Count('\uFFFD') + text.AsSpan().Count('\0');
        return new DecodedText(text.Replace('\0', ' '), charset, damaged);
    }
}
