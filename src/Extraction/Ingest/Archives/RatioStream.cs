namespace Extraction.Ingest;

/// <summary>Unpacked data, read in order, that refuses to be more than so many times what it was unpacked from.</summary>
/// <param name="unpacked">What is read.</param>
/// <param name="packed">What it comes from; its position says how much of it was used.</param>
/// <param name="ratio">Most bytes for one byte.</param>
sealed class RatioStream(Stream unpacked, Stream packed, int ratio) : ReadOnlyStream(unpacked)
{
    /// <summary>Less than this is never a bomb.</summary>
    const long Harmless = 64 << 20;

    /// <exception cref="InvalidDataException">It is a bomb.</exception>
    protected override void Came()
    {
        if (Given > Harmless && Given / ratio > packed.Position)
        {
            throw new InvalidDataException($"unpacks to more than {ratio} times its size, like a zip bomb; raise ingest.max_unpack_ratio to read on");
        }
    }
}
