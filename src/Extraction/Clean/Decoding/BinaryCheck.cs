using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>Tells text from images, archives and programs by their first bytes and by the share of control characters.</summary>
internal static class BinaryCheck
{
    private const int Looked = 16 * 1024;

    /// <exception cref="DocumentException"><c>clean/binary</c></exception>
    public static void ThrowIfBinary(ReadOnlySpan<byte> bytes)
    {
        if (Kind(bytes) is { } kind)
            throw new DocumentException("clean/binary", $"this is no text but {kind}; it was skipped");
    }

    private static string? Kind(ReadOnlySpan<byte> bytes)
    {
        if (Signature(bytes) is { } known)
            return known;
        if (Utf16Guess.Of(bytes) is not null)
            return null;
        var sample = bytes[..Math.Min(bytes.Length, Looked)];
        int control = 0, nul = 0;
        foreach (var value in sample)
        {
            nul += value == 0 ? 1 : 0;
            control += value < 0x20 && value is not (0 or 9 or 10 or 11 or 12 or 13 or 0x1A or 0x1B) ? 1 : 0;
        }
        // Some NUL bytes come from damaged storage; many, or many control bytes, are a program's or a picture's.
        return control * 20 > sample.Length || nul * 3 > sample.Length || (control + nul) * 10 > sample.Length && control > 8
            ? "binary data"
            : null;
    }

    private static string? Signature(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith("%PDF-"u8) => "a PDF file",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG picture",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
        _ when bytes.StartsWith("GIF8"u8) && bytes.Length > 5 && bytes[5] == (byte)'a' => "a GIF picture",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP file",
        [0x1F, 0x8B, 8, ..] => "a gzip file",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "a Zstandard file",
        _ => null,
    };
}
