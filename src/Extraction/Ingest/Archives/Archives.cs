using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>Files that hold many documents: which reader cuts them into pieces.</summary>
static class Archives
{
    /// <summary>The pieces of a file, or null where it is one document.</summary>
    public static IEnumerable<Piece>? Pieces(InputFile file, FilePart? part, IngestOptions options, CancellationToken cancellation) => file.Kind switch
    {
        FileKind.Warc => WarcCutter.Pieces(file, part, options, cancellation),
        FileKind.Tar => TarPieces.Of(file, options, cancellation),
        FileKind.Zip => ZipPieces.Of(file, options, cancellation),
        FileKind.Table => TablePieces.Of(file, () => FileDocuments.Open(file, options), options, cancellation),
        _ => null,
    };

    public static SourceFault NotSupported(InputFile file)
    {
        var what = Path.GetExtension(file.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file.Path[..^3] : file.Path);
        return FileDocuments.Fault(file, "ingest/not-supported", $"{what} files are not supported; convert it to .warc.gz, .gz or .zip");
    }

    /// <summary>A file of an archive: cut where it holds many documents, else taken out whole. The stream is read before the next piece is asked for.</summary>
    public static IEnumerable<Piece> Entry(InputFile file, Stream stream, long stored, IngestOptions options, CancellationToken cancellation)
    {
        switch (file.Kind)
        {
            case FileKind.JsonLines:
                return new LineCutter(file, options.MaxDocumentBytes, () => FileDocuments.Unpacked(file, stream, options)).Pieces(cancellation);
            case FileKind.Table:
                return TablePieces.Of(file, () => FileDocuments.Unpacked(file, stream, options), options, cancellation);
            case FileKind.Text or FileKind.Html or FileKind.Json or FileKind.Docx:
                return [Whole(file, stream, stored, options, cancellation)];
            case FileKind.Warc or FileKind.Tar or FileKind.Zip or FileKind.Unsupported:
                return [new SettledPiece(file, FileDocuments.Fault(file, "ingest/not-supported", "an archive inside an archive is not read; take it out first"))];
            default:
                return [new SettledPiece(file, new SourceSkip(file.DocumentId, file.Kind == FileKind.Sidecar ? "sidecar-in-archive" : "unknown-type"))];
        }
    }

    /// <summary>What is wrong with an archive, or with a file of one: its bytes, or what it lies on.</summary>
    /// <exception cref="InputLostException">What it lies on has gone.</exception>
    public static SourceFault Broken(InputFile file, string what, Exception e)
    {
        LostInput.ThrowIfLost(file, e);
        return FileDocuments.Fault(file, e is InvalidDataException or EndOfStreamException ? "ingest/broken-archive" : "ingest/unreadable", $"{what}: {e.Message}");
    }

    static Piece Whole(InputFile file, Stream stream, long stored, IngestOptions options, CancellationToken cancellation)
    {
        try
        {
            return new EntryPiece(file, stored, FileDocuments.ReadAll(() => stream, grows: true, options.MaxDocumentBytes, cancellation));
        }
        catch (DocumentException e)
        {
            return new SettledPiece(file, FileDocuments.Fault(file, e.Code, e.Message));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return new SettledPiece(file, Broken(file, "cannot be unpacked", e));
        }
    }
}
