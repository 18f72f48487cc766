using Extraction.Documents;

namespace Extraction.Emit;

/// <summary>
/// Where records go. Called by one thread, in this order: open once, write for every document that has records, flush and
/// complete once when the run's checks have passed, dispose always. Disposed without complete, a sink leaves nothing behind that looks finished.
/// Throws where it cannot store; that stops the run. Batching and retrying are wrapped around it, not built in.
/// </summary>
public interface ISink : IAsyncDisposable
{
    /// <summary>Where it writes to, for messages: a path or an address without secrets.</summary>
    string Target { get; }

    ValueTask OpenAsync(CancellationToken cancellation);

    /// <summary>Stores all records of one document, in their order.</summary>
    ValueTask WriteAsync(IReadOnlyList<SanctionsRecord> records, CancellationToken cancellation);

    /// <summary>
    /// Makes sure that all that was written is stored for good, though not yet published. Of several outputs all are flushed before
    /// the first is completed, so that a full disk leaves none half done.
    /// </summary>
    ValueTask FlushAsync(CancellationToken cancellation);

    /// <summary>Publishes what was written.</summary>
    ValueTask CompleteAsync(CancellationToken cancellation);
}

/// <summary>A run that cannot store what it found. Names the target.</summary>
public sealed class StoreException(string target, string message, Exception? inner = null) : Exception($"{target}: {message}", inner)
{
    public string Target { get; } = target;
}
