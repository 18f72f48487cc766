using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>Files that hold one document each.</summary>
static class FileDocuments
{
    /// <summary>Opens a file for reading in order, unpacked where its name ends in .gz.</summary>
    public static Stream Open(InputFile file, IngestOptions options) => Unpacked(file, options.Open(file.Path, file.IsGzip ? 64 * 1024 : 0), options);

    internal static Stream Unpacked(InputFile file, Stream stream, IngestOptions options) =>
        file.IsGzip ? new GzipData(stream, options.MaxUnpackRatio) : stream;

    public static IReadOnlyList<SourceItem> Read(InputFile file, IngestOptions options, CancellationToken cancellation) =>
        Guarded(file, () => Of(file, ReadAll(() => Open(file, options), file.IsGzip, options.MaxDocumentBytes, cancellation), options, beside: true));

    /// <summary>A file that was taken out of an archive.</summary>
    public static IReadOnlyList<SourceItem> ReadEntry(InputFile file, ReadOnlyMemory<byte> bytes, IngestOptions options, CancellationToken cancellation) =>
        Guarded(file, () => Of(file, ReadAll(() => Unpacked(file, new MemoryStream(bytes.ToArray()), options), file.IsGzip, options.MaxDocumentBytes, cancellation), options, beside: false));

    /// <summary>Reads a stream whole, no more than <paramref name="limit"/> bytes.</summary>
    internal static byte[] ReadAll(Func<Stream> open, bool grows, int limit, CancellationToken cancellation)
    {
        using var stream = open();
        var buffer = new byte[grows ? 64 * 1024 : (int)Math.Min(Math.Max(stream.CanSeek ? stream.Length : 0, 1023), limit) + 1];
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

    static IReadOnlyList<SourceItem> Of(InputFile file, byte[] bytes, IngestOptions options, bool beside)
    {
        if (bytes.AsSpan().IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            return [new SourceSkip(file.DocumentId, "empty")];
        }

        if (file.Kind == FileKind.Docx)
        {
            return ExportDocuments.FromWord(file, bytes, options);
        }

        if (BinaryData.Recognize(bytes) is { } what)
        {
            return [Fault(file, "ingest/binary", $"is {what}, not text, whatever its name says")];
        }

        return file.Kind == FileKind.Json ? [JsonDocuments.ReadFile(file, bytes, options)]
            : ExportDocuments.TryRead(file, bytes, options) ?? [Text(file, bytes, options, beside)];
    }

    static IReadOnlyList<SourceItem> Guarded(InputFile file, Func<IReadOnlyList<SourceItem>> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            return [Fault(file, file.Kind == FileKind.Docx ? "ingest/broken-archive" : "ingest/broken-gzip", $"is broken {(file.Kind == FileKind.Docx ? "Word" : "gzip")} data: {e.Message}")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LostInput.ThrowIfLost(file, e);
            return [Fault(file, "ingest/unreadable", $"cannot be read: {e.Message}")];
        }
        catch (DocumentException e)
        {
            return [Fault(file, e.Code, e.Message)];
        }
    }

    internal static SourceFault Fault(InputFile file, string code, string message) =>
        new(new Issue(code, file.DocumentId, $"{file.Path}: {message}"));

    static SourceDocument Text(InputFile file, byte[] bytes, IngestOptions options, bool beside)
    {
        var (hints, issues) = beside ? Sidecar(file, options) : (SourceHints.None, []);
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
            return (JsonDocuments.ReadHints(ReadAll(() => Open(new(path, file.DocumentId, Named: false), options), false, options.MaxDocumentBytes, CancellationToken.None), options.Fields), []);
        }
        catch (Exception e) when (e is DocumentException or IOException or UnauthorizedAccessException)
        {
            LostInput.ThrowIfLost(file, e);
            return (SourceHints.None, [new("ingest/bad-sidecar", file.DocumentId, $"{path}: {e.Message}; the article is read without it", Fatal: false)]);
        }
    }
}
