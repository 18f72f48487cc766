using System.Text;

namespace Extraction.Clean;

/// <summary>UTF-16 without a byte-order mark: in Latin text every second byte is zero.</summary>
internal static class Utf16Guess
{
    private const int Looked = 4096;

    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8)
            return null;
        var sample = bytes[..Math.Min(bytes.Length & ~1, Looked)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        var units = sample.Length / 2;
        if (odd * 10 > units * 7 && even * 20 < units)
            return Encoding.Unicode;
        return even * 10 > units * 7 && odd * 20 < units ? Encoding.BigEndianUnicode : null;
    }
}
