using System.Collections.Immutable;
using System.Globalization;
using Extraction.Annotate.Tokenize;

namespace Extraction.Training.Annotate;

/// <summary>Reads treebanks in CoNLL-U. Multiword tokens give their words, empty nodes are skipped.</summary>
public static class ConlluReader
{
    public static IEnumerable<TreeSentence> ReadFile(string path) => Read(File.ReadLines(path), path);

    /// <exception cref="InvalidDataException">A line has not ten columns, or a head is no word; names file and line.</exception>
    public static IEnumerable<TreeSentence> Read(IEnumerable<string> lines, string name)
    {
        var rows = new List<string[]>();
        var joined = new Dictionary<int, bool>();
        var id = string.Empty;
        var number = 0;
        foreach (var line in lines.Append(string.Empty))
        {
            number++;
            if (line.Length == 0)
            {
                if (rows.Count > 0)
                    yield return Build(id, rows, joined, name, number);
                rows.Clear();
                joined.Clear();
            }
            else if (line[0] == '#')
            {
                if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
                    id = line[12..];
            }
            else
            {
                var columns = line.Split('\t');
                if (columns.Length != 10)
                    throw new InvalidDataException($"{name}:{number}: {columns.Length} columns instead of 10");
                if (columns[0].Contains('-', StringComparison.Ordinal))
                    NoteMultiword(columns, joined);
                else if (!columns[0].Contains('.', StringComparison.Ordinal))
                    rows.Add(columns);
            }
        }
    }

    // Inside a multiword token no word has a space behind it; its own mark holds for the last one.
    private static void NoteMultiword(string[] columns, Dictionary<int, bool> joined)
    {
        var ends = columns[0].Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        for (var word = ends[0]; word < ends[1]; word++)
            joined[word - 1] = false;
        joined[ends[1] - 1] = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
    }

    private static TreeSentence Build(string id, List<string[]> rows, Dictionary<int, bool> joined, string name, int number)
    {
        var heads = rows.Select(row => int.TryParse(row[6], NumberStyles.None, CultureInfo.InvariantCulture, out var head) && head <= rows.Count
            ? (head == 0 ? rows.Count : head - 1)
            : throw new InvalidDataException($"{name}:{number}: sentence {id} has the head \"{row[6]}\""));
        return new TreeSentence(
            id,
            [.. rows.Select(row => PlainText.FormOf(row[1]))],
            [.. rows.Select(row => $"{row[3]} {row[4]}")],
            [.. rows.Select(row => row[2])],
            [.. heads],
            [.. rows.Select(row => row[7])],
            [.. rows.Select((row, at) => joined.TryGetValue(at, out var space) ? space : !row[9].Contains("SpaceAfter=No", StringComparison.Ordinal))],
            [.. rows.Select(row => row[9])]);
    }
}
