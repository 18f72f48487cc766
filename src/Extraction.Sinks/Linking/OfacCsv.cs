using System.Text;

namespace Extraction.Sinks.Linking;

/// <summary>
/// OFAC's <c>SDN.CSV</c> (number, name, type, programme, …) and <c>ALT.CSV</c> (number, number of the alias, its type, alias, remarks). They have
/// no heading; <c>-0-</c> stands for nothing. Ids are <c>ofac-</c> and OFAC's number. https://ofac.treasury.gov/sanctions-list-service
/// </summary>
static class OfacCsv
{
    const string Nothing = "-0-";

    public static IEnumerable<ListEntry> Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var cells = Cells(line);
            if (cells.Count < 4 || !int.TryParse(cells[0], out var number))
            {
                continue;
            }

            // The alias file has a number in its second place, the main file a name.
            var isAlias = int.TryParse(cells[1], out _) && cells[2] is "aka" or "fka" or "nka";
            var name = isAlias ? cells[3] : cells[1];
            if (name is not (Nothing or ""))
            {
                yield return new($"ofac-{number}", isAlias ? EntryKind.Unknown : Kind(cells[2]), [SurnameLast(name)]);
            }
        }
    }

    static EntryKind Kind(string type) => type.ToLowerInvariant() switch
    {
        "individual" => EntryKind.Person,
        "vessel" => EntryKind.Vessel,
        "aircraft" => EntryKind.Aircraft,
        _ => EntryKind.Organization,
    };

    // "SOLEIMANI, Qasem" → "Qasem SOLEIMANI"; a firm's comma ("… CO., LTD.") does no harm, since order does not count.
    static string SurnameLast(string name) => name.Split(", ", 2) is [var last, var first] ? $"{first} {last}" : name;

    static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
