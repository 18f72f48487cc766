using Extraction.Documents;

namespace Extraction.Emit;

/// <summary>Records as JSON Lines: a file that is renamed when complete, or a stream that gets each document's records at once.</summary>
public sealed class JsonLinesSink(LineFile file) : ISink
{
    public string Target => file.Path;

    public ValueTask OpenAsync(CancellationToken cancellation)
    {
        file.Open();
        return default;
    }

    public ValueTask WriteAsync(IReadOnlyList<SanctionsRecord> records, CancellationToken cancellation) =>
        file.WriteAsync(records, JsonLines.Record, cancellation);

    public ValueTask FlushAsync(CancellationToken cancellation) => file.FlushAsync(cancellation);

    public ValueTask CompleteAsync(CancellationToken cancellation) => file.CompleteAsync(cancellation);

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
