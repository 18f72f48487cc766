using System.Text;

namespace Extraction.Ingest;

/// <summary>What is said of records that cannot be read.</summary>
static class WarcFaults
{
    public static SourceFault Of(InputFile file, WarcScan scan, WarcPlace place, ReadOnlySpan<byte> header, IngestOptions options)
    {
        var id = $"{file.DocumentId}#@{place.Short}";
        return scan switch
        {
            WarcScan.TooLarge => new(new("ingest/too-large", id, $"{file.Path}: the record of {Uri(header)} is larger than {options.MaxDocumentMegabytes} MiB and was passed over; raise ingest.max_document_megabytes to read it")),
            WarcScan.Truncated => new(new("ingest/broken-record", id, $"{file.Path}: breaks off inside the record at {place}; the records before were read")),
            _ => new(new("ingest/broken-record", id, $"{file.Path}: no readable record before {place}; it was passed over")),
        };
    }

    static string Uri(ReadOnlySpan<byte> header) =>
        HeaderLines.Value(header, "WARC-Target-URI"u8) is { Length: > 0 } uri ? Encoding.UTF8.GetString(uri) : "no address";
}
