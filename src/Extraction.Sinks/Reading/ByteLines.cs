namespace Extraction.Sinks.Reading;

/// <summary>Cuts a stream into lines without decoding it. A line that is too long is passed over and comes as null.</summary>
static class ByteLines
{
    static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <returns>Lines without their end; each is valid only until the next is asked for.</returns>
    public static IEnumerable<ReadOnlyMemory<byte>?> Of(Stream stream, int longest)
    {
        var buffer = new byte[64 * 1024];
        int start = 0, filled = 0;
        bool first = true, tooLong = false;
        while (true)
        {
            var at = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n');
            if (at >= 0)
            {
                yield return tooLong || at > longest ? default(ReadOnlyMemory<byte>?) : Line(buffer, start, at, ref first);
                tooLong = false;
                start += at + 1;
                continue;
            }

            if (filled - start > longest)
            {
                (tooLong, start, filled) = (true, 0, 0);
            }
            else if (start > 0)
            {
                buffer.AsSpan(start, filled - start).CopyTo(buffer);
                (start, filled) = (0, filled - start);
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        if (filled > start || tooLong)
        {
            yield return tooLong || filled - start > longest ? default(ReadOnlyMemory<byte>?) : Line(buffer, start, filled - start, ref first);
        }
    }

    static ReadOnlyMemory<byte> Line(byte[] buffer, int start, int length, ref bool first)
    {
        var skip = first && buffer.AsSpan(start, length).StartsWith(Mark) ? Mark.Length : 0;
        first = false;
        return buffer.AsMemory(start + skip, length - skip);
    }
}
