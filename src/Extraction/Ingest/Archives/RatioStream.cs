namespace Extraction.Ingest;

/// <summary>Unpacked data, read in order, that refuses to be more than so many times what it was unpacked from.</summary>
/// <param name="unpacked">What is read.</param>
/// <param name="packed">What it comes from; its position says how much of it was used.</param>
/// <param name="ratio">Most bytes for one byte.</param>
sealed class RatioStream(Stream unpacked, Stream packed, int ratio) : Stream
{
    /// <summary>Less than this is never a bomb.</summary>
    const long Harmless = 64 << 20;

    long total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => total; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">It is a bomb, or broken.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        total += read;
        return total > Harmless && total / ratio > packed.Position
            ? throw new InvalidDataException($"unpacks to more than {ratio} times its size, like a zip bomb; raise ingest.max_unpack_ratio to read on")
            : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
