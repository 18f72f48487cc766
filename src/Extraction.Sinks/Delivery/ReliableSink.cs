using System.Globalization;
using Extraction.Documents;
using Extraction.Emit;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Extraction.Sinks.Delivery;

/// <summary>
/// Wraps any store with what all need: batches, retries, a breaker and dead letters. When it is completed every record that was
/// written is in the store exactly once or in the dead letters; where neither is possible it throws.
/// </summary>
/// <param name="store">Owned.</param>
/// <param name="options">Resolved.</param>
/// <param name="deadLetters">Shared by the sinks of a run; not owned.</param>
/// <param name="notice">Told in words when something is tried again.</param>
/// <param name="createJournal">Opens the journal of a file; for tests.</param>
public sealed class ReliableSink(IRecordStore store, SinkOptions options, DeadLetters deadLetters, Action<string>? notice = null, Func<string, Stream>? createJournal = null) : ISink
{
    readonly ResiliencePipeline each = StorePolicy.Create(options, Told(store, notice));
    readonly ResiliencePipeline once = StorePolicy.CreateForOnce(options, Told(store, notice));
    readonly Dictionary<string, SanctionsRecord> waiting = new(StringComparer.Ordinal);
    Journal? journal;
    string? givenUp;

    public string Target => store.Target;

    /// <summary>Records that the store took.</summary>
    public long Stored { get; private set; }

    /// <summary>Records that it did not take and that went to the dead letters.</summary>
    public long Lost { get; private set; }

    public async ValueTask OpenAsync(CancellationToken cancellation)
    {
        try
        {
            await once.ExecuteAsync(store.OpenAsync, cancellation).ConfigureAwait(false);
            journal ??= store.JournalPath is { } path ? new(path, createJournal) : null;
        }
        catch (Exception e) when (e is StoreFaultException or TimeoutRejectedException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException(Target, Reason(e), e);
        }
    }

    public async ValueTask WriteAsync(IReadOnlyList<SanctionsRecord> records, CancellationToken cancellation)
    {
        foreach (var record in records)
        {
            waiting[record.Id] = record;
            if (waiting.Count >= options.BatchRecords)
            {
                await FlushAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stores what has gathered.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellation)
    {
        if (waiting.Count > 0)
        {
            SanctionsRecord[] batch = [.. waiting.Values];
            await StoreAsync(batch, cancellation).ConfigureAwait(false);
            waiting.Clear();
        }
    }

    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await FlushAsync(cancellation).ConfigureAwait(false);
        if (journal is null)
        {
            return;
        }

        try
        {
            await once.ExecuteAsync(store.CompleteAsync, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StoreFaultException or TimeoutRejectedException)
        {
            Stored = 0;
            foreach (var batch in journal.Read(options.BatchRecords))
            {
                await GiveUpAsync(batch, Reason(e), cancellation).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync().ConfigureAwait(false);
        if (journal is not null)
        {
            await journal.DisposeAsync().ConfigureAwait(false);
        }
    }

    async ValueTask StoreAsync(SanctionsRecord[] batch, CancellationToken cancellation)
    {
        var mark = journal?.Length ?? 0;
        try
        {
            journal?.Add(batch);
            await each.ExecuteAsync(token => store.StoreAsync(batch, token), cancellation).ConfigureAwait(false);
            Stored += batch.Length;
        }
        catch (StoreFaultException e) when (e.Kind == FaultKind.Refused && batch.Length > 1)
        {
            journal?.Forget(mark);
            await StoreAsync(batch[..(batch.Length / 2)], cancellation).ConfigureAwait(false);
            await StoreAsync(batch[(batch.Length / 2)..], cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StoreFaultException or TimeoutRejectedException or BrokenCircuitException or IOException)
        {
            journal?.Forget(mark);
            givenUp = e is BrokenCircuitException ? givenUp : Reason(e);
            await GiveUpAsync(batch, givenUp ?? Reason(e), cancellation).ConfigureAwait(false);
        }
    }

    async ValueTask GiveUpAsync(SanctionsRecord[] batch, string reason, CancellationToken cancellation)
    {
        await deadLetters.AddAsync(Target, reason, batch, cancellation).ConfigureAwait(false);
        Lost += batch.Length;
    }

    static Action<Exception?, TimeSpan> Told(IRecordStore store, Action<string>? notice) => (e, pause) =>
        notice?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{store.Target}: {(e is null ? "failed" : Reason(e))}; trying again in {pause.TotalSeconds:0.0} s"));

    static string Reason(Exception e) => e is TimeoutRejectedException ? "no answer in time" : e.Message;
}
