using System.Security.Cryptography;
using System.Text;

namespace Extraction.Record;

/// <summary>Names for records that depend on their content only: the first 80 bits of SHA-256 over the parts, each with its length.</summary>
internal static class RecordIdentity
{
    private const int Bytes = 10;

    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var all = new StringBuilder();
        foreach (var part in parts)
            if (part is null)
                all.Append('-');
            else
                all.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())).AsSpan(0, Bytes));
    }
}
