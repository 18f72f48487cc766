using System.IO.Compression;
using System.Text;
using Extraction.Documents;
using Extraction.Ingest;

namespace Extraction.Tests.Ingest;

[TestFixture]
public sealed class WarcTests
{
    static readonly byte[] Info = Warc.Record("warcinfo", "info", "application/warc-fields", "software: test\r\n"u8.ToArray());

    static readonly byte[][] Three = [Info, Warc.Response("a", "<html>one"), Warc.Response("b", "<html>two"), Warc.Response("c", "<html>three")];

    static IEnumerable<TestCaseData> Containers()
    {
        yield return new TestCaseData("x.warc", (byte[][] records) => records.SelectMany(record => record).ToArray()).SetName("plain");
        yield return new TestCaseData("x.warc.gz", (byte[][] records) => Warc.Members(records)).SetName("a member a record");
        yield return new TestCaseData("x.warc.gz", (byte[][] records) => Warc.Gzip(records)).SetName("whole file gzip");
    }

    [TestCaseSource(nameof(Containers))]
    public void TheRecordsOfAnArchiveAreDocumentsInOrder(string name, Func<byte[][], byte[]> pack)
    {
        var documents = Read(name, pack(Three)).Documents().ToList();
        Assert.That(documents.Select(d => $"{d.DocumentId} {d.Text()} {d.Hints.Url}"), Is.EqualTo(new[]
        {
            $"{name}#a <html>one https://news.example/a", $"{name}#b <html>two https://news.example/b", $"{name}#c <html>three https://news.example/c",
        }));
    }

    [TestCaseSource(nameof(Containers))]
    public void ALargeArchiveLosesNothingAtItsCuts(string name, Func<byte[][], byte[]> pack)
    {
        var random = new Random(5);
        var records = Enumerable.Range(0, 300).Select(i => Warc.Response($"r{i:000}", "<html>" + Convert.ToBase64String(Bytes(random, 30_000)))).ToArray();
        var documents = Read(name, pack(records)).Documents().ToList();
        Assert.That(documents.Select(d => d.DocumentId), Is.EqualTo(Enumerable.Range(0, 300).Select(i => $"{name}#r{i:000}")));
        Assert.That(documents.Select(d => d.Body.Length), Is.All.EqualTo(40_006));
    }

    /// <summary>Packed and unpacked bytes are not to be added up: a short name for a place would be that of another.</summary>
    [TestCaseSource(nameof(Containers))]
    public void RecordsWithoutANameAreCalledByTheirPlace(string name, Func<byte[][], byte[]> pack)
    {
        var small = Warc.Record("resource", "", "text/plain", "words"u8.ToArray());
        var first = pack([small, small]);
        var large = Warc.Gzip(Warc.Record("resource", "", "text/html", Bytes(new(7), 18 << 20)), small);
        var documents = Read(name, name == "x.warc" ? first : [.. first, .. large]).Documents().ToList();
        Assert.That(documents.Select(d => d.DocumentId).Take(2), Is.EqualTo(new[] { $"{name}#@0", name == "x.warc" ? $"{name}#@{small.Length}" : $"{name}#@0+{small.Length}" }));
        Assert.That(documents.Select(d => d.DocumentId), Is.Unique);
        Assert.That(documents.Skip(2).All(d => d.DocumentId.StartsWith($"{name}#@{first.Length}", StringComparison.Ordinal)));
    }

    [Test]
    public void TheDayOfTheCrawlIsNoPublicationDate() =>
        Assert.That(Read("x.warc", Three.SelectMany(r => r).ToArray()).Documents().Select(d => d.Hints.Published), Is.All.Null);

    [Test]
    public void ResourceAndConversionRecordsAreRead()
    {
        var documents = Read("x.warc.wet.gz", Warc.Members(
            Warc.Record("resource", "a", "text/html", "<html>page"u8.ToArray()), Warc.Record("conversion", "b", "text/plain", "words"u8.ToArray()))).Documents();
        Assert.That(documents.Select(d => (d.Format, d.Charset, d.Text())), Is.EqualTo(new (BodyFormat, string?, string)[] { (BodyFormat.Html, null, "<html>page"), (BodyFormat.PlainText, "utf-8", "words") }));
    }

    [TestCase("Content-Type: text/html\r\nTransfer-Encoding: chunked", "chunked")]
    [TestCase("Content-Type: text/html\r\nContent-Encoding: gzip", "gzip")]
    [TestCase("Content-Type: text/html\r\nContent-Encoding: br", "br")]
    [TestCase("Content-Type: text/html\r\nContent-Encoding: deflate", "deflate")]
    [TestCase("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\ncontent-encoding: GZIP", "gzip chunked")]
    [TestCase("Content-Type: text/html\r\nTransfer-Encoding: chunked", "already joined")]
    [TestCase("Content-Type: text/html\r\nContent-Encoding: gzip", "already unpacked")]
    public void WhatTheTransportDidIsUndone(string http, string coding)
    {
        var page = Encoding.UTF8.GetBytes("<html>" + new string('x', 5000));
        var body = page;
        body = coding.Contains("gzip", StringComparison.Ordinal) ? Warc.Gzip(body) : body;
        body = coding == "br" ? Warc.Packed(s => new BrotliStream(s, CompressionLevel.Fastest, leaveOpen: true), body) : body;
        body = coding == "deflate" ? Warc.Packed(s => new ZLibStream(s, CompressionLevel.Fastest, leaveOpen: true), body) : body;
        body = coding.Contains("chunked", StringComparison.Ordinal) ? Warc.Chunked(body, 700) : body;
        Assert.That(Read("x.warc", Warc.Response("a", body, http)).Documents().Single().Body.ToArray(), Is.EqualTo(page));
    }

    [TestCase("404 Not Found", "Content-Type: text/html", "http-status")]
    [TestCase("200 OK", "Content-Type: image/png", "not-text")]
    public void WhatIsNoPageIsSkippedWithAReason(string status, string http, string reason) =>
        Assert.That(Read("x.warc", Warc.Response("a", "<html>", http, status)).Skips(), Is.EqualTo(new[] { $"x.warc#a {reason}" }));

    [TestCase("warcinfo", null)]
    [TestCase("Request", null)]
    [TestCase("metadata", null)]
    [TestCase("revisit", "x.warc#a revisit")]
    [TestCase("continuation", "x.warc#a unknown-type")]
    [TestCase("", "x.warc#a unknown-type")]
    public void RecordsOfOtherTypesAreCounted(string type, string? skip) =>
        Assert.That(Read("x.warc", Warc.Record(type, "a", "text/html", "<html>"u8.ToArray())).Skips().SingleOrDefault(), Is.EqualTo(skip));

    [Test]
    public void TheCharsetOfTheHeaderIsPassedOn() =>
        Assert.That(Read("x.warc", Warc.Response("a", "<html>", "Content-Type: text/html; Charset=\"windows-1251\"")).Documents().Single().Charset, Is.EqualTo("windows-1251"));

    [Test]
    public void ABrokenMemberCostsItselfOnly()
    {
        var members = Three.Select(record => Warc.Gzip(record)).ToArray();
        members[2].AsSpan(20, 30).Fill(0x5A);
        var items = Read("x.warc.gz", [.. members.SelectMany(m => m)]);
        Assert.That(items.Documents().Select(d => d.DocumentId), Is.EqualTo(new[] { "x.warc.gz#a", "x.warc.gz#c" }));
        Assert.That(items.Faults().Single().Code, Is.EqualTo("ingest/broken-gzip"));
        Assert.That(items.Faults().Single().Message, Does.Contain("x.warc.gz: the gzip member at byte " + (members[0].Length + members[1].Length)));
    }

    /// <summary>What opens no member is passed over by the decompressor without a word, and all behind it.</summary>
    [Test]
    public void AMemberThatDoesNotOpenAsOneCostsItselfOnly()
    {
        byte[][] records = [Info, Warc.Response("a", "<html>one"), Warc.Response("b", "<html>one and twenty"), Warc.Response("c", "<html>three")];
        var members = records.Select(record => Warc.Gzip(record)).ToArray();
        members[2][0] = 0;
        var items = Read("x.warc.gz", [.. members.SelectMany(m => m)]);
        Assert.That(items.Documents().Select(d => d.DocumentId), Is.EqualTo(new[] { "x.warc.gz#a", "x.warc.gz#c" }));
        Assert.That(items.Faults().Single().Code, Is.EqualTo("ingest/broken-gzip"));
    }

    /// <summary>A member that is too large to be held is unpacked from where the piece begins.</summary>
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void ABrokenMemberBeforeAVeryLargeOneCostsItselfOnly(int broken)
    {
        var members = Three[1..].Append(Warc.Response("large", Bytes(new(7), 18 << 20), "Content-Type: text/html")).Append(Warc.Response("z", "<html>last")).Select(record => Warc.Gzip(record)).ToArray();
        members[broken][0] = 0;
        var items = Read("x.warc.gz", [.. members.SelectMany(m => m)]);
        Assert.That(items.Documents().Select(d => d.DocumentId), Is.EqualTo(new[] { "x.warc.gz#a", "x.warc.gz#b", "x.warc.gz#c", "x.warc.gz#large", "x.warc.gz#z" }.Where((_, i) => i != broken)));
        Assert.That(items.Faults().Single().Code, Is.EqualTo("ingest/broken-gzip"));
    }

    [Test]
    public void AVeryLargeMemberThatDoesNotOpenIsSaid()
    {
        var members = Three[1..].Append(Warc.Response("large", Bytes(new(7), 18 << 20), "Content-Type: text/html")).Append(Warc.Response("z", "<html>last")).Select(record => Warc.Gzip(record)).ToArray();
        members[3][0] = 0;
        var items = Read("x.warc.gz", [.. members.SelectMany(m => m)]);
        Assert.That(items.Documents().Select(d => d.DocumentId), Is.EqualTo(new[] { "x.warc.gz#a", "x.warc.gz#b", "x.warc.gz#c", "x.warc.gz#z" }));
        Assert.That(items.Faults().Single().Code, Is.EqualTo("ingest/broken-gzip"));
    }

    [Test]
    public void ZerosBehindTheLastMemberAreNoFault()
    {
        var items = Read("x.warc.gz", [.. Warc.Members(Three), .. new byte[512]]);
        Assert.That((items.Documents().Count(), items.Faults().Count()), Is.EqualTo((3, 0)));
    }

    [Test]
    public void AHeadOfBareLineFeedsEndsWhereItEnds()
    {
        var block = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html>one\r\n\r\ntwo");
        Assert.That(Read("x.warc", Warc.Record("response", "a", "application/http", block)).Documents().Single().Text(), Is.EqualTo("<html>one\r\n\r\ntwo"));
    }

    [TestCase(-7)]
    [TestCase(9)]
    public void AWrongLengthCostsItsRecordOnly(int wrong)
    {
        var block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>two and more"u8.ToArray();
        var bad = Warc.Record("response", "b", "application/http", block, length: block.Length + wrong);
        var items = Read("x.warc", [.. Three[1], .. bad, .. Three[3]]);
        Assert.That(items.Documents().Select(d => d.DocumentId), Is.EqualTo(new[] { "x.warc#a", "x.warc#c" }));
        Assert.That(items.Faults().Select(f => f.Code), Is.EqualTo(new[] { "ingest/broken-record" }));
    }

    [TestCaseSource(nameof(Containers))]
    public void AWrongLengthThatIsTooLargeCostsItsRecordOnly(string name, Func<byte[][], byte[]> pack)
    {
        // The head of the next record falls on the ends of what is read at once.
        foreach (var size in (int[])[100, .. Enumerable.Range((512 << 10) - 560, 40)])
        {
            var bad = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Warc.Response("b", new string('x', size))).Replace("Content-Length: ", "Content-Length: 99999999999", StringComparison.Ordinal));
            var items = Read(name, pack([Three[1], bad, Three[3]]));
            Assert.That(items.Documents().Select(d => d.DocumentId), Is.EqualTo(new[] { $"{name}#a", $"{name}#c" }));
            Assert.That(items.Faults().Select(f => f.Code), Is.EqualTo(new[] { "ingest/broken-record" }));
        }
    }

    [TestCaseSource(nameof(Containers))]
    public void OfATruncatedFileAllBeforeTheBreakIsRead(string name, Func<byte[][], byte[]> pack)
    {
        var whole = pack([.. Three, Warc.Response("d", "<html>" + Convert.ToBase64String(Bytes(new(3), 9000)))]);
        var items = Read(name, whole[..^3000]);
        Assert.That(items.Documents().Select(d => d.DocumentId), Is.EqualTo(new[] { $"{name}#a", $"{name}#b", $"{name}#c" }));
        Assert.That(items.Faults(), Has.Exactly(1).Items);
    }

    [Test]
    public void AWrongDigestIsSaidAndTheRecordRead()
    {
        var item = (SourceDocument)Read("x.warc", Warc.Response("a", "<html>", digest: "AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH")).Single();
        Assert.That((item.Issues.Single().Code, item.Issues.Single().Fatal), Is.EqualTo(("ingest/wrong-digest", false)));
    }

    [Test]
    public void ARightDigestIsNotSaid()
    {
        var block = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>");
        Assert.That(((SourceDocument)Read("x.warc", Warc.Record("response", "a", "application/http", block, "BZQBZKXAPSBKV6KEXY352ACSI52VHKZD")).Single()).Issues, Is.Empty);
    }

    [TestCase("WARC-Block-Digest: sha1:0e601caae07c82aaf944be37dd0052477553ab23", false)]
    [TestCase("WARC-Block-Digest: SHA1:bzqbzkxapsbkv6kexy352acsi52vhkzd", false)]
    [TestCase("WARC-Block-Digest: sha256:WLOZRVW5MNN77QWZGW27LTI3ZPUTM4XJKULIBLTP24LHLXRJX3NQ====", false)]
    [TestCase("WARC-Payload-Digest: sha256:b7d082ee12e91b756ea22e8513b8594eebcf5d39fab813da3cb55794dc888ad7", false)]
    [TestCase("WARC-Payload-Digest: md5:166248a6129a1e4370d20adc2d4c23f3", false)]
    [TestCase("WARC-Payload-Digest: sha1:B7QLWRC7KH5NK7Z7YQIV27DGZ4MFIUIH", false)]
    [TestCase("WARC-Payload-Digest: crc32:01234567", false)]
    [TestCase("WARC-Payload-Digest: sha1:short", false)]
    [TestCase("WARC-Block-Digest: sha1:0fe0bb445f51fad57f3fc4115d7c66cf18545107", true)]
    [TestCase("WARC-Payload-Digest: sha256:b2dd98d6dd635bffc2d935b5f5cd1bcbe93672e9551680ae6fd71675de29bedb", true)]
    [TestCase("WARC-Payload-Digest: md5:9842E53C0A46EBA997ED3998C2896C63", true)]
    public void DigestsAreReadAsWritersWriteThem(string field, bool isWrong)
    {
        var block = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>");
        Assert.That(((SourceDocument)Read("x.warc", Warc.Record("response", "a", $"application/http\r\n{field}", block)).Single()).Issues.Length, Is.EqualTo(isWrong ? 1 : 0));
    }

    [Test]
    public void OfABodyThatTheTransportChangedThePayloadsDigestSaysNothing()
    {
        var block = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n<html>");
        var record = Warc.Record("response", "a", "application/http\r\nWARC-Payload-Digest: md5:00000000000000000000000000000000", block);
        Assert.That(((SourceDocument)Read("x.warc", record).Single()).Issues, Is.Empty);
    }

    [Test]
    public void ATooLargeRecordCostsItselfOnly()
    {
        var items = Read("x.warc.gz", Warc.Members(Three[1], Warc.Response("big", new string('x', 2 << 20)), Three[3]), new() { MaxDocumentMegabytes = 1 });
        Assert.That((items.Faults().Single().Code, items.Documents().Count()), Is.EqualTo(("ingest/too-large", 2)));
        Assert.That(items.Faults().Single().Message, Does.Contain("https://news.example/big"));
    }

    [Test]
    public void ABombInsideARecordIsBounded()
    {
        var bomb = Warc.Gzip(new byte[40 << 20]);
        var items = Read("x.warc.gz", Warc.Members(Warc.Response("bomb", bomb, "Content-Type: text/html\r\nContent-Encoding: gzip"), Three[3]));
        Assert.That((items.Faults().Single().Code, items.Documents().Count()), Is.EqualTo(("ingest/too-large", 1)));
    }

    [TestCase(0)]
    [TestCase(18 << 20)]
    public void AFirstMemberThatDoesNotOpenCostsItselfOnly(int size)
    {
        var first = Warc.Gzip(Warc.Response("a", Bytes(new(3), size), "Content-Type: text/html"));
        first[0] = 0;
        var items = Read("x.warc.gz", [.. first, .. Warc.Members(Three[2..])]);
        Assert.That(items.Documents().Select(d => d.DocumentId), Is.EqualTo(new[] { "x.warc.gz#b", "x.warc.gz#c" }));
        Assert.That(items.Faults().Single().Code, Is.EqualTo("ingest/broken-gzip"));
    }

    [TestCase("x.arc.gz", "words", "ingest/not-supported")]
    [TestCase("x.warc.lz4", "words", "ingest/not-supported")]
    [TestCase("x.warc", "filedesc://x.arc 0.0.0.0 20100101000000 text/plain 70\n", "ingest/not-supported")]
    [TestCase("x.warc.gz", "\u0004\"M\u0018 and so on", "ingest/not-supported")]
    [TestCase("x.warc", "nothing of the kind", "ingest/broken-archive")]
    public void WhatIsNotSupportedIsSaid(string name, string content, string code)
    {
        var fault = Read(name, Encoding.UTF8.GetBytes(content)).Faults().Single();
        Assert.That((fault.Code, fault.Message.Contains(name, StringComparison.Ordinal)), Is.EqualTo((code, true)));
    }

    [Test]
    public void WhatTheScreenRefusesIsSkippedAndNotLost()
    {
        using var sample = new Sample();
        var path = sample.Write("x.warc.gz", Warc.Members(Three));
        var inputs = new Inputs(Input.Resolve([path], []), new(), screen: (body, _, _) => body.IndexOf("two"u8) >= 0);
        var items = inputs.Pieces(default).SelectMany(piece => inputs.Read(piece, default)).ToList();
        Assert.That(items.Select(item => item is SourceSkip skip ? $"{skip.DocumentId} {skip.Reason}" : item.DocumentId), Is.EqualTo(new[] { "x.warc.gz#a irrelevant", "x.warc.gz#b", "x.warc.gz#c irrelevant" }));
    }

    static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    static List<SourceItem> Read(string name, byte[] bytes, IngestOptions? options = null)
    {
        using var sample = new Sample();
        sample.Write(name, bytes);
        return sample.Read(options, name);
    }
}
