using Extraction.Documents;
using Extraction.Sinks.Delivery;

namespace Extraction.Sinks.Tests.Delivery;

/// <summary>Which call of a store fails, how, and whether the store had done its work before it failed.</summary>
public sealed record Fault(int Call, int Times, string Kind, bool AfterTheWork)
{
    public Exception Exception() => Kind switch
    {
        "disconnect" => new StoreFaultException(FaultKind.Passing, "connection reset"),
        "timeout" => new Polly.Timeout.TimeoutRejectedException("too slow"),
        "constraint" => new StoreFaultException(FaultKind.Refused, "violates check constraint"),
        "disk full" => new StoreFaultException(FaultKind.Passing, "No space left on device"),
        _ => new StoreFaultException(FaultKind.Lasting, "permission denied"),
    };

    public override string ToString() => $"{Kind} at call {Call}, {Times} times{(AfterTheWork ? ", after the work was done" : "")}";
}

/// <summary>A real store of which some calls fail.</summary>
sealed class FaultyStore(IRecordStore inner, Fault fault) : IRecordStore
{
    int calls;

    public string Target => inner.Target;

    public string? JournalPath => inner.JournalPath;

    public ValueTask OpenAsync(CancellationToken cancellation) => inner.OpenAsync(cancellation);

    public ValueTask StoreAsync(IReadOnlyList<SanctionsRecord> batch, CancellationToken cancellation) => Do(() => inner.StoreAsync(batch, cancellation));

    public ValueTask CompleteAsync(CancellationToken cancellation) => Do(() => inner.CompleteAsync(cancellation));

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    async ValueTask Do(Func<ValueTask> work)
    {
        var call = calls++;
        var fails = call >= fault.Call && call < fault.Call + fault.Times;
        if (!fails || fault.AfterTheWork)
        {
            await work();
        }

        if (fails)
        {
            throw fault.Exception();
        }
    }
}

/// <summary>A file on a disk that fills up: writes fail, some after half of the bytes, for a while or for good.</summary>
sealed class FillingFile(string path, int failAt, int times) : FileStream(path, FileMode.Create, FileAccess.ReadWrite)
{
    int writes;

    public override void Write(byte[] buffer, int offset, int count)
    {
        var write = writes++;
        if (write >= failAt && write < failAt + times)
        {
            base.Write(buffer, offset, count / 2);
            base.Flush();
            throw new IOException("No space left on device");
        }

        base.Write(buffer, offset, count);
    }
}
