using System.Security.Cryptography;
using System.Text;

namespace Extraction.Ingest;

/// <summary>Digests of web archives: "sha1:", "sha256:" or "md5:", in base 32 or hexadecimal as the writer likes. One that is not known is believed.</summary>
static class WarcDigest
{
    const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Whether a record is not what its fields say.</summary>
    /// <param name="header">The record's fields.</param>
    /// <param name="http">The head of the answer; empty where it is none.</param>
    /// <param name="body">The rest of the block, as it lies.</param>
    public static bool IsWrong(ReadOnlySpan<byte> header, ReadOnlySpan<byte> http, ReadOnlySpan<byte> body) =>
        Differs(HeaderLines.Value(header, "WARC-Block-Digest"u8), http, body)
        || (!IsCoded(http) && Differs(HeaderLines.Value(header, "WARC-Payload-Digest"u8), [], body));

    /// <summary>Whether the body came in chunks or packed: writers do not agree on whether the payload's digest is of what came or of what they kept.</summary>
    static bool IsCoded(ReadOnlySpan<byte> http) =>
        !(HeaderLines.Value(http, "Transfer-Encoding"u8).IsEmpty && HeaderLines.Value(http, "Content-Encoding"u8).IsEmpty
        && HeaderLines.Value(http, "X-Crawl-Transfer-Encoding"u8).IsEmpty && HeaderLines.Value(http, "X-Crawl-Content-Encoding"u8).IsEmpty);

    static bool Differs(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var colon = digest.IndexOf((byte)':');
        if (colon < 0 || AlgorithmOf(digest[..colon]) is not { } algorithm)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(algorithm);
        hash.AppendData(head);
        hash.AppendData(body);
        var found = hash.GetHashAndReset();
        var said = Encoding.ASCII.GetString(digest[(colon + 1)..].TrimEnd((byte)'='));
        return said.Length == 2 * found.Length ? !said.Equals(Convert.ToHexString(found), StringComparison.OrdinalIgnoreCase)
            : said.Length == ((8 * found.Length) + 4) / 5 && !said.Equals(Base32(found), StringComparison.OrdinalIgnoreCase);
    }

    static HashAlgorithmName? AlgorithmOf(ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, "sha1"u8) ? HashAlgorithmName.SHA1
        : Ascii.EqualsIgnoreCase(name, "sha256"u8) ? HashAlgorithmName.SHA256
        : Ascii.EqualsIgnoreCase(name, "md5"u8) ? HashAlgorithmName.MD5
        : null;

    static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var two = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[(bit / 8) + 1] : 0);
            text.Append(Base32Letters[(two >> (11 - (bit % 8))) & 31]);
        }

        return text.ToString();
    }
}
