namespace Extraction.Ingest;

/// <summary>How a file is read, told by its name.</summary>
public enum FileKind
{
    Unknown, Text, Html, JsonLines, Json, Sidecar,
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

    public bool IsGzip => Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

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
        path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
}
