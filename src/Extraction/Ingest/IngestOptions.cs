namespace Extraction.Ingest;

/// <summary>How input is read. The defaults are those of the shipped pipeline.yml.</summary>
public sealed record IngestOptions
{
    /// <summary>Largest value that <see cref="MaxDocumentMegabytes"/> takes: a .NET array ends at two gigabytes.</summary>
    public const int LargestDocumentMegabytes = 1024;

    /// <summary>A document (after unpacking), or a line of JSON Lines, that is larger is not read. MiB, 1 to 1024.</summary>
    public int MaxDocumentMegabytes { get; init; } = 32;

    /// <summary>An archive that unpacks to more than this many times its size (beyond its first 64 MiB) is taken for a bomb and left there. 10 to 100,000.</summary>
    public int MaxUnpackRatio { get; init; } = 200;

    /// <summary>What the fields of JSON documents, and the columns of tables, are called.</summary>
    public FieldNames Fields { get; init; } = new();

    /// <summary>The publication date or time of documents that give none themselves, or null.</summary>
    public string? Published { get; init; }

    /// <summary>Opens a file of the input. No setting: tests put storage here that fails in the middle of a file.</summary>
    internal Func<string, FileStreamOptions, FileStream> OpenFile { get; init; } = StoredFile;

    internal int MaxDocumentBytes => MaxDocumentMegabytes << 20;

    static FileStream StoredFile(string path, FileStreamOptions how) => new(path, how);

    /// <summary>Opens a file of the input to be read from front to back.</summary>
    internal FileStream Open(string path, int buffer = 0) => OpenFile(path, new() { Options = FileOptions.SequentialScan, BufferSize = buffer });
}

/// <summary>The names of the fields in JSON Lines, JSON files and side cars.</summary>
public sealed record FieldNames
{
    public string Id { get; init; } = "id";

    /// <summary>Plain text. Where both are given, text wins over HTML.</summary>
    public string Text { get; init; } = "text";

    public string Html { get; init; } = "html";

    public string Title { get; init; } = "title";

    public string Published { get; init; } = "published";

    public string Url { get; init; } = "url";
}
