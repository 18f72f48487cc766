using Extraction.Documents;
using Extraction.Record;

namespace Extraction.Review.Records;

/// <summary>Reads the records that a run wrote.</summary>
public static class RecordFile
{
    /// <summary>All records, the first of those with the same id.</summary>
    /// <param name="path">JSON Lines, as <c>run --out</c> writes them.</param>
    /// <exception cref="RecordFormatException">A line is no record; names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<SanctionsRecord> Read(string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var lines = new StreamReader(path);
        return [.. RecordJson.ReadLines(lines, path).Where(record => seen.Add(record.Id))];
    }
}
