using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Sinks.Files;

/// <summary>JSON Lines, as <c>run</c> writes them.</summary>
public sealed class JsonLinesStore(string path, Func<string, Stream>? create = null) : FileStore("jsonl", path, create)
{
    protected override void Write(Stream buffer, SanctionsRecord record)
    {
        JsonSerializer.Serialize(buffer, record, JsonLines.Record);
        buffer.WriteByte((byte)'\n');
    }
}
