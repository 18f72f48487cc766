using Extraction.Documents;
using Extraction.Emit;
using Extraction.Sinks.Reading;

namespace Extraction.Sinks;

/// <summary>What a transfer did.</summary>
/// <param name="Read">Records read.</param>
/// <param name="Faults">Lines that were no records and were left out.</param>
/// <param name="Stopped">True where the first such line ended the transfer.</param>
public sealed record TransferCounts(long Read, long Faults, bool Stopped);

/// <summary>Records from somewhere → sinks: what <c>load</c> and <c>export</c> do.</summary>
public static class Transfer
{
    /// <param name="lines">Records, or what is wrong with the line where one should be.</param>
    /// <param name="sinks">All get every record.</param>
    /// <param name="change">What is done to each record on its way.</param>
    /// <param name="onFault">Told of each bad line; false stops the transfer: files then get no name, databases keep what they have got.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<TransferCounts> RunAsync(
        IEnumerable<RecordLine> lines,
        IReadOnlyCollection<ISink> sinks,
        Func<SanctionsRecord, SanctionsRecord> change,
        Func<string, bool> onFault,
        CancellationToken cancellation)
    {
        foreach (var sink in sinks)
        {
            await sink.OpenAsync(cancellation).ConfigureAwait(false);
        }

        long read = 0, faults = 0;
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.Record is null)
            {
                faults++;
                if (!onFault(line.Fault!))
                {
                    return new(read, faults, Stopped: true);
                }

                continue;
            }

            read++;
            SanctionsRecord[] one = [change(line.Record)];
            foreach (var sink in sinks)
            {
                await sink.WriteAsync(one, cancellation).ConfigureAwait(false);
            }
        }

        foreach (var sink in sinks)
        {
            await sink.FlushAsync(cancellation).ConfigureAwait(false);
        }

        foreach (var sink in sinks)
        {
            await sink.CompleteAsync(cancellation).ConfigureAwait(false);
        }

        return new(read, faults, Stopped: false);
    }
}
