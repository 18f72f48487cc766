using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Extraction.Documents;
using Extraction.Ingest;

namespace Extraction.Tests.Ingest;

/// <summary>Storage that fails in the middle of a file. A bad spot costs what lies behind it in that file; storage that has gone stops the run.</summary>
[TestFixture]
public sealed class FailingStorageTests
{
    const int InputOutput = 5, Stale = 116;

    [TestCase("x.txt")]
    [TestCase("x.txt.gz")]
    [TestCase("x.html")]
    [TestCase("x.json")]
    [TestCase("x.jsonl")]
    [TestCase("x.jsonl.gz")]
    [TestCase("x.csv")]
    [TestCase("x.warc")]
    [TestCase("x.warc.gz")]
    [TestCase("whole.warc.gz")]
    [TestCase("x.tar")]
    [TestCase("x.tar.gz")]
    public void ABadSpotIsSaidAndCostsOnlyWhatLiesBehindIt(string name)
    {
        using var sample = Filled(name);
        var whole = sample.Read();
        var items = sample.Read(Failing(name, InputOutput));
        var before = items.TakeWhile(item => item is SourceDocument).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(items.Faults().Select(fault => fault.Code), Has.Some.EqualTo("ingest/unreadable"));
            Assert.That(items.Faults().Select(fault => fault.Message), Has.Some.Contains("the disk says no"));
            Assert.That(items.Ids().Last(), Is.EqualTo("z.txt"), "the rest goes on");
            Assert.That(before.Ids(), Is.EqualTo(whole.Take(before.Count).Ids()));
            Assert.That(before, name.Contains(".txt", StringComparison.Ordinal) || name is "x.html" or "x.json" ? Is.Empty : Has.Count.GreaterThan(whole.Count / 3), "what came before");
        });
    }

    [Test]
    public void AFileOfAZipThatCannotBeReadIsSaidAndTheOthersAreRead()
    {
        using var sample = new Sample();
        using (var zip = ZipFile.Open(Path.Combine(sample.Root, "x.zip"), ZipArchiveMode.Create))
        {
            foreach (var letter in "abc")
            {
                using var entry = zip.CreateEntry($"{letter}.txt", CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(new string(letter, 100_000)));
            }
        }

        var items = sample.Read(new() { OpenFile = (path, how) => new BadSpot(path, how, InputOutput, from: 150_000, to: 160_000) });
        Assert.That(items.Select(item => $"{item.GetType().Name} {item.DocumentId}"), Is.EqualTo(new[] { "SourceDocument x.zip#a.txt", "SourceFault x.zip#b.txt", "SourceDocument x.zip#c.txt" }));
        Assert.That(items.Faults().Single().Code, Is.EqualTo("ingest/unreadable"));
    }

    [TestCase("x.txt")]
    [TestCase("x.jsonl")]
    [TestCase("x.jsonl.gz")]
    [TestCase("x.csv")]
    [TestCase("x.warc")]
    [TestCase("x.warc.gz")]
    [TestCase("whole.warc.gz")]
    [TestCase("x.tar.gz")]
    public void StorageThatGoesInTheMiddleOfAFileStopsTheRun(string name)
    {
        using var sample = Filled(name);
        Assert.That(() => sample.Read(Failing(name, Stale)), Throws.InstanceOf<InputLostException>().With.Message.Contains(name).And.Message.Contains("the disk says no"));
    }

    static IngestOptions Failing(string name, int error) => new()
    {
        OpenFile = (path, how) => path.EndsWith(name, StringComparison.Ordinal) ? new BadSpot(path, how, error, new FileInfo(path).Length / 2, long.MaxValue) : new FileStream(path, how),
    };

    /// <summary>A file of this name, and one behind it.</summary>
    static Sample Filled(string name)
    {
        var sample = new Sample();
        var random = new Random(7);
        var texts = Enumerable.Range(0, 400).Select(_ => string.Concat(Enumerable.Range(0, 600).Select(_ => $"{random.NextInt64()} "))).ToArray();
        var body = name.Split('.', 2)[1] switch
        {
            "jsonl" or "jsonl.gz" => Encoding.UTF8.GetBytes(string.Concat(texts.Select(text => $"{{\"text\": \"{text}\"}}\n"))),
            "csv" => Encoding.UTF8.GetBytes("text\n" + string.Concat(texts.Select(text => text + "\n"))),
            "warc" or "warc.gz" => [.. texts.SelectMany((text, i) => Warc.Response($"{i}", $"<html><p>{text}"))],
            "tar" or "tar.gz" => Tar(texts),
            "json" => Encoding.UTF8.GetBytes($"{{\"text\": \"{string.Concat(texts)}\"}}"),
            _ => Encoding.UTF8.GetBytes(string.Concat(texts)),
        };
        sample.Write("z.txt", "words");
        sample.Write(name, name switch
        {
            "x.warc.gz" => Warc.Members([.. texts.Select((text, i) => Warc.Response($"{i}", $"<html><p>{text}"))]),
            _ when name.EndsWith(".gz", StringComparison.Ordinal) => Warc.Gzip(body),
            _ => body,
        });
        return sample;
    }

    static byte[] Tar(string[] texts)
    {
        using var memory = new MemoryStream();
        using (var tar = new TarWriter(memory, leaveOpen: true))
        {
            for (var i = 0; i < texts.Length; i++)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{i}.txt") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(texts[i])) });
            }
        }

        return memory.ToArray();
    }

    /// <summary>A file of which a stretch cannot be read.</summary>
    sealed class BadSpot(string path, FileStreamOptions how, int error, long from, long to) : FileStream(path, how)
    {
        // All other ways to read lead here, in a class that is derived.
        public override int Read(byte[] buffer, int offset, int count) =>
            Position >= from && Position < to && count > 0 ? throw new IOException("the disk says no", error)
            : base.Read(buffer, offset, Position < from ? (int)Math.Min(count, from - Position) : count);
    }
}
