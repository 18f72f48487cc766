using System.IO.Compression;

namespace Extraction.Ingest;

/// <summary>Finds gzip members among packed bytes.</summary>
static class GzipMembers
{
    /// <summary>How much of a member is unpacked at most to see what it is.</summary>
    public const int Probed = 4096;

    /// <summary>
    /// The first place at or after <paramref name="from"/> where a gzip member begins that unpacks to a WARC record, or -1. The three
    /// bytes that open a member also stand inside others by chance; "WARC/" unpacked from there does not.
    /// </summary>
    public static int NextRecord(ReadOnlySpan<byte> bytes, int from)
    {
        while (from < bytes.Length && bytes[from..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) is var found and >= 0)
        {
            var at = from + found;
            if (IsRecord(bytes.Slice(at, Math.Min(Probed, bytes.Length - at))))
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <summary>The same in an open file: the place of the first such member from <paramref name="from"/> on, or <paramref name="end"/>.</summary>
    public static long FindRecord(FileStream file, long from, long end)
    {
        var window = new byte[1 << 20];
        for (var (position, filled) = (from, 0); ;)
        {
            var wanted = (int)Math.Min(window.Length - filled, end - position - filled);
            file.Position = position + filled;
            var read = file.ReadAtLeast(window.AsSpan(filled, wanted), wanted, throwOnEndOfStream: false);
            filled += read;
            if (NextRecord(window.AsSpan(0, filled), 0) is var at and >= 0)
            {
                return position + at;
            }

            if (read == 0)
            {
                return end;
            }

            // A member whose head is cut by the window's end is seen with what follows.
            var kept = Math.Min(Probed, filled);
            window.AsSpan(filled - kept, kept).CopyTo(window);
            position += filled - kept;
            filled = kept;
        }
    }

    static bool IsRecord(ReadOnlySpan<byte> member)
    {
        if (member.Length < 18 || (member[3] & 0xE0) != 0)
        {
            return false;
        }

        try
        {
            using var gzip = new GZipStream(new MemoryStream(member.ToArray()), CompressionMode.Decompress);
            Span<byte> head = stackalloc byte[5];
            return gzip.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("WARC/"u8);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
    }
}
