using System.Text;
using Extraction.Documents;
using Extraction.Ingest;

namespace Extraction.Tests.Ingest;

[TestFixture]
public sealed class JsonLinesInputTests
{
    [Test]
    public void EachLineIsADocument()
    {
        var items = Read("""
            {"id": "a", "text": "One.", "title": "T", "published": "2021-12-07", "url": "https://e.example/"}
            {"html": "<p>Two.</p>"}

            {"id": 3, "text": "Three.", "title": null}
            """);
        var documents = items.Documents().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(documents.Select(d => d.DocumentId), Is.EqualTo(new[] { "a", "-#2", "3" }));
            Assert.That(documents.Select(d => d.Format), Is.EqualTo(new[] { BodyFormat.PlainText, BodyFormat.Html, BodyFormat.PlainText }));
            Assert.That(documents[0].Hints, Is.EqualTo(new SourceHints("T", "2021-12-07", "https://e.example/")));
            Assert.That(documents.Select(d => d.Charset), Is.All.EqualTo("utf-8"));
        });
    }

    [TestCase("{broken", "ingest/bad-json", "standard input:2: broken JSON at byte 2")]
    [TestCase("[1]", "ingest/bad-json", "standard input:2: a JSON object is expected, not Array")]
    [TestCase("{}", "ingest/no-text", "standard input:2: neither 'text' nor 'html' is there; name the fields under ingest.fields")]
    [TestCase("{\"text\": [1]}", "ingest/bad-json", "standard input:2: 'text' is Array, not text")]
    [TestCase("{\"\\ud800\": 1, \"text\": \"x\"}", "ingest/bad-json", "standard input:2: a field's name is no valid text")]
    [TestCase("{\"text\": \"\\ud800\"}", "ingest/bad-json", "standard input:2: 'text' is no valid text")]
    public void ABrokenLineIsAFaultAndTheOthersAreRead(string line, string code, string message)
    {
        var items = Read($"{{\"id\": \"a\", \"text\": \"x\"}}\n{line}\n{{\"id\": \"b\", \"text\": \"y\"}}\n");
        Assert.Multiple(() =>
        {
            Assert.That(items.Ids(), Is.EqualTo(new[] { "a", "-#2", "b" }));
            Assert.That(items.Faults().Single().Code, Is.EqualTo(code));
            Assert.That(items.Faults().Single().Message, Does.StartWith(message));
        });
    }

    [Test]
    public void InvalidUtf8InALineCostsThatLineOnly()
    {
        byte[] bytes = [.. "{\"id\": \"a\", \"text\": \"x"u8, 0xC3, 0x28, .. "\"}\n{\"id\": \"b\", \"text\": \"y\"}\n"u8];
        using var stream = new MemoryStream(bytes);
        var items = Sample.Read(["-"], new(), stream);
        Assert.That((items[0] is SourceFault, items[1].DocumentId), Is.EqualTo((true, "b")));
    }

    [Test]
    public void NamesAreMapped()
    {
        var options = new IngestOptions { Fields = new() { Id = "nr", Text = "body", Title = "head", Published = "day", Url = "link" } };
        var document = Read("""{"nr": 7, "body": "x", "head": "T", "day": "2020-01-01", "link": "u"}""", options).Documents().Single();
        Assert.That((document.DocumentId, document.Hints), Is.EqualTo(("7", new SourceHints("T", "2020-01-01", "u"))));
    }

    [Test]
    public void AByteOrderMarkAndWindowsLineEndsAreNoTrouble() =>
        Assert.That(Read("\uFEFF{\"id\": \"a\", \"text\": \"x\"}\r\n\r\n{\"id\": \"b\", \"text\": \"y\"}\r\n").Ids(), Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public void ALineOverTheLimitIsPassedOverAndTheNextOneRead()
    {
        var items = Read($"{{\"id\": \"a\", \"text\": \"{new string('x', 3 << 20)}\"}}\n{{\"id\": \"b\", \"text\": \"y\"}}\n", new() { MaxDocumentMegabytes = 1 });
        Assert.Multiple(() =>
        {
            Assert.That(items.Ids(), Is.EqualTo(new[] { "-#1", "b" }));
            Assert.That(items.Faults().Single().Code, Is.EqualTo("ingest/too-large"));
        });
    }

    [Test]
    public void ALineOverTheLimitAtTheVeryEndIsSaidToo() =>
        Assert.That(Read(new string('x', 3 << 20), new() { MaxDocumentMegabytes = 1 }).Faults().Single().Code, Is.EqualTo("ingest/too-large"));

    [Test]
    public void BrokenGzipKeepsTheLinesBefore()
    {
        using var sample = new Sample();
        var random = new Random(1);
        var lines = string.Concat(Enumerable.Range(1, 5000).Select(i => $"{{\"id\": \"{i}\", \"text\": \"{random.NextInt64()}\"}}\n"));
        sample.WriteGzip("a.jsonl.gz", lines, cutTo: Sample.Gzip(lines).Length / 2);
        sample.Write("b.txt", "words");
        var items = sample.Read();
        Assert.Multiple(() =>
        {
            Assert.That(items.Documents().Count(), Is.GreaterThan(1000));
            Assert.That(items.Documents().Take(1000).Select(d => d.DocumentId), Is.EqualTo(Enumerable.Range(1, 1000).Select(i => $"{i}")));
            Assert.That(items.Faults().Single().Code, Is.EqualTo("ingest/broken-gzip"));
            Assert.That(items[^1].DocumentId, Is.EqualTo("b.txt"));
        });
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(100_000)]
    public void LinesAreTheSameHoweverTheBytesCome(int chunk)
    {
        var lines = Enumerable.Range(0, 300).Select(i => $"{{\"id\": \"{i}\", \"text\": \"{new string('x', i * 31 % 5000)}.\"}}");
        using var stream = new Trickle(Encoding.UTF8.GetBytes(string.Join('\n', lines)), chunk);
        Assert.That(Sample.Read(["-"], new(), stream).Ids(), Is.EqualTo(Enumerable.Range(0, 300).Select(i => $"{i}")));
    }

    [Test]
    public void ALineIsHandedOnBeforeTheNextOneComes()
    {
        using var stream = new Trickle([.. "{\"id\": \"a\", \"text\": \"x\"}\n"u8], 5, thenFail: true);
        var inputs = new Inputs(Input.Resolve(["-"], []), new(), () => stream);
        var first = inputs.Pieces(default).First();
        Assert.That(inputs.Read(first, default).Single().DocumentId, Is.EqualTo("a"));
    }

    static List<SourceItem> Read(string text, IngestOptions? options = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Sample.Read(["-"], options ?? new(), stream);
    }

    /// <summary>Gives some bytes at a time, and then ends or must not be read again.</summary>
    sealed class Trickle(byte[] bytes, int chunk, bool thenFail = false) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            thenFail && Position == Length ? throw new InvalidOperationException("asked for more than it needs") : base.Read(buffer, offset, Math.Min(count, chunk));
    }
}
