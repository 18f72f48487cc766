using System.IO.Compression;
using System.Text;
using Extraction.Documents;
using Extraction.Ingest;

namespace Extraction.Tests.Ingest;

/// <summary>A temporary folder to read from.</summary>
sealed class Sample : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("extraction-").FullName;

    public string Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    public string WriteGzip(string path, string text, int? cutTo = null)
    {
        var packed = Gzip(text);
        return Write(path, packed[..(cutTo ?? packed.Length)]);
    }

    public static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }

    public List<SourceItem> Read(IngestOptions? options = null, params string[] inputs) =>
        Read(inputs.Length == 0 ? [Root] : inputs.Select(i => Path.Combine(Root, i)), options ?? new());

    public static List<SourceItem> Read(IEnumerable<string> given, IngestOptions options, Stream? standardInput = null, IReadOnlySet<string>? outputs = null)
    {
        var faults = new List<string>();
        var inputs = new Inputs(Input.Resolve(given, faults), options, () => standardInput!, outputs);
        Assert.That(faults, Is.Empty);
        return inputs.Pieces(default).SelectMany(piece => inputs.Read(piece, default)).ToList();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

static class SourceItems
{
    public static IEnumerable<string> Ids(this IEnumerable<SourceItem> items) => items.Select(item => item.DocumentId);

    public static IEnumerable<RawDocument> Documents(this IEnumerable<SourceItem> items) => items.OfType<SourceDocument>().Select(item => item.Document);

    public static IEnumerable<Issue> Faults(this IEnumerable<SourceItem> items) => items.OfType<SourceFault>().Select(item => item.Issue);

    public static IEnumerable<string> Skips(this IEnumerable<SourceItem> items) => items.OfType<SourceSkip>().Select(item => $"{item.DocumentId} {item.Reason}");

    public static string Text(this RawDocument document) => Encoding.UTF8.GetString(document.Body.Span);
}
