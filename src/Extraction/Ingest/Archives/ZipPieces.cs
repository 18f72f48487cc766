using System.IO.Compression;

namespace Extraction.Ingest;

/// <summary>A zip archive in the order of its directory. An entry that is broken costs itself only.</summary>
static class ZipPieces
{
    public static IEnumerable<Piece> Of(InputFile file, IngestOptions options, CancellationToken cancellation)
    {
        ZipArchive? zip = null;
        IReadOnlyList<ZipArchiveEntry> entries = [];
        try
        {
            if (LineCutter.Try(() =>
            {
                zip = ZipFile.OpenRead(file.Path);
                entries = zip.Entries;
            }) is { } closed)
            {
                LostInput.ThrowIfLost(file, closed);
                yield return new SettledPiece(file, FileDocuments.Fault(file, closed is InvalidDataException ? "ingest/broken-archive" : "ingest/unreadable", $"cannot be opened as a zip archive: {closed.Message}"));
                yield break;
            }

            foreach (var entry in entries.Where(entry => entry.Name.Length > 0 && entry.Name[0] != '.'))
            {
                cancellation.ThrowIfCancellationRequested();
                var inner = file.Inner(entry.FullName.Replace('\\', '/'));
                Stream? stream = null;
                if (LineCutter.Try(() => stream = entry.Open()) is { } broken)
                {
                    LostInput.ThrowIfLost(file, broken);
                    yield return new SettledPiece(inner, FileDocuments.Fault(inner, "ingest/broken-archive", $"cannot be unpacked: {broken.Message}"));
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
        }
    }
}
