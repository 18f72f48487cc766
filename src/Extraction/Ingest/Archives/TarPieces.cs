using System.Formats.Tar;

namespace Extraction.Ingest;

/// <summary>A tar archive, plain or gzip, read once from front to back. What comes before a break was read.</summary>
static class TarPieces
{
    public static IEnumerable<Piece> Of(InputFile file, IngestOptions options, CancellationToken cancellation)
    {
        FileStream? packed = null;
        TarReader? reader = null;
        try
        {
            if (LineCutter.Try(() =>
            {
                packed = options.Open(file.Path, 64 * 1024);
                reader = new TarReader(FileDocuments.Unpacked(file, packed, options));
            }) is { } closed)
            {
                yield return new SettledPiece(file, Archives.Broken(file, "cannot be opened", closed));
                yield break;
            }

            var counted = 0L;
            var last = "its beginning";
            while (!cancellation.IsCancellationRequested)
            {
                TarEntry? entry = null;
                if (LineCutter.Try(() => entry = Next(reader!)) is { } broken)
                {
                    yield return new SettledPiece(file, Archives.Broken(file, $"breaks off after {last}; the files before were read", broken));
                    yield break;
                }

                if (entry is null)
                {
                    yield break;
                }

                last = entry.Name;
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
                {
                    continue;
                }

                var inner = file.Inner(Name(entry.Name));
                if (Path.GetFileName(entry.Name).StartsWith('.'))
                {
                    yield return new SettledPiece(inner, new SourceSkip(inner.DocumentId, "hidden"));
                    continue;
                }

                var stored = packed!.Position - counted;
                counted = packed.Position;
                foreach (var piece in Archives.Entry(inner, entry.DataStream ?? Stream.Null, stored, options, cancellation))
                {
                    yield return piece;
                }
            }
        }
        finally
        {
            reader?.Dispose();
            packed?.Dispose();
        }
    }

    /// <exception cref="InvalidDataException">The header has numbers that none can be.</exception>
    static TarEntry? Next(TarReader reader)
    {
        try
        {
            return reader.GetNextEntry();
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"its next header is broken: {e.Message}", e);
        }
    }

    static string Name(string name) => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
}
