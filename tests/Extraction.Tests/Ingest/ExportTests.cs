using System.IO.Compression;
using System.Text;
using Extraction.Ingest;

namespace Extraction.Tests.Ingest;

[TestFixture]
public sealed class ExportTests
{
    const string Factiva = """
        SE   World
        HD   Ministry lists two mills
        BY   By A. Writer
        WC   120 words
        PD   3 March 2022
        SN   Example Wire
        SC   EXW
        LA   English
        CY   (c) 2022 Example
        LP
        The ministry put two mills on its list.

        TD
        Both mills deny it.
        IN THE NEWS since May, they said.

        CO   exmill : Example Mill
        AN
        Document EXW0000020220303ei33000aa

        HD   Second story
        PD   4 March 2022
        SN   Example Wire
        LP
        It rained.
        AN
        Document EXW0000020220304ei34000bb

        """;

    const string OldNexis = """
                                       1 of 2 DOCUMENTS


                                       Example Times

                              March 3, 2022 Thursday

        Council Lists Two
        More Mills

        BYLINE: By A. WRITER

        LENGTH: 120 words

        DATELINE: PORTVILLE

          The council listed two mills.

          Both deny it.

        LOAD-DATE: March 4, 2022

        LANGUAGE: ENGLISH

                                       2 of 2 DOCUMENTS

                                       Example Times

                              4 March 2022

        HEADLINE: Rain

        LENGTH: 3 words

        BODY:
        It rained.

        LOAD-DATE: March 4, 2022
        """;

    const string NewNexis = """
        Council Lists Two Mills
        Example Times
        March 3, 2022 Thursday

        Copyright 2022 Example Times All Rights Reserved
        Section: A; Pg. 10
        Length: 120 words
        Byline: A. Writer
        Body

        The council listed two mills.
        Both deny it.

        Classification

        Language: ENGLISH
        Load-Date: March 4, 2022

        End of Document

        """;

    [TestCase("f.txt", Factiva)]
    [TestCase("f.html", null)]
    public void FactivaIsReadByItsCodes(string name, string? text)
    {
        var documents = Read(name, Encoding.UTF8.GetBytes(text ?? FactivaPage())).Documents().ToList();
        Assert.That(documents.Select(d => (d.DocumentId, d.Hints.Title, d.Hints.Published)), Is.EqualTo(new[]
        {
            ($"{name}#EXW0000020220303ei33000aa", "Ministry lists two mills", "3 March 2022"), ($"{name}#EXW0000020220304ei34000bb", "Second story", "4 March 2022"),
        }));
        Assert.That(documents[0].Text(), Does.StartWith("Ministry lists two mills\n\nThe ministry put two mills on its list.\n\nBoth mills deny it.").And.Not.Contain("exmill").And.Contain("IN THE NEWS"));
    }

    [Test]
    public void AnArticleWithoutANumberEndsWhereTheNextBegins()
    {
        var text = Factiva.Replace("AN\nDocument EXW0000020220303ei33000aa\n", "", StringComparison.Ordinal);
        Assert.That(Read("f.txt", Encoding.UTF8.GetBytes(text)).Documents().Select(d => (d.DocumentId, d.Hints.Title)), Is.EqualTo(new[]
        {
            ("f.txt#1", "Ministry lists two mills"), ("f.txt#EXW0000020220304ei34000bb", "Second story"),
        }));
    }

    [Test]
    public void TheOlderNexisIsReadByItsFields()
    {
        var documents = Read("n.txt", Encoding.UTF8.GetBytes(OldNexis)).Documents().ToList();
        Assert.That(documents.Select(d => (d.Hints.Title, d.Hints.Published)), Is.EqualTo(new[] { ("Council Lists Two More Mills", "2022-03-03"), ("Rain", "2022-03-04") }));
        Assert.That(documents[0].Text(), Does.Contain("The council listed two mills.\n\n  Both deny it.").And.Not.Contain("PORTVILLE").And.Not.Contain("LOAD-DATE"));
        Assert.That(documents[1].Text(), Is.EqualTo("Rain\n\nIt rained."));
    }

    [TestCase("n.txt")]
    [TestCase("n.docx")]
    public void TheNewerNexisIsReadToTheEndOfEachDocument(string name)
    {
        var text = NewNexis + NewNexis.Replace("Two Mills", "Three Mills", StringComparison.Ordinal);
        var documents = Read(name, name.EndsWith(".docx", StringComparison.Ordinal) ? Word(text) : Encoding.UTF8.GetBytes(text)).Documents().ToList();
        Assert.That(documents.Select(d => (d.DocumentId, d.Hints.Title, d.Hints.Published)), Is.EqualTo(new[]
        {
            ($"{name}#1", "Council Lists Two Mills", "2022-03-03"), ($"{name}#2", "Council Lists Three Mills", "2022-03-03"),
        }));
        Assert.That(documents[0].Text(), Is.EqualTo("Council Lists Two Mills\n\nThe council listed two mills.\nBoth deny it."));
    }

    [Test]
    public void AnyOtherWordDocumentIsOneArticle() =>
        Assert.That(Read("w.docx", Word("Title\nWords & more.")).Documents().Single().Text(), Is.EqualTo("Title\nWords & more.\n"));

    [Test]
    public void MarkupWithoutEndIsBounded()
    {
        var page = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" a=\"{new string('x', 9 << 20)}\"><w:p><w:t>words</w:t></w:p></w:document>";
        Assert.That(Read("w.docx", WordPage(page), new() { MaxDocumentMegabytes = 1 }).Faults().Single().Code, Is.EqualTo("ingest/broken-archive"));
    }

    [Test]
    public void ABrokenWordDocumentIsAFault() =>
        Assert.That(Read("w.docx", "PK\u0003\u0004 broken"u8.ToArray()).Faults().Single().Code, Is.EqualTo("ingest/broken-archive"));

    [Test]
    public void AnArticleThatOnlyNamesTheFieldsIsOneArticle() =>
        Assert.That(Read("a.txt", "HD is a code. LENGTH: is a field.\n\nEnd of Document"u8.ToArray()).Documents().Single().DocumentId, Is.EqualTo("a.txt"));

    [Test]
    public void APageThatNoTreeCanBeBuiltOfIsLeftToTheRoomThatCleans()
    {
        var page = FactivaPage().Replace("<p>It rained.</p>", string.Concat(Enumerable.Repeat("<div>", 5_000)), StringComparison.Ordinal);
        Assert.That(Read("f.html", Encoding.UTF8.GetBytes(page)).Documents().Single().DocumentId, Is.EqualTo("f.html"));
    }

    static string FactivaPage()
    {
        var rows = new (string, string)[]
        {
            ("HD", "Ministry lists two mills"), ("PD", "3 March 2022"), ("SN", "Example Wire"), ("LP", "<p>The ministry put two mills on its list.</p>"),
            ("TD", "<p>Both mills deny it.</p><p>IN THE NEWS since May.</p>"), ("CO", "exmill"), ("AN", "Document EXW0000020220303ei33000aa"),
            ("HD", "Second story"), ("PD", "4 March 2022"), ("SN", "Example Wire"), ("LP", "<p>It rained.</p>"), ("AN", "Document EXW0000020220304ei34000bb"),
        };
        return "<html><body><table>" + string.Concat(rows.Select(row => $"<tr><td class=\"index\"><b>{row.Item1}</b></td><td>{row.Item2}</td></tr>\n")) + "</table></body></html>";
    }

    static byte[] Word(string text)
    {
        var paragraphs = text.Split('\n').Select(line => $"<w:p><w:r><w:t>{System.Security.SecurityElement.Escape(line)}</w:t></w:r></w:p>");
        return WordPage($"<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{string.Concat(paragraphs)}</w:body></w:document>");
    }

    static byte[] WordPage(string page)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("word/document.xml").Open();
            stream.Write(Encoding.UTF8.GetBytes(page));
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
