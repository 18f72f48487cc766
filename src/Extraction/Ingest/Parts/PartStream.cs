namespace Extraction.Ingest;

/// <summary>A stretch of an open file, read in order. Its position counts from the stretch's beginning.</summary>
sealed class PartStream : ReadOnlyStream
{
    readonly long length;

    public PartStream(Stream whole, long from, long to)
        : base(whole)
    {
        whole.Position = from;
        length = to - from;
    }

    public override long Length => length;

    protected override int Wanted(int count) => (int)Math.Min(count, length - Given);
}
