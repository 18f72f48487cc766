using System.Text;

namespace Extraction.Knowledge;

/// <summary>Reads the embedded tables of <c>Knowledge/data</c>: tab-separated, <c>#</c> starts a comment line.</summary>
internal static class DataFile
{
    /// <summary>Rows of a table, each with exactly <paramref name="columns"/> cells; "-" and empty cells are empty strings.</summary>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        foreach (var line in Lines(name))
        {
            var cells = line.Split('\t');
            if (cells.Length != columns)
                throw new InvalidDataException($"{name}: {cells.Length} cells for {columns}: {line}");
            for (var i = 0; i < cells.Length; i++)
                if (cells[i] == "-")
                    cells[i] = "";
            yield return cells;
        }
    }

    /// <summary>Lines of a list that are neither empty nor comment.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream("knowledge/" + name)
            ?? throw new InvalidDataException($"No embedded table {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line;
    }

    /// <summary>The members of a cell that holds a list.</summary>
    public static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
