using Extraction.Documents;

namespace Extraction.Sinks.Delivery;

/// <summary>
/// A place that keeps records, as plain as a driver lets it be: no batching, no retrying, no dead letters (see <see cref="ReliableSink"/>).
/// </summary>
public interface IRecordStore : IAsyncDisposable
{
    /// <summary>Where it is, for messages: never a secret.</summary>
    string Target { get; }

    /// <summary>Null where a batch is there for good when <see cref="StoreAsync"/> returns (a database); else, where all appears at the end (a file), the name for its journal.</summary>
    string? JournalPath { get; }

    /// <summary>Connects and brings the schema up to date. May be called again after a failure.</summary>
    /// <exception cref="StoreFaultException">It could not.</exception>
    ValueTask OpenAsync(CancellationToken cancellation);

    /// <summary>Stores all records of a batch or none. The same record a second time changes nothing.</summary>
    /// <param name="batch">No two with the same id.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="StoreFaultException">Nothing was stored, or, where a connection broke at the end, it cannot be known.</exception>
    ValueTask StoreAsync(IReadOnlyList<SanctionsRecord> batch, CancellationToken cancellation);

    /// <summary>Publishes, where <see cref="JournalPath"/> is not null.</summary>
    /// <exception cref="StoreFaultException">Nothing was published.</exception>
    ValueTask CompleteAsync(CancellationToken cancellation);
}

/// <summary>What kind of failure it was, which decides what is done about it.</summary>
public enum FaultKind
{
    /// <summary>May pass by itself: a lost connection, a lock, a full disk. Tried again.</summary>
    Passing,

    /// <summary>The store refuses these records as they are. Tried in halves until the one to blame is found.</summary>
    Refused,

    /// <summary>Will not pass: no such database, wrong password, a schema of a newer version.</summary>
    Lasting,
}

/// <summary>A driver's exception in this program's terms. The message has no secrets and no control characters.</summary>
public sealed class StoreFaultException(FaultKind kind, string message, Exception? inner = null) : Exception(Plain.Line(message), inner)
{
    public FaultKind Kind { get; } = kind;
}
