using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Sinks.Sql;

/// <summary>A record as the databases take it: its line of JSON and a digest of that line. SQL unfolds it.</summary>
readonly record struct RecordRow(string Id, string Digest, string Line)
{
    const int DigestBytes = 16;

    public static RecordRow Of(SanctionsRecord record)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(record, JsonLines.Record);
        return new(record.Id, Convert.ToHexStringLower(SHA256.HashData(line).AsSpan(0, DigestBytes)), Encoding.UTF8.GetString(line));
    }

    /// <summary>In the order of their ids, which all processes share, so that none waits for one that waits for it.</summary>
    public static RecordRow[] Of(IReadOnlyList<SanctionsRecord> batch)
    {
        RecordRow[] rows = [.. batch.Select(Of)];
        Array.Sort(rows, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return rows;
    }
}
