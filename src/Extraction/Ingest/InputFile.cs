namespace Extraction.Ingest;

/// <summary>How a file is read, told by its name.</summary>
public enum FileKind
{
    Unknown, Text, Html, JsonLines, Json, Sidecar,

    /// <summary>Comma- or tab-separated values: a document a row.</summary>
    Table,

    /// <summary>Word documents, as Nexis delivers articles.</summary>
    Docx,

    /// <summary>Web archives: WARC, and the WET of Common Crawl.</summary>
    Warc, Tar, Zip,

    /// <summary>Known, and not read: said as an issue, so that nobody believes it was.</summary>
    Unsupported,
}

/// <summary>One file of the input.</summary>
/// <param name="Path">Where it is, as the operating system takes it; <c>-</c> for standard input.</param>
/// <param name="DocumentId">Its name in records: the path under the input, forward slashes.</param>
/// <param name="Named">True where the user named this very file, so that passing over it would be a surprise.</param>
public sealed record InputFile(string Path, string DocumentId, bool Named)
{
    /// <summary>The suffix of the file beside an article that gives its title, address and date.</summary>
    public const string SidecarSuffix = ".meta.json";

    internal static readonly string[] ArticleSuffixes = [".txt", ".html", ".htm", ".jsonl", ".json"];

    public bool IsStandardInput => Path == "-";

    /// <summary>Its name in messages.</summary>
    public string Shown => IsStandardInput ? "standard input" : Path;

    public bool IsGzip => HasEnding(Path, ".gz") || HasEnding(Path, ".tgz");

    public FileKind Kind => IsStandardInput ? FileKind.JsonLines : KindOf(Path);

    /// <summary>Where the side car of this file would be: <c>story.meta.json</c> beside <c>story.txt</c> or <c>story.html.gz</c>.</summary>
    public string SidecarPath => StemOf(Path) + SidecarSuffix;

    internal static FileKind KindOf(string path)
    {
        var name = WithoutGzip(path);
        return name.EndsWith(SidecarSuffix, StringComparison.OrdinalIgnoreCase)
            ? FileKind.Sidecar
            : System.IO.Path.GetExtension(name).ToUpperInvariant() switch
            {
                ".TXT" => FileKind.Text,
                ".HTML" or ".HTM" => FileKind.Html,
                ".JSONL" => FileKind.JsonLines,
                ".JSON" => FileKind.Json,
                ".CSV" or ".TSV" => FileKind.Table,
                ".DOCX" => FileKind.Docx,
                ".WARC" or ".WET" => FileKind.Warc,
                ".TAR" or ".TGZ" => FileKind.Tar,
                ".ZIP" => FileKind.Zip,
                ".ARC" or ".WAT" or ".LZ4" or ".ZST" or ".BZ2" or ".XZ" or ".7Z" or ".RAR" => FileKind.Unsupported,
                _ => FileKind.Unknown,
            };
    }

    internal static string StemOf(string path)
    {
        var name = WithoutGzip(path);
        return name.EndsWith(SidecarSuffix, StringComparison.OrdinalIgnoreCase)
            ? name[..^SidecarSuffix.Length]
            : name[..^System.IO.Path.GetExtension(name).Length];
    }

    static string WithoutGzip(string path) =>
        HasEnding(path, ".gz") ? path[..^3] : path;

    static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>A file inside an archive: <c>news.zip#2021/story.html</c>.</summary>
    internal InputFile Inner(string name) => new($"{Path}#{name}", $"{DocumentId}#{name}", Named: false);
}
