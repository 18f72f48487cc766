using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Extraction.Documents;
using Extraction.Ingest;

namespace Extraction.Tests.Ingest;

[TestFixture]
public sealed class ArchiveTests
{
    static readonly (string, string)[] Files = [("b/story.html", "<html>b"), ("a.txt", "words"), ("list.jsonl", "{\"text\": \"one\"}\n{oops\n{\"text\": \"two\"}\n"), ("page.pdf", "x")];

    static IEnumerable<TestCaseData> Packers()
    {
        yield return new TestCaseData("x.tar", (Func<(string, string)[], byte[]>)Tar).SetName("tar");
        yield return new TestCaseData("x.tar.gz", ((string, string)[] files) => Warc.Gzip(Tar(files))).SetName("tar.gz");
        yield return new TestCaseData("x.tgz", ((string, string)[] files) => Warc.Gzip(Tar(files))).SetName("tgz");
        yield return new TestCaseData("x.zip", (Func<(string, string)[], byte[]>)Zip).SetName("zip");
    }

    [TestCaseSource(nameof(Packers))]
    public void TheFilesOfAnArchiveAreReadAsIfTheyLayThere(string name, Func<(string, string)[], byte[]> pack)
    {
        var items = Read(name, pack(Files));
        Assert.That(items.Documents().Select(d => $"{d.DocumentId} {d.Text()}"), Is.EqualTo(new[]
        {
            $"{name}#b/story.html <html>b", $"{name}#a.txt words", $"{name}#list.jsonl#1 one", $"{name}#list.jsonl#3 two",
        }));
        Assert.That(items.Faults().Select(f => f.DocumentId), Is.EqualTo(new[] { $"{name}#list.jsonl#2" }));
        Assert.That(items.Skips(), Is.EqualTo(new[] { $"{name}#page.pdf unknown-type" }));
    }

    [TestCaseSource(nameof(Packers))]
    public void AFileThatIsTooLargeCostsItselfOnly(string name, Func<(string, string)[], byte[]> pack)
    {
        var items = Read(name, pack([("a.txt", "words"), ("big.txt", new string(' ', 3 << 20)), ("c.txt", "words")]), new() { MaxDocumentMegabytes = 1 });
        Assert.That((items.Documents().Count(), items.Faults().Single().Code, items.Faults().Single().DocumentId), Is.EqualTo((2, "ingest/too-large", $"{name}#big.txt")));
    }

    [Test]
    public void OfATruncatedArchiveAllBeforeTheBreakIsRead()
    {
        var random = new Random(1);
        var noise = string.Concat(Enumerable.Range(0, 50_000).Select(_ => (char)random.Next('a', 'z')));
        var items = Read("x.tar.gz", Warc.Gzip(Tar([("a.txt", "words"), ("b.txt", noise)]))[..^9000]);
        Assert.That((items.Documents().Select(d => d.DocumentId).First(), items.Faults().First().Code), Is.EqualTo(("x.tar.gz#a.txt", "ingest/broken-archive")));
    }

    [TestCase('x')]
    [TestCase('L')]
    public void AHeaderOfATarThatNoneCanBeIsSaid(char type)
    {
        var tar = Tar([("a.txt", "words")])[..^1024];
        var header = new byte[512];
        "name"u8.CopyTo(header);
        "20000000000\0"u8.CopyTo(header.AsSpan(124));
        header[156] = (byte)type;
        "ustar\000"u8.CopyTo(header.AsSpan(257));
        header.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(header.Sum(b => b), 8).PadLeft(6, '0')).CopyTo(header, 148);
        var items = Read("x.tar", [.. tar, .. header, .. new byte[1024]]);
        Assert.That((items.Documents().Count(), items.Faults().Single().Code), Is.EqualTo((1, "ingest/broken-archive")));
    }

    [Test]
    public void AnArchiveThatIsABombIsLeft()
    {
        var files = Enumerable.Range(0, 8).Select(i => ($"{i}.txt", new string(' ', 10 << 20))).ToArray();
        Assert.That(Read("x.tar.gz", Warc.Gzip(Tar(files)), new() { MaxUnpackRatio = 10 }).Faults().First().Message, Does.Contain("zip bomb"));
    }

    [TestCase("x.jsonl.gz")]
    [TestCase("x.csv.gz")]
    [TestCase("x.zip", "x.jsonl")]
    [TestCase("x.zip", "x.jsonl.gz")]
    public void LinesThatAreABombAreLeft(string name, string? inner = null)
    {
        var line = "text," + new string(' ', 1 << 20) + "\n";
        var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 70)));
        var items = Read(name, inner is null ? Warc.Gzip(lines) : Zip((inner, inner == "x.jsonl" ? lines : Warc.Gzip(lines))), new() { MaxUnpackRatio = 10 });
        Assert.That(items.Faults().Last().Message, Does.Contain("zip bomb"));
    }

    [TestCaseSource(nameof(Packers))]
    public void HiddenFilesOfAnArchiveAreCounted(string name, Func<(string, string)[], byte[]> pack)
    {
        var items = Read(name, pack([("b/.c.txt", "words"), ("a.txt", "words")]));
        Assert.That((items.Count, items.Skips().Single()), Is.EqualTo((2, $"{name}#b/.c.txt hidden")));
    }

    [TestCase("x.zip")]
    [TestCase("x.tar.gz")]
    public void WhatIsNoArchiveIsAFaultThatNamesIt(string name) =>
        Assert.That(Read(name, "words"u8.ToArray()).Faults().Single().Message, Does.Contain(name));

    [TestCase("t.csv", "id,text,title,published,url\nr1,\"Words, \"\"quoted\"\"\nover two lines\",T,2021-12-07,https://e.example/\n,second,,,\n,,,,\n")]
    [TestCase("t.tsv", "id\ttext\ttitle\tpublished\turl\nr1\t\"Words, \"\"quoted\"\"\nover two lines\"\tT\t2021-12-07\thttps://e.example/\n\tsecond\t\t\t\n\t\t\t\t\n")]
    public void ARowOfATableIsADocument(string name, string table)
    {
        var items = Read(name, Encoding.UTF8.GetBytes(table));
        Assert.That(items.Documents().Select(d => (d.DocumentId, d.Text(), d.Hints)), Is.EqualTo(new[]
        {
            ("r1", "Words, \"quoted\"\nover two lines", new SourceHints("T", "2021-12-07", "https://e.example/")), ($"{name}#2", "second", SourceHints.None),
        }));
        Assert.That(items.Skips(), Is.EqualTo(new[] { $"{name}#3 empty" }));
    }

    [Test]
    public void ARowWithoutEndBreaksOff()
    {
        var items = Read("t.csv", Encoding.UTF8.GetBytes("text\nwords\n" + string.Concat(Enumerable.Repeat(new string('x', 1000) + ",", 3000))), new() { MaxDocumentMegabytes = 1 });
        Assert.That((items.Documents().Count(), items.Faults().Single().Code), Is.EqualTo((1, "ingest/bad-table")));
        Assert.That(items.Faults().Single().Message, Does.Contain("row 2").And.Contain("characters"));
    }

    [Test]
    public void LongRowsAreRead()
    {
        var items = Read("t.csv", Encoding.UTF8.GetBytes("text,html\n" + string.Concat(Enumerable.Repeat($"{new string('x', 900_000)},{new string('y', 900_000)}\nshort,\n", 3))), new() { MaxDocumentMegabytes = 1 });
        Assert.That((items.Count, items.Documents().Count()), Is.EqualTo((6, 6)));
    }

    [Test]
    public void ColumnsAreMapped() =>
        Assert.That(Read("t.csv.gz", Warc.Gzip("Body,Head\nwords,T\n"u8.ToArray()), new() { Fields = new() { Text = "Body", Title = "Head" } }).Documents().Single().Hints.Title, Is.EqualTo("T"));

    [Test]
    public void ATableWithoutTheColumnSaysWhatItHas() =>
        Assert.That(Read("t.csv", "Body,Head\nwords,T\n"u8.ToArray()).Faults().Single().Message, Does.Contain("there are Body, Head"));

    static byte[] Tar((string Name, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var tar = new TarWriter(memory, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            }
        }

        return memory.ToArray();
    }

    static byte[] Zip((string Name, string Text)[] files) => Zip([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    static List<SourceItem> Read(string name, byte[] bytes, IngestOptions? options = null)
    {
        using var sample = new Sample();
        sample.Write(name, bytes);
        return sample.Read(options, name);
    }
}
