namespace Extraction.Ingest;

/// <summary>A stream around another that is read in order and nothing else: what wrappers that count or bound have in common. Owns what it wraps.</summary>
/// <param name="inner">What is read.</param>
public abstract class ReadOnlyStream(Stream inner) : Stream
{
    /// <summary>What is read.</summary>
    protected Stream Inner => inner;

    /// <summary>Bytes given so far.</summary>
    protected long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer[..Wanted(buffer.Length)]));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer[..Wanted(buffer.Length)], cancellationToken).ConfigureAwait(false));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>How many bytes may be asked for at once.</summary>
    protected virtual int Wanted(int count) => count;

    /// <summary>Called when bytes have come; what it throws ends the reading.</summary>
    protected virtual void Came()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    int Count(int read)
    {
        Given += read;
        Came();
        return read;
    }
}
