using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>
/// Cuts JSON Lines into pieces of complete lines. A line is handed on as soon as it has been read, so that a filter on a pipe
/// never waits; memory is bounded by the longest line allowed.
/// </summary>
sealed class LineCutter(InputFile file, int limit, Func<Stream> open, FilePart? part = null)
{
    const int ReadSize = 128 * 1024;

    byte[] buffer = new byte[ReadSize];
    int filled;
    long number = (part?.FirstLine ?? 1) - 1;
    bool passingOver;

    public IEnumerable<Piece> Pieces(CancellationToken cancellation)
    {
        Stream? stream = null;
        try
        {
            if (Try(() => stream = part is null ? open() : new PartStream(open(), part.From, part.To)) is { } closed)
            {
                yield return Fault(closed, "cannot be opened");
                yield break;
            }

            var stored = stream is FileStream or PartStream ? stream : (stream as GzipData)?.Packed as FileStream;
            var counted = 0L;
            while (!cancellation.IsCancellationRequested)
            {
                var read = 0;
                if (Try(() => read = stream!.Read(buffer, filled, buffer.Length - filled)) is { } broken)
                {
                    yield return Fault(broken, $"breaks off after line {number}; the lines before were read");
                    yield break;
                }

                filled += read;
                var lines = read == 0 ? LastLine() : CompleteLines();
                if (!lines.IsEmpty)
                {
                    var position = stored?.Position ?? 0;
                    yield return new LinesPiece(file, position - counted, lines);
                    counted = position;
                }

                if (read == 0)
                {
                    yield break;
                }
            }
        }
        finally
        {
            stream?.Dispose();
        }
    }

    ImmutableArray<InputLine> CompleteLines()
    {
        var lines = ImmutableArray.CreateBuilder<InputLine>();
        var end = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
        byte[] kept = buffer[..end];
        for (var start = 0; start < end;)
        {
            var length = kept.AsSpan(start).IndexOf((byte)'\n');
            Add(lines, kept.AsMemory(start, length));
            start += length + 1;
        }

        buffer.AsSpan(end, filled - end).CopyTo(buffer);
        filled -= end;
        if (filled > limit)
        {
            passingOver = true;
            filled = 0;
        }
        else if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        return lines.ToImmutable();
    }

    ImmutableArray<InputLine> LastLine()
    {
        var lines = ImmutableArray.CreateBuilder<InputLine>();
        if (filled > 0 || passingOver)
        {
            Add(lines, buffer.AsMemory(0, filled).ToArray());
            filled = 0;
        }

        return lines.ToImmutable();
    }

    void Add(ImmutableArray<InputLine>.Builder lines, ReadOnlyMemory<byte> line)
    {
        number++;
        if (number == 1 && line.Span.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        if (passingOver || line.Length > limit)
        {
            lines.Add(new(number, ReadOnlyMemory<byte>.Empty, TooLong: true));
            passingOver = false;
        }
        else if (!line.Span.Trim(" \t\r"u8).IsEmpty)
        {
            lines.Add(new(number, line, TooLong: false));
        }
    }

    SettledPiece Fault(Exception e, string what)
    {
        LostInput.ThrowIfLost(file, e);
        var code = e is InvalidDataException ? "ingest/broken-gzip" : "ingest/unreadable";
        return new(file, new SourceFault(new(code, $"{file.DocumentId}#{number + 1}", $"{file.Shown}:{number + 1}: {what}: {e.Message}")));
    }

    internal static Exception? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            return e;
        }
    }
}
