using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Sinks.Reading;

namespace Extraction.Sinks.Delivery;

/// <summary>
/// What a file sink has taken so far, beside the file (<c>NAME.journal</c>): should the file fail at its very end, its records are
/// still here and go to the dead letters. Removed when all is well.
/// </summary>
sealed class Journal(string path) : IAsyncDisposable
{
    readonly FileStream stream = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 64 * 1024, FileOptions.DeleteOnClose);

    /// <summary>Adds records and says where they begin, for <see cref="Forget"/>.</summary>
    public long Add(IReadOnlyList<SanctionsRecord> records)
    {
        var start = stream.Length;
        stream.Position = start;
        foreach (var record in records)
        {
            JsonSerializer.Serialize(stream, record, JsonLines.Record);
            stream.WriteByte((byte)'\n');
        }

        stream.Flush();
        return start;
    }

    public void Forget(long start) => stream.SetLength(start);

    public IEnumerable<SanctionsRecord[]> Read(int batch)
    {
        stream.Position = 0;
        return RecordReader.Read(path, stream).Select(line => line.Record!).Chunk(batch);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
