using System.Text;

namespace Extraction.Clean;

/// <summary>How much of some bytes reads as UTF-8.</summary>
/// <param name="MultiByte">Characters of two or more bytes that are well formed.</param>
/// <param name="Invalid">Places where UTF-8 is broken.</param>
internal readonly record struct Utf8Evidence(int MultiByte, int Invalid)
{
    public static Utf8Evidence Of(ReadOnlySpan<byte> bytes)
    {
        int multi = 0, invalid = 0;
        while (true)
        {
            var next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
                return new Utf8Evidence(multi, invalid);
            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == System.Buffers.OperationStatus.Done)
                multi++;
            else
                invalid++;
            bytes = bytes[used..];
        }
    }
}
