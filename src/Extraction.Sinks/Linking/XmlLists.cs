using System.Xml;
using System.Xml.Linq;

namespace Extraction.Sinks.Linking;

/// <summary>
/// The consolidated lists as XML, read entry by entry: OFAC (<c>sdnList</c>), the European Union (<c>export</c> with <c>sanctionEntity</c>) and the United
/// Nations (<c>CONSOLIDATED_LIST</c>). Namespaces change with versions and are not looked at; a DTD is refused.
/// </summary>
static class XmlLists
{
    static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };

    public static IEnumerable<ListEntry> Read(string path, Stream stream)
    {
        using var reader = XmlReader.Create(stream, Safe);
        reader.MoveToContent();
        Func<XElement, ListEntry?> entry = reader.LocalName switch
        {
            "sdnList" => Ofac,
            "export" => European,
            "CONSOLIDATED_LIST" => UnitedNations,
            var other => throw new FormatException($"{path}: its root is '{other}'; known are sdnList (OFAC), export (EU) and CONSOLIDATED_LIST (UN)"),
        };
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "sdnEntry" or "sanctionEntity" or "INDIVIDUAL" or "ENTITY")
            {
                if (entry((XElement)XNode.ReadFrom(reader)) is { Names.IsEmpty: false } found)
                {
                    yield return found;
                }
            }
            else
            {
                reader.Read();
            }
        }
    }

    static ListEntry? Ofac(XElement entry) => Text(entry, "uid") is { } uid
        ? new(
            "ofac-" + uid,
            Text(entry, "sdnType") switch { "Individual" => EntryKind.Person, "Vessel" => EntryKind.Vessel, "Aircraft" => EntryKind.Aircraft, _ => EntryKind.Organization },
            [.. Named(entry.Descendants().Where(e => e.Name.LocalName == "aka").Prepend(entry).Select(e => Joined(e, "firstName", "lastName")))])
        : null;

    static ListEntry? European(XElement entity) => (string?)entity.Attribute("logicalId") is { } id
        ? new(
            "eu-" + id,
            (string?)Child(entity, "subjectType")?.Attribute("code") switch { "person" => EntryKind.Person, "enterprise" => EntryKind.Organization, _ => EntryKind.Unknown },
            [.. Named(entity.Elements().Where(e => e.Name.LocalName == "nameAlias").Select(EuropeanName))])
        : null;

    static string EuropeanName(XElement alias) => (string?)alias.Attribute("wholeName") is { Length: > 0 } whole
        ? whole
        : $"{(string?)alias.Attribute("firstName")} {(string?)alias.Attribute("middleName")} {(string?)alias.Attribute("lastName")}";

    static ListEntry? UnitedNations(XElement entry)
    {
        var aliases = entry.Elements().Where(e => e.Name.LocalName is "INDIVIDUAL_ALIAS" or "ENTITY_ALIAS").Select(e => Text(e, "ALIAS_NAME") ?? "");
        return Text(entry, "DATAID") is { } id
            ? new(
                "un-" + id,
                entry.Name.LocalName == "INDIVIDUAL" ? EntryKind.Person : EntryKind.Organization,
                [.. Named([Joined(entry, "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"), Text(entry, "NAME_ORIGINAL_SCRIPT") ?? "", .. aliases])])
            : null;
    }

    static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    static string? Text(XElement element, string name) => Child(element, name)?.Value.Trim();

    static string Joined(XElement element, params string[] names) => string.Join(' ', names.Select(name => Text(element, name)).Where(text => !string.IsNullOrEmpty(text)));

    static IEnumerable<string> Named(IEnumerable<string> names) => names.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);
}
