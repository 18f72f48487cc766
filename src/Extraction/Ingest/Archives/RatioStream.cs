namespace Extraction.Ingest;

/// <summary>Unpacked data, read in order, that refuses to be more than so many times what it was unpacked from.</summary>
/// <param name="unpacked">What is read.</param>
/// <param name="used">How many packed bytes it came from so far.</param>
/// <param name="ratio">Most bytes for one byte.</param>
class RatioStream(Stream unpacked, Func<long> used, int ratio) : ReadOnlyStream(unpacked)
{
    /// <summary>Less than this is never a bomb.</summary>
    const long Harmless = 64 << 20;

    /// <exception cref="InvalidDataException">It is a bomb.</exception>
    protected override void Came()
    {
        if (Given > Harmless && Given / ratio > used())
        {
            throw new InvalidDataException($"unpacks to more than {ratio} times its size, like a zip bomb; raise ingest.max_unpack_ratio to read on");
        }
    }
}
