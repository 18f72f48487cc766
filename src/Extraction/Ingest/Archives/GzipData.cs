using System.IO.Compression;

namespace Extraction.Ingest;

/// <summary>
/// Gzip members one after the other, unpacked. What stands behind a member and opens no other is passed over by the decompressor without a
/// word, and all members behind it; here that breaks off, unless it is zeros.
/// </summary>
sealed class GzipData : RatioStream
{
    readonly Source source;

    public GzipData(Stream packed, int ratio)
        : this(new Source(packed), packed, ratio)
    {
    }

    GzipData(Source source, Stream packed, int ratio)
        : base(new GZipStream(source, CompressionMode.Decompress), () => source.Position, ratio) => (this.source, Packed) = (source, packed);

    public Stream Packed { get; }

    /// <exception cref="InvalidDataException">It is broken, or a bomb.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        return read > 0 || buffer.IsEmpty || !source.IsLeft() ? read : throw new InvalidDataException("what follows is no gzip member");
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    /// <summary>
    /// Gives the last byte that is not zero apart from those before it. The decompressor asks for it where it needs it, for it belongs to a
    /// member; where it does not ask, it ended before.
    /// </summary>
    sealed class Source(Stream packed) : ReadOnlyStream(packed)
    {
        readonly byte[] buffer = new byte[32 * 1024];
        int start, ready, filled;
        long position;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> target)
        {
            if (start == ready)
            {
                More();
            }

            var count = Math.Min(target.Length, ready - start);
            buffer.AsSpan(start, count).CopyTo(target);
            start += count;
            position += count;
            return count;
        }

        /// <summary>Whether anything that is not zero was not asked for.</summary>
        public bool IsLeft()
        {
            while (buffer.AsSpan(start, filled - start).IndexOfAnyExcept((byte)0) < 0)
            {
                start = ready = filled;
                More();
                if (start == filled)
                {
                    return false;
                }
            }

            return true;
        }

        void More()
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (start, ready, filled) = (0, 0, filled - start);
            var read = Inner.Read(buffer.AsSpan(filled));
            filled += read;
            var last = buffer.AsSpan(0, filled).LastIndexOfAnyExcept((byte)0);
            ready = read > 0 && last > 0 ? last : filled;
        }
    }
}
