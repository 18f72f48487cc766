using Extraction.Documents;
using Extraction.Ingest;

namespace Extraction.Tests.Ingest;

[TestFixture]
public sealed class FileDocumentsTests
{
    [TestCase("a.txt", BodyFormat.PlainText)]
    [TestCase("a.html", BodyFormat.Html)]
    [TestCase("a.HTM", BodyFormat.Html)]
    public void ATextOrPageIsItsBytes(string name, BodyFormat format)
    {
        using var sample = new Sample();
        sample.Write(name, "Ça <b>va</b>");
        var document = sample.Read().Documents().Single();
        Assert.That((document.Format, document.Text(), document.Hints), Is.EqualTo((format, "Ça <b>va</b>", SourceHints.None)));
    }

    [TestCase("a.txt.gz")]
    [TestCase("a.html.gz")]
    public void GzipIsUnpacked(string name)
    {
        using var sample = new Sample();
        sample.WriteGzip(name, new string('x', 300_000));
        Assert.That(sample.Read().Documents().Single().Body.Length, Is.EqualTo(300_000));
    }

    [TestCase("a.jsonl.gz", 100)]
    [TestCase("a.jsonl.gz", 50_000)]
    [TestCase("a.csv.gz", 100)]
    [TestCase("a.txt.gz", 100)]
    public void AMemberThatDoesNotOpenIsSaid(string name, int size)
    {
        // Of one length, so that no length gives it away.
        var random = new Random(size);
        var members = Enumerable.Range(0, 3).Select(i => Sample.Gzip($"{(name.Contains("csv", StringComparison.Ordinal) && i == 0 ? "text\n" : "")}{{\"text\": \"{Convert.ToHexString([.. Enumerable.Range(0, size).Select(_ => (byte)random.Next(256))])}\"}}\n")).ToArray();
        foreach (var broken in (int[])[1, 2])
        {
            using var sample = new Sample();
            byte[][] parts = [.. members];
            parts[broken] = [0, .. members[broken][1..]];
            sample.Write(name, [.. parts.SelectMany(part => part), .. new byte[40_000]]);
            var items = sample.Read();
            Assert.That(items.Documents().Count(), Is.EqualTo(name == "a.txt.gz" ? 0 : broken));
            Assert.That(items.Faults().Select(fault => fault.Code), Is.EqualTo(new[] { "ingest/broken-gzip" }));
        }
    }

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(100_000)]
    public void ZerosBehindGzipAreNoFault(int zeros)
    {
        using var sample = new Sample();
        sample.Write("a.jsonl.gz", [.. Sample.Gzip("{\"text\": \"one\"}\n"), .. Sample.Gzip("{\"text\": \"two\"}\n"), .. Sample.Gzip(""), .. new byte[zeros]]);
        var items = sample.Read();
        Assert.That((items.Count, items.Documents().Count()), Is.EqualTo((2, 2)));
    }

    [TestCase("story.txt")]
    [TestCase("story.html.gz")]
    public void ASidecarGivesTitleAddressAndDate(string name)
    {
        using var sample = new Sample();
        sample.Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? Sample.Gzip("words") : "words"u8.ToArray());
        sample.Write("story.meta.json", """{"title": "T", "url": "https://e.example/", "published": "2021-12-07", "more": 1}""");
        var items = sample.Read();
        Assert.That((items.Count, items.Documents().Single().Hints), Is.EqualTo((1, new SourceHints("T", "2021-12-07", "https://e.example/"))));
    }

    [Test]
    public void ABrokenSidecarCostsOnlyItself()
    {
        using var sample = new Sample();
        sample.Write("story.txt", "words");
        sample.Write("story.meta.json", "{\n\"title\": }");
        var item = (SourceDocument)sample.Read().Single();
        Assert.That((item.Issues.Single().Code, item.Issues.Single().Fatal, item.Document.Text()), Is.EqualTo(("ingest/bad-sidecar", false, "words")));
        Assert.That(item.Issues.Single().Message, Does.Contain("story.meta.json: broken JSON in line 2, byte 10"));
    }

    [Test]
    public void TheRunsDateIsForDocumentsWithoutOne()
    {
        using var sample = new Sample();
        sample.Write("a.txt", "words");
        sample.Write("b.txt", "words");
        sample.Write("b.meta.json", """{"published": "2020-01-02"}""");
        var dates = sample.Read(new() { Published = "2021-12-07" }).Documents().Select(d => d.Hints.Published);
        Assert.That(dates, Is.EqualTo(new[] { "2021-12-07", "2020-01-02" }));
    }

    [Test]
    public void NewsPleaseIsReadByItsOwnNames()
    {
        using var sample = new Sample();
        sample.Write("a.json", """{"maintext": "Body.", "title": "T", "date_publish": "2019-05-01 10:00:00", "url": "https://e.example/a", "filename": "x"}""");
        var document = sample.Read().Documents().Single();
        Assert.That((document.DocumentId, document.Text(), document.Hints), Is.EqualTo(("a.json", "Body.", new SourceHints("T", "2019-05-01 10:00:00", "https://e.example/a"))));
    }

    [TestCase("broken.txt.gz", "ingest/broken-gzip")]
    [TestCase("broken.json", "ingest/bad-json")]
    [TestCase("other.json", "ingest/no-text")]
    [TestCase("binary.txt", "ingest/binary")]
    [TestCase("pdf.html", "ingest/binary")]
    [TestCase("large.txt", "ingest/too-large")]
    [TestCase("bomb.txt.gz", "ingest/too-large")]
    public void ABadFileIsAFaultThatNamesIt(string name, string code)
    {
        using var sample = new Sample();
        sample.WriteGzip("broken.txt.gz", "words words words words", cutTo: 15);
        sample.Write("broken.json", "{\"maintext\": ");
        sample.Write("other.json", "{\"headline\": \"x\"}");
        sample.Write("binary.txt", [.. Enumerable.Range(0, 4000).Select(i => (byte)((i * 7919) >> 3))]);
        sample.Write("pdf.html", "%PDF-1.7 and so on");
        sample.Write("large.txt", new byte[(1 << 20) + 1]);
        sample.WriteGzip("bomb.txt.gz", new string(' ', 3 << 20));
        var fault = sample.Read(new() { MaxDocumentMegabytes = 1 }, name).Faults().Single();
        Assert.Multiple(() =>
        {
            Assert.That(fault.Code, Is.EqualTo(code));
            Assert.That(fault.Message, Does.Contain(Path.Combine(sample.Root, name)));
            Assert.That(fault.Fatal);
        });
    }

    [Test]
    public void WhereAFoldersFilesAreAllGoneTheInputIsLost()
    {
        using var sample = new Sample();
        sample.Write("a.txt", "words");
        var inputs = new Inputs(Input.Resolve([sample.Root], []), new());
        var pieces = inputs.Pieces(default).ToList();
        File.Delete(Path.Combine(sample.Root, "a.txt"));
        Assert.That(() => inputs.Read(pieces.Single(), default).ToList(), Throws.InstanceOf<InputLostException>());
    }

    [Test]
    public void AFileThatVanishesIsAFault()
    {
        using var sample = new Sample();
        sample.Write("a.txt", "words");
        sample.Write("b.txt", "words");
        var inputs = new Inputs(Input.Resolve([sample.Root], []), new());
        var pieces = inputs.Pieces(default).ToList();
        File.Delete(Path.Combine(sample.Root, "a.txt"));
        Assert.That(inputs.Read(pieces[0], default).Faults().Single().Code, Is.EqualTo("ingest/unreadable"));
    }

    [TestCase("The U.S. imposed sanctions.\u0000\u0000 It said so.", false)]
    [TestCase("plain", false)]
    [TestCase("\u0001\u0002\u0003\u0004 words", true)]
    public void SomeStrayControlsAreStillText(string text, bool isBinary) =>
        Assert.That(BinaryData.Recognize(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, text.Length < 10 || isBinary ? 1 : 20)) + (isBinary ? "" : new string('a', 400)))) is not null, Is.EqualTo(isBinary));

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    public void WideCharacterSetsAreText(string charset)
    {
        var encoding = System.Text.Encoding.GetEncoding(charset);
        Assert.That(BinaryData.Recognize([.. encoding.GetPreamble(), .. encoding.GetBytes("The United States imposed sanctions.")]), Is.Null);
    }
}
