using Extraction.Documents;
using Extraction.Flow;
using Extraction.Sinks;
using Extraction.Sinks.Reading;
using Extraction.Web.Watching;

namespace Extraction.Cli;

/// <summary>
/// Hands on to databases what <c>watch</c> has added to its records: from where each had come to, which the journal keeps. A new database
/// gets all of it.
/// </summary>
sealed class WatchDelivery(SinkSet sinks, WatchJournal journal, string records)
{
    /// <summary>Connects.</summary>
    /// <exception cref="Emit.StoreException">A database cannot be reached.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        foreach (var sink in sinks.Sinks)
        {
            await sink.OpenAsync(cancellation).ConfigureAwait(false);
        }

        await CatchUpAsync(cancellation).ConfigureAwait(false);
    }

    /// <exception cref="ConfigurationException">The file holds something else than records.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        var length = File.Exists(records) ? new FileInfo(records).Length : 0;
        var behind = sinks.Sinks.Where(sink => journal.StoredIn(sink.Target) < length).ToList();
        foreach (var sink in behind)
        {
            foreach (var record in From(journal.StoredIn(sink.Target)))
            {
                await sink.WriteAsync([record], cancellation).ConfigureAwait(false);
            }

            await sink.FlushAsync(cancellation).ConfigureAwait(false);
        }

        if (behind.Count > 0)
        {
            journal.NoteStored(behind.ToDictionary(sink => sink.Target, _ => length));
        }
    }

    IEnumerable<SanctionsRecord> From(long position)
    {
        using var file = new FileStream(records, FileMode.Open, FileAccess.Read, FileShare.ReadWrite) { Position = position };
        foreach (var line in RecordReader.Read($"{records} (from byte {position})", file))
        {
            yield return line.Record ?? throw new ConfigurationException([line.Fault!]);
        }
    }
}
