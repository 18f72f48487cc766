using System.IO.Compression;
using System.Text;
using System.Xml;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>The text of a Word document (.docx): a line a paragraph. Nothing else of it is read.</summary>
static class WordText
{
    const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Most characters of markup and text for one of text: what the reader keeps whole (an attribute) is no text yet.</summary>
    const long Markup = 8;

    /// <param name="docx">The file.</param>
    /// <param name="limit">Most characters of text.</param>
    /// <exception cref="InvalidDataException">Not a Word document.</exception>
    /// <exception cref="DocumentException">Its text is too large.</exception>
    public static string Read(byte[] docx, int limit)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        var entry = zip.GetEntry("word/document.xml") ?? throw new InvalidDataException("no word/document.xml in it");
        using var stream = entry.Open();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Markup * limit };
        try
        {
            using var xml = XmlReader.Create(stream, settings);
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
        var nodes = 0L;
        var buffer = new char[4096];
        while (xml.Read())
        {
            // Pieces of text come one by one, however long; a flood of empty elements ends too.
            nodes++;
            if (xml.NamespaceURI == Main)
            {
                _ = (xml.NodeType, xml.LocalName) switch
                {
                    (XmlNodeType.Element, "t") => AddWords(text, xml, buffer, limit),
                    (XmlNodeType.Element, "tab") => text.Append('\t'),
                    (XmlNodeType.Element, "br" or "cr") => text.Append('\n'),
                    (XmlNodeType.EndElement, "p") => text.Append('\n'),
                    _ => text,
                };
            }

            if (text.Length > limit || nodes > limit)
            {
                throw new DocumentException("ingest/too-large", $"has more than {limit} characters of text; raise ingest.max_document_megabytes to read it");
            }
        }

        return text.ToString();
    }

    /// <summary>What the element holds, to its end tag or to the limit.</summary>
    static StringBuilder AddWords(StringBuilder text, XmlReader xml, char[] buffer, int limit)
    {
        if (xml.IsEmptyElement)
        {
            return text;
        }

        while (text.Length <= limit && xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
            {
                continue;
            }

            for (int read; text.Length <= limit && (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
            {
                text.Append(buffer, 0, read);
            }
        }

        return text;
    }
}
