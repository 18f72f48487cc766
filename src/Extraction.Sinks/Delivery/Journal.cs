using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Sinks.Reading;

namespace Extraction.Sinks.Delivery;

/// <summary>
/// What a file sink has taken so far, beside the file (<c>NAME.journal</c>): should the file fail at its very end, its records are
/// still here and go to the dead letters. Removed when all is well.
/// </summary>
/// <param name="path">Its name.</param>
/// <param name="create">Opens it; for tests.</param>
sealed class Journal(string path, Func<string, Stream>? create = null) : IAsyncDisposable
{
    // No buffer: what a full disk did not take must not be tried again when the file is closed.
    readonly Stream stream = create?.Invoke(path) ?? new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.DeleteOnClose);

    /// <summary>Bytes of whole batches; what stands behind is cut off before anybody sees it.</summary>
    public long Length { get; private set; }

    public void Add(IReadOnlyList<SanctionsRecord> records)
    {
        using var lines = new MemoryStream();
        foreach (var record in records)
        {
            JsonSerializer.Serialize(lines, record, JsonLines.Record);
            lines.WriteByte((byte)'\n');
        }

        stream.SetLength(Length);
        stream.Position = Length;
        lines.WriteTo(stream);
        stream.Flush();
        Length += lines.Length;
    }

    /// <param name="length">An earlier <see cref="Length"/>.</param>
    public void Forget(long length) => Length = length;

    public IEnumerable<SanctionsRecord[]> Read(int batch)
    {
        stream.SetLength(Length);
        stream.Position = 0;
        return RecordReader.Read(path, stream).Select(line => line.Record!).Chunk(batch);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
