using System.Text.Json;
using Extraction.Documents;
using Extraction.Flow;

namespace Extraction.Benchmarks;

/// <summary>A feed of relevant articles made from our own texts: each as it is, again and again, under new names.</summary>
static class GeneratedInput
{
    /// <returns>Bytes of article text written.</returns>
    public static long Write(string path, string corpus, int documents)
    {
        var rooms = RoomsBuilder.Build(new(), new IssueCollector());
        var texts = Directory.EnumerateFiles(corpus, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Where(text => rooms.IsRelevant(new Article("", 1, null, null, PublishedBasis.None, null, text, [])))
            .ToList();
        var bytes = 0L;
        using var lines = File.CreateText(path);
        for (var number = 0; number < documents; number++)
        {
            var text = texts[number % texts.Count];
            bytes += System.Text.Encoding.UTF8.GetByteCount(text);
            lines.WriteLine(JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = $"{number:000000}", ["text"] = text }));
        }

        return bytes;
    }
}
