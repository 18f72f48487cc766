using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Extraction.Web.Listings;

/// <summary>
/// Reads RSS (0.9 to 2.0), Atom, sitemaps with their news extension, sitemap indexes, and sitemaps that are plain lists of addresses; tells
/// them by their root. A document type is refused, and with it every entity that one could define; nothing is ever loaded from elsewhere.
/// </summary>
public static class ListingReader
{
    /// <summary>An entry nests no deeper than this.</summary>
    const int Deepest = 200;

    /// <summary>Most characters of one entry: the text of an article in it, many times over.</summary>
    const long LongestEntry = 16 << 20;

    static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1,
    };

    /// <param name="body">Unpacked.</param>
    /// <param name="address">Where it was, which links in it may be relative to.</param>
    public static Listing Read(ReadOnlyMemory<byte> body, Uri address)
    {
        var start = body.Span[..Math.Min(body.Length, 256)].TrimStart("\uFEFF \t\r\n"u8);
        var isText = start.IndexOf((byte)'<') < 0 && start.IndexOf((byte)0) < 0;
        return isText ? ReadText(body.Span, address) : ReadXml(body, address);
    }

    static Listing ReadXml(ReadOnlyMemory<byte> body, Uri address)
    {
        var found = new Found(address);
        string? fault = null;
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Strict);
            Walk(reader, found);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or NotSupportedException)
        {
            fault = $"broken XML: {e.Message}";
        }

        return found.IsKnown || fault is not null
            ? new(found.Links.ToImmutable(), found.Lists.ToImmutable(), found.WithoutLink, fault)
            : new([], [], 0, "no RSS, Atom or sitemap");
    }

    static void Walk(XmlReader reader, Found found)
    {
        var bases = new Stack<Uri>([found.Address]);
        reader.MoveToContent();
        found.IsKnown = reader.LocalName is "rss" or "RDF" or "feed" or "urlset" or "sitemapindex";
        while (found.IsKnown && !reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth > 0 && Entries.Reader(reader.LocalName) is { } read)
            {
                var entry = Subtree(reader);
                read(entry, found, bases.TryPeek(out var at) ? at : found.Address);
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement)
            {
                bases.Push(Entries.Base(reader.GetAttribute("base", XNamespace.Xml.NamespaceName), bases.Peek()));
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                bases.Pop();
            }

            if (reader.Depth > Deepest)
            {
                throw new XmlException($"nested deeper than {Deepest}");
            }

            reader.Read();
        }
    }

    /// <summary>Reads one entry and leaves the reader after it. Written out, since the library's own way goes as deep as the entry nests.</summary>
    static XElement Subtree(XmlReader reader)
    {
        var depth = reader.Depth;
        var root = Element(reader);
        var open = new Stack<XElement>([root]);
        var length = 0L;
        var isOpen = !reader.IsEmptyElement;
        while (reader.Read() && isOpen)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Element(reader);
                    open.Peek().Add(child);
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(child);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    isOpen = open.Count > 0;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    length += reader.Value.Length;
                    open.Peek().Add(new XText(reader.Value));
                    break;
            }

            if (open.Count > Deepest || length > LongestEntry)
            {
                throw new XmlException($"an entry nests deeper than {Deepest} or is longer than {LongestEntry} characters");
            }
        }

        return root;
    }

    static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        }

        reader.MoveToElement();
        return element;
    }

    /// <summary>A sitemap may be a text file of addresses, one a line.</summary>
    static Listing ReadText(ReadOnlySpan<byte> body, Uri address)
    {
        var found = new Found(address);
        foreach (var line in Encoding.UTF8.GetString(body).TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (Uri.TryCreate(line, UriKind.Absolute, out var link) && link.Scheme is "http" or "https")
            {
                found.Links.Add(new(link));
            }
            else if (found.Links.Count == 0)
            {
                return new([], [], 0, "no RSS, Atom or sitemap");
            }
            else
            {
                found.WithoutLink++;
            }
        }

        return new(found.Links.ToImmutable(), [], found.WithoutLink, found.Links.Count == 0 ? "no RSS, Atom or sitemap" : null);
    }
}
