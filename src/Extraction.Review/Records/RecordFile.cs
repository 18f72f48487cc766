using Extraction.Documents;
using Extraction.Record;

namespace Extraction.Review.Records;

/// <summary>Reads the records that a run wrote.</summary>
public static class RecordFile
{
    /// <summary>All records, the first of those with the same id.</summary>
    /// <param name="path">JSON Lines, as <c>run --out</c> writes them, or what <paramref name="reader"/> reads.</param>
    /// <param name="reader">Reads files that are no JSON Lines (a database), whose drivers are not this room's; null for JSON Lines.</param>
    /// <exception cref="RecordFormatException">A line is no record; names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<SanctionsRecord> Read(string path, Func<string, IEnumerable<SanctionsRecord>>? reader = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (reader is not null)
        {
            return [.. reader(path).Where(record => seen.Add(record.Id))];
        }

        using var lines = new StreamReader(path);
        return [.. RecordJson.ReadLines(lines, path).Where(record => seen.Add(record.Id))];
    }
}
