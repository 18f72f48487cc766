using System.IO.Compression;
using System.Text;
using System.Xml;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>The text of a Word document (.docx): a line a paragraph. Nothing else of it is read.</summary>
static class WordText
{
    const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <param name="docx">The file.</param>
    /// <param name="limit">Most characters of text.</param>
    /// <exception cref="InvalidDataException">Not a Word document.</exception>
    /// <exception cref="DocumentException">Its text is too large.</exception>
    public static string Read(byte[] docx, int limit)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        var entry = zip.GetEntry("word/document.xml") ?? throw new InvalidDataException("no word/document.xml in it");
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Settings);
        try
        {
            return Text(xml, limit);
        }
        catch (XmlException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    static string Text(XmlReader xml, int limit)
    {
        var text = new StringBuilder();
        while (xml.Read())
        {
            if (xml.NamespaceURI == Main)
            {
                _ = (xml.NodeType, xml.LocalName) switch
                {
                    (XmlNodeType.Element, "t") => text.Append(xml.ReadString()),
                    (XmlNodeType.Element, "tab") => text.Append('\t'),
                    (XmlNodeType.Element, "br" or "cr") => text.Append('\n'),
                    (XmlNodeType.EndElement, "p") => text.Append('\n'),
                    _ => text,
                };
            }

            if (text.Length > limit)
            {
                throw new DocumentException("ingest/too-large", $"has more than {limit} characters of text; raise ingest.max_document_megabytes to read it");
            }
        }

        return text.ToString();
    }
}
