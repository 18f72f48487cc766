namespace Extraction.Ingest;

/// <summary>
/// Tells data from text by its first bytes. Text with some stray control characters is still text; UTF-16 and UTF-32 are text where
/// they open with a byte order mark, or where their zero bytes stand in every second place.
/// </summary>
static class BinaryData
{
    const int Looked = 64 * 1024;

    /// <summary>More control characters than this share of the bytes, and it is no text.</summary>
    const double MaxControls = 0.05;

    /// <summary>What the bytes are ("a PDF file"), or null where they may be text.</summary>
    public static string? Recognize(ReadOnlySpan<byte> bytes) => Magic(bytes) ?? (IsMostlyControls(bytes) ? "binary data" : null);

    static string? Magic(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF file",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP or Office file",
        [0x1F, 0x8B, ..] => "gzip data",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "an image",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', 0x90, ..] => "a program",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file",
        [0x28, 0xB5, 0x2F, 0xFD, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => "compressed data",
        _ => null,
    };

    static bool IsMostlyControls(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return false;
        }

        var looked = bytes[..Math.Min(bytes.Length, Looked)];
        int controls = 0, evenZeros = 0, oddZeros = 0;
        for (var i = 0; i < looked.Length; i++)
        {
            var b = looked[i];
            if (b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 12 or 27))
            {
                controls++;
                evenZeros += b == 0 && i % 2 == 0 ? 1 : 0;
                oddZeros += b == 0 && i % 2 == 1 ? 1 : 0;
            }
        }

        var isUtf16 = controls > looked.Length / 3 && Math.Max(evenZeros, oddZeros) > 0.9 * controls;
        return controls > MaxControls * looked.Length && !isUtf16;
    }
}
