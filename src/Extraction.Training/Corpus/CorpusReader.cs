using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Extraction.Documents;

namespace Extraction.Training.Corpus;

/// <summary>Reads annotated articles: a folder of NAME.txt|html + NAME.meta.json + NAME.gold.json, or a gold.jsonl with a line per article.</summary>
public static class CorpusReader
{
    private const string GoldEnding = ".gold.json";

    /// <param name="path">A folder (sub-folders are read too) or a gold.jsonl.</param>
    /// <returns>Documents by name, in ordinal order; none of an empty folder.</returns>
    /// <exception cref="CorpusException">An annotation or its page is missing or broken.</exception>
    /// <exception cref="FileNotFoundException">There is no such path.</exception>
    public static ImmutableArray<CorpusDocument> Read(string path)
    {
        var documents = Directory.Exists(path) ? Folder(path)
            : File.Exists(path) ? Lines(path)
            : throw new FileNotFoundException($"{path}: no such file or folder.", path);
        return [.. documents.OrderBy(d => d.Name, StringComparer.Ordinal)];
    }

    /// <summary>SHA-256 over the pages and annotations of a folder, or over a gold.jsonl, as 64 hexadecimal digits: names and contents, in ordinal order.</summary>
    public static string Hash(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsCorpusFile) : [path];
        foreach (var (name, file) in files.Select(f => (Path.GetRelativePath(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!, f).Replace('\\', '/'), f)).OrderBy(f => f.Item1, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsCorpusFile(string file) => file.EndsWith(".txt", StringComparison.Ordinal) || file.EndsWith(".html", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal);

    private static List<CorpusDocument> Folder(string folder)
    {
        var documents = new List<CorpusDocument>();
        foreach (var gold in Directory.EnumerateFiles(folder, "*" + GoldEnding, SearchOption.AllDirectories))
        {
            var stem = gold[..^GoldEnding.Length];
            var source = new[] { stem + ".txt", stem + ".html", stem + ".htm" }.FirstOrDefault(File.Exists) ?? throw new CorpusException(gold, "there is no .txt or .html beside it");
            documents.Add(new CorpusDocument(Path.GetFileName(stem), source, Hints(stem + ".meta.json"), GoldReader.Acts(gold, File.ReadAllText(gold))));
        }

        return documents;
    }

    private static SourceHints Hints(string file)
    {
        if (!File.Exists(file))
            return SourceHints.None;
        using var meta = GoldReader.Parse(file, File.ReadAllText(file));
        string? Field(string name) => meta.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new SourceHints(Field("title"), Field("published"), Field("url"));
    }

    /// <summary>A gold.jsonl: all articles of a document together; the page is the file beside it that begins with the document's name.</summary>
    private static List<CorpusDocument> Lines(string file)
    {
        var records = new Dictionary<string, ImmutableArray<GoldRecord>.Builder>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var place = $"{file}:{number}";
            using var json = GoldReader.Parse(place, line);
            if (!json.RootElement.TryGetProperty("doc", out var doc) || doc.ValueKind != JsonValueKind.String)
                throw new CorpusException(place, "there is no \"doc\"");
            var name = doc.GetString()!;
            if (!records.TryGetValue(name, out var list))
                records.Add(name, list = ImmutableArray.CreateBuilder<GoldRecord>());
            var article = json.RootElement.TryGetProperty("article", out var a) && a.ValueKind == JsonValueKind.Number ? a.GetInt32() : 1;
            if (json.RootElement.TryGetProperty("records", out var members) && members.ValueKind == JsonValueKind.Array)
                foreach (var member in members.EnumerateArray())
                    list.Add(GoldReader.Flat(place, list.Count, article, member));
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var pages = Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".txt" or ".html" or ".htm").Order(StringComparer.Ordinal).ToList();
        return [.. records.Select(r => new CorpusDocument(r.Key, pages.Find(p => Path.GetFileName(p).StartsWith(r.Key, StringComparison.Ordinal)), SourceHints.None, r.Value.ToImmutable()))];
    }
}
