using System.IO.Compression;

namespace Extraction.Ingest;

/// <summary>A zip archive in the order of its directory. An entry that is broken costs itself only.</summary>
static class ZipPieces
{
    public static IEnumerable<Piece> Of(InputFile file, IngestOptions options, CancellationToken cancellation)
    {
        FileStream? stored = null;
        ZipArchive? zip = null;
        IReadOnlyList<ZipArchiveEntry> entries = [];
        try
        {
            if (LineCutter.Try(() =>
            {
                stored = options.OpenFile(file.Path, new());
                zip = new(stored, ZipArchiveMode.Read);
                entries = zip.Entries;
            }) is { } closed)
            {
                yield return new SettledPiece(file, Archives.Broken(file, "cannot be opened as a zip archive", closed));
                yield break;
            }

            foreach (var entry in entries.Where(entry => entry.Name.Length > 0))
            {
                cancellation.ThrowIfCancellationRequested();
                var inner = file.Inner(entry.FullName.Replace('\\', '/'));
                if (entry.Name[0] == '.')
                {
                    yield return new SettledPiece(inner, new SourceSkip(inner.DocumentId, "hidden"));
                    continue;
                }

                Stream? stream = null;
                if (LineCutter.Try(() => stream = new RatioStream(entry.Open(), () => entry.CompressedLength, options.MaxUnpackRatio)) is { } broken)
                {
                    yield return new SettledPiece(inner, Archives.Broken(inner, "cannot be unpacked", broken));
                    continue;
                }

                using (stream)
                {
                    foreach (var piece in Archives.Entry(inner, stream!, entry.CompressedLength, options, cancellation))
                    {
                        yield return piece;
                    }
                }
            }
        }
        finally
        {
            zip?.Dispose();
            stored?.Dispose();
        }
    }
}
