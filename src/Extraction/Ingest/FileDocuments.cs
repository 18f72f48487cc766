using System.Collections.Immutable;
using System.IO.Compression;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>Files that hold one document each.</summary>
static class FileDocuments
{
    /// <summary>Opens a file for reading in order, unpacked where its name ends in .gz.</summary>
    public static Stream Open(InputFile file)
    {
        var stream = new FileStream(file.Path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = file.IsGzip ? 64 * 1024 : 0 });
        return file.IsGzip ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    public static SourceItem Read(InputFile file, IngestOptions options, CancellationToken cancellation)
    {
        try
        {
            var bytes = ReadAll(file, options.MaxDocumentBytes, cancellation);
            if (bytes.AsSpan().IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
            {
                return new SourceSkip(file.DocumentId, "empty");
            }

            if (BinaryData.Recognize(bytes) is { } what)
            {
                return Fault(file, "ingest/binary", $"is {what}, not text, whatever its name says");
            }

            return file.Kind == FileKind.Json ? JsonDocuments.ReadFile(file, bytes, options) : Text(file, bytes, options);
        }
        catch (InvalidDataException e)
        {
            return Fault(file, "ingest/broken-gzip", $"is broken gzip data: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fault(file, "ingest/unreadable", $"cannot be read: {e.Message}");
        }
        catch (DocumentException e)
        {
            return Fault(file, e.Code, e.Message);
        }
    }

    internal static SourceFault Fault(InputFile file, string code, string message) =>
        new(new Issue(code, file.DocumentId, $"{file.Path}: {message}"));

    static SourceDocument Text(InputFile file, byte[] bytes, IngestOptions options)
    {
        var (hints, issues) = Sidecar(file, options);
        var format = file.Kind == FileKind.Html ? BodyFormat.Html : BodyFormat.PlainText;
        return new(new(file.DocumentId, bytes, format, Charset: null, hints with { Published = hints.Published ?? options.Published }), issues);
    }

    /// <summary>A side car that cannot be read costs its own words only.</summary>
    static (SourceHints Hints, ImmutableArray<Issue> Issues) Sidecar(InputFile file, IngestOptions options)
    {
        var path = file.SidecarPath;
        if (!File.Exists(path))
        {
            return (SourceHints.None, []);
        }

        try
        {
            return (JsonDocuments.ReadHints(ReadAll(new(path, file.DocumentId, Named: false), options.MaxDocumentBytes, CancellationToken.None), options.Fields), []);
        }
        catch (Exception e) when (e is DocumentException or IOException or UnauthorizedAccessException)
        {
            return (SourceHints.None, [new("ingest/bad-sidecar", file.DocumentId, $"{path}: {e.Message}; the article is read without it", Fatal: false)]);
        }
    }

    static byte[] ReadAll(InputFile file, int limit, CancellationToken cancellation)
    {
        using var stream = Open(file);
        var buffer = new byte[file.IsGzip ? 64 * 1024 : (int)Math.Min(Math.Max(stream.CanSeek ? stream.Length : 0, 1023), limit) + 1];
        for (var filled = 0; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            if (read == 0)
            {
                return buffer[..filled];
            }

            if (filled > limit)
            {
                throw new DocumentException("ingest/too-large", $"is larger than {limit >> 20} MiB; raise ingest.max_document_megabytes to read it");
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, limit + 1L));
            }
        }
    }
}
