using System.IO.Compression;
using System.Text;
using Extraction.Ingest;
using Extraction.Tests.Training;

namespace Extraction.Tests.Ingest;

/// <summary>The parts of a file give what the file gives.</summary>
[TestFixture]
public sealed class FileSplitterTests
{
    [TestCase(3, 60_000)]
    [TestCase(9, 60_000)]
    [TestCase(4, 900_000)]
    [TestCase(5, 30_000_000)]
    public void PartsOfAWebArchiveGiveItsDocumentsAndPlaces(int parts, int largest)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "a.warc.gz");
        var random = new Random(parts);
        using (var file = File.Create(path))
        {
            for (var i = 0; i < 160; i++)
            {
                // Among them a member that is longer than what is held at once.
                var body = new byte[i == 70 ? largest : 20_000 + random.Next(60_000)];
                random.NextBytes(body);
                var record = Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: {body.Length + 8}\r\n\r\nDoc {i:0000}");
                using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
                gzip.Write([.. record, .. body.Select(b => (byte)('a' + (b % 26))), .. "\r\n\r\n"u8]);
            }
        }

        Same(path, parts);
    }

    [TestCase(3)]
    [TestCase(17)]
    public void PartsOfJsonLinesGiveItsDocumentsAndLines(int parts)
    {
        using var folder = new TempFolder();
        var random = new Random(parts);
        var path = folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, 4000).Select(i => i % 50 == 7 ? "\n" : $"{{\"text\": \"{new string('x', random.Next(3000))} {i}\"{(i % 31 == 3 ? "" : "}")}\n")) + "{\"text\": \"the last\"}");
        Same(path, parts);
    }

    static void Same(string path, int parts)
    {
        var whole = new Inputs([new FileInput(path)], new());
        var file = whole.List().Single();
        var divided = file.Parts([.. Enumerable.Range(1, parts - 1).Select(i => file.Bytes * i / parts)]);
        // Cuts are a megabyte apart at least, and none falls into a large member.
        Assert.That(divided, Has.Count.InRange(2, parts));
        Assert.That((divided[0].Part!.From, divided[^1].Part!.To), Is.EqualTo((0, file.Bytes)));
        Assert.That(divided.Zip(divided.Skip(1)).All(pair => pair.First.Part!.To == pair.Second.Part!.From));
        Assert.That(divided.SelectMany(part => Ids(new([new PlannedInput([part])], new()))), Is.EqualTo(Ids(whole)));
    }

    static List<string> Ids(Inputs inputs) => [.. inputs.Pieces(default).SelectMany(piece => inputs.Read(piece, default)).Select(item => $"{item.DocumentId} {(item is SourceDocument document ? document.Document.Body.Length : -1)} {(item as SourceFault)?.Issue.Message}")];
}
