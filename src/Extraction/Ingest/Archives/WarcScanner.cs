using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Extraction.Ingest;

/// <summary>What the scanner stands on.</summary>
enum WarcScan
{
    Record,

    /// <summary>A record longer than allowed; passed over.</summary>
    TooLarge,

    /// <summary>Bytes that are no record; passed over to the next that is one.</summary>
    Broken,

    /// <summary>The stream ends inside a record.</summary>
    Truncated,
    End,
}

/// <summary>Records of a WARC stream, one after the other in one buffer. What is broken is passed over to the next record's first line.</summary>
sealed class WarcScanner(Stream stream, int limit) : IDisposable
{
    const int FirstBuffer = 512 * 1024;
    const int LongestHeader = 64 * 1024;

    static ReadOnlySpan<byte> NextRecord => "\r\n\r\nWARC/1."u8;

    byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    int start, filled, header, length, used;
    long before;

    /// <summary>Why the stream broke off, or null. What came before is scanned all the same.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Where in the stream it stands.</summary>
    public long Offset => before + start;

    /// <summary>The record's own fields, with the line "WARC/1.0".</summary>
    public ReadOnlySpan<byte> Header => buffer.AsSpan(start, header);

    public ReadOnlySpan<byte> Content => buffer.AsSpan(start + header, length);

    /// <summary>The record with what ends it.</summary>
    public ReadOnlySpan<byte> Whole => buffer.AsSpan(start, used);

    public WarcScan Next()
    {
        start += used;
        header = length = used = 0;
        while (Has(1) && buffer[start] is (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        if (!Has(1))
        {
            return WarcScan.End;
        }

        var scan = Head(out var size);
        if (scan != WarcScan.Record)
        {
            return PassOver(scan);
        }

        if (size > limit)
        {
            return PassContent(size);
        }

        length = (int)size;
        if (!Has(header + length))
        {
            return PassOver(WarcScan.Truncated);
        }

        // A length that is wrong shows here: no record follows. Looking for the next from the head on loses none.
        var isEnd = !Has(header + length + 4);
        if (!isEnd && !buffer.AsSpan(start + header + length).StartsWith("\r\n\r\n"u8) && !buffer.AsSpan(start + header + length).StartsWith("\n\n"u8))
        {
            return PassOver(WarcScan.Broken);
        }

        used = isEnd ? filled - start : header + length + 2;
        return WarcScan.Record;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref buffer, []));

    WarcScan Head(out long size)
    {
        size = 0;
        for (var wanted = 512; ; wanted *= 2)
        {
            var all = !Has(wanted);
            var seen = buffer.AsSpan(start, Math.Min(wanted, filled - start));
            if (!seen.StartsWith("WARC/"u8))
            {
                return WarcScan.Broken;
            }

            var end = seen.IndexOf("\r\n\r\n"u8);
            header = end >= 0 ? end + 4 : 0;
            if (end >= 0)
            {
                return Size(seen[..header], out size) ? WarcScan.Record : WarcScan.Broken;
            }

            if (all || wanted > LongestHeader)
            {
                return all ? WarcScan.Truncated : WarcScan.Broken;
            }
        }
    }

    static bool Size(ReadOnlySpan<byte> header, out long size)
    {
        var text = HeaderLines.Value(header, "Content-Length"u8);
        return Utf8Parser.TryParse(text, out size, out var read) && read == text.Length && size >= 0;
    }

    /// <summary>Goes on to the next line that opens a record, or to the end.</summary>
    WarcScan PassOver(WarcScan what)
    {
        header = length = 0;
        var kept = start;
        var from = start + 1;
        while (true)
        {
            var at = buffer.AsSpan(from, filled - from).IndexOf("\nWARC/1."u8);
            if (at >= 0)
            {
                start = from + at + 1;
                used = 0;
                return what == WarcScan.Truncated ? WarcScan.Broken : what;
            }

            // Keep the last bytes: the line may be cut by the buffer's end.
            var dropped = Math.Max(kept, filled - 8);
            start = dropped;
            from = dropped;
            if (!More())
            {
                start = filled;
                return what;
            }

            (kept, from) = (start, start);
        }
    }

    /// <summary>Goes on behind a record that is too large, or to one that begins inside it: a length that is wrong would cost the rest of the archive.</summary>
    WarcScan PassContent(long left)
    {
        PassedHeader = Header.ToArray();
        start += header;
        header = 0;
        while (true)
        {
            var seen = buffer.AsSpan(start, (int)Math.Min(left, filled - start));
            if (seen.IndexOf(NextRecord) is var at and >= 0)
            {
                start += at + 4;
                return WarcScan.Broken;
            }

            if (seen.Length == left)
            {
                start += seen.Length;
                return WarcScan.TooLarge;
            }

            // Keep the last bytes: what opens a record may be cut by the buffer's end.
            var passed = Math.Max(0, seen.Length - NextRecord.Length + 1);
            start += passed;
            left -= passed;
            if (!More())
            {
                start = filled;
                return WarcScan.Truncated;
            }
        }
    }

    /// <summary>The fields of the record that was too large.</summary>
    public byte[] PassedHeader { get; private set; } = [];

    /// <summary>Whether so many bytes stand from the start on; reads what is missing.</summary>
    bool Has(int count)
    {
        while (filled - start < count)
        {
            if (buffer.Length - start < count)
            {
                Move(count);
            }

            if (!More())
            {
                return false;
            }
        }

        return true;
    }

    bool More()
    {
        if (filled == buffer.Length)
        {
            Move(filled - start + 1);
        }

        try
        {
            var read = Failure is null ? stream.Read(buffer.AsSpan(filled)) : 0;
            filled += read;
            return read > 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            Failure = e;
            return false;
        }
    }

    void Move(int count)
    {
        var target = count > buffer.Length ? ArrayPool<byte>.Shared.Rent(Math.Max(count, 2 * buffer.Length)) : buffer;
        buffer.AsSpan(start, filled - start).CopyTo(target);
        if (target != buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = target;
        }

        before += start;
        (start, filled) = (0, filled - start);
    }
}

/// <summary>Lines "Name: value" of WARC and HTTP.</summary>
static class HeaderLines
{
    /// <summary>The value of the first field of this name, case aside; empty where there is none.</summary>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name)
    {
        while (header.IndexOf((byte)'\n') is var end and >= 0)
        {
            var line = header[..end];
            header = header[(end + 1)..];
            if (line.Length > name.Length && line[name.Length] == ':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                return line[(name.Length + 1)..].Trim(" \t\r"u8);
            }
        }

        return [];
    }
}
