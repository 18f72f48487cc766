using System.Runtime.InteropServices;
using System.Text;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>
/// The documents of one piece of a web archive. Records are looked at where they lie; only what passes the screen is copied out.
/// WARC-Date is the day of the crawl and no hint of when an article was published.
/// </summary>
sealed class WarcDocuments(WarcPiece piece, IngestOptions options, Screen? screen)
{
    readonly InputFile file = piece.File;

    public IReadOnlyList<SourceItem> Read(CancellationToken cancellation)
    {
        try
        {
            var items = new List<SourceItem>();
            Read(piece.Bytes, 0, items, cancellation);
            return items;
        }
        catch (InvalidDataException) when (piece.IsPacked)
        {
            return MemberByMember(cancellation);
        }
    }

    /// <summary>The slow way, for a piece with a broken member: each member by itself, so that a broken one costs itself only.</summary>
    List<SourceItem> MemberByMember(CancellationToken cancellation)
    {
        var items = new List<SourceItem>();
        for (var start = 0; start < piece.Bytes.Length;)
        {
            var next = GzipMembers.NextRecord(piece.Bytes.Span, start + 1);
            var end = next < 0 ? piece.Bytes.Length : next;
            try
            {
                Read(piece.Bytes[start..end], start, items, cancellation);
            }
            catch (InvalidDataException e)
            {
                var place = MemberAt(start);
                items.Add(new SourceFault(new("ingest/broken-gzip", $"{file.DocumentId}#@{place.Short}", $"{file.Path}: the gzip member at {place} is broken; its records up to there were read: {e.Message}")));
            }

            start = end;
        }

        return items;
    }

    /// <exception cref="InvalidDataException">The bytes break off; what came before is in <paramref name="items"/>.</exception>
    void Read(ReadOnlyMemory<byte> bytes, int from, List<SourceItem> items, CancellationToken cancellation)
    {
        MemoryMarshal.TryGetArray(bytes, out var array);
        using var stored = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
        using Stream stream = piece.IsPacked ? new GzipData(stored, options.MaxUnpackRatio) : stored;
        using var scanner = new WarcScanner(stream, options.MaxDocumentBytes);
        while (scanner.Next() is var scan and not WarcScan.End)
        {
            cancellation.ThrowIfCancellationRequested();
            if (scan == WarcScan.Truncated && scanner.Failure is not null)
            {
                break;
            }

            var place = MemberAt(from).Plus(scanner.Offset);
            var item = scan == WarcScan.Record
                ? Document(scanner.Header, scanner.Content, place)
                : WarcFaults.Of(file, scan, place, scanner.PassedHeader, options);
            if (item is not null)
            {
                items.Add(item);
            }
        }

        if (scanner.Failure is { } failure)
        {
            throw failure;
        }
    }

    WarcPlace MemberAt(int start) => piece.Place with { Byte = piece.Place.Byte + start };

    SourceItem? Document(ReadOnlySpan<byte> header, ReadOnlySpan<byte> content, WarcPlace place)
    {
        var type = HeaderLines.Value(header, "WARC-Type"u8);
        if (!Ascii.EqualsIgnoreCase(type, "response"u8) && !Ascii.EqualsIgnoreCase(type, "resource"u8) && !Ascii.EqualsIgnoreCase(type, "conversion"u8))
        {
            // About documents, not documents.
            if (Ascii.EqualsIgnoreCase(type, "warcinfo"u8) || Ascii.EqualsIgnoreCase(type, "request"u8) || Ascii.EqualsIgnoreCase(type, "metadata"u8))
            {
                return null;
            }

            // A revisit has no body of its own.
            return new SourceSkip(Id(header, place), Ascii.EqualsIgnoreCase(type, "revisit"u8) ? "revisit" : "unknown-type");
        }

        var kind = HeaderLines.Value(header, "Content-Type"u8);
        var isHttp = kind.StartsWith("application/http"u8);
        var http = ReadOnlySpan<byte>.Empty;
        if (isHttp && !HttpMessage.Split(content, out http, out content))
        {
            return new SourceFault(new("ingest/broken-record", Id(header, place), $"{file.Path}: the record at {place} has no complete HTTP head"));
        }

        if (isHttp && HttpMessage.Status(http) is var status && status is < 200 or > 299)
        {
            return new SourceSkip(Id(header, place), "http-status");
        }

        kind = isHttp ? HeaderLines.Value(http, "Content-Type"u8) : kind;
        if (HttpMessage.FormatOf(kind, content) is not { } format)
        {
            return new SourceSkip(Id(header, place), "not-text");
        }

        byte[]? decoded = null;
        try
        {
            decoded = isHttp ? HttpMessage.Decode(http, content, options.MaxDocumentBytes) : null;
        }
        catch (DocumentException e)
        {
            return new SourceFault(new(e.Code, Id(header, place), $"{file.Path}: the record at {place}: {e.Message}"));
        }

        var body = decoded ?? content;
        if (screen is not null && !screen(body, format, title: null))
        {
            return new SourceSkip(Id(header, place), body.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? "empty" : ScreenReasons.Irrelevant);
        }

        if (body.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return new SourceSkip(Id(header, place), "empty");
        }

        var id = Id(header, place);
        var uri = Encoding.UTF8.GetString(HeaderLines.Value(header, "WARC-Target-URI"u8).Trim("<>"u8));
        var hints = new SourceHints(Published: options.Published, Url: uri.Length > 0 ? uri : null);
        var charset = Ascii.EqualsIgnoreCase(type, "conversion"u8) ? "utf-8" : HttpMessage.CharsetOf(kind);
        var document = new RawDocument(id, decoded ?? content.ToArray(), format, charset, hints);
        return new SourceDocument(document, WarcDigest.IsWrong(header, http, content)
            ? [new Issue("ingest/wrong-digest", id, $"{file.Path}: the record at {place} is not what its digest says; it was read as it is", Fatal: false)]
            : []);
    }

    /// <summary>The record's own name, which stays when an archive is cut or sorted anew; where it has none, its place.</summary>
    string Id(ReadOnlySpan<byte> header, WarcPlace place)
    {
        var given = HeaderLines.Value(header, "WARC-Record-ID"u8).Trim("<>"u8);
        given = given.StartsWith("urn:uuid:"u8) ? given[9..] : given;
        return given.IsEmpty ? $"{file.DocumentId}#@{place.Short}" : $"{file.DocumentId}#{Encoding.UTF8.GetString(given)}";
    }
}
