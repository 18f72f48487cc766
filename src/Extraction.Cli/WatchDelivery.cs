using Extraction.Documents;
using Extraction.Flow;
using Extraction.Sinks;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Reading;
using Extraction.Web.Watching;

namespace Extraction.Cli;

/// <summary>
/// Hands on to databases what <c>watch</c> has added to its records: from where each had come to, which the journal keeps. A new database
/// gets all of it, also one that has taken the place of another.
/// </summary>
sealed class WatchDelivery(SinkSet sinks, WatchJournal journal, string records)
{
    /// <summary>Connects.</summary>
    /// <exception cref="Emit.StoreException">A database cannot be reached.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        // Noted before the file is made again: a crash in between must not leave it empty.
        var gone = sinks.Sinks.Where(sink => FileOf(sink) is { } file && !File.Exists(file) && journal.StoredIn(Place(sink)) > 0).ToList();
        if (gone.Count > 0)
        {
            journal.NoteStored(gone.ToDictionary(Place, _ => 0L));
        }

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
        var behind = sinks.Sinks.Where(sink => journal.StoredIn(Place(sink)) < length).ToList();
        foreach (var sink in behind)
        {
            foreach (var record in From(journal.StoredIn(Place(sink))))
            {
                await sink.WriteAsync([record], cancellation).ConfigureAwait(false);
            }

            await sink.FlushAsync(cancellation).ConfigureAwait(false);
        }

        if (behind.Count > 0)
        {
            journal.NoteStored(behind.ToDictionary(Place, _ => length));
        }
    }

    /// <summary>What the journal knows a database by: a file by its full path, since a name is another file in another folder.</summary>
    static string Place(ReliableSink sink) => FileOf(sink) ?? sink.Target;

    static string? FileOf(ReliableSink sink) => StoreAddress.TryParse(sink.Target)?.File is { } file ? Path.GetFullPath(file) : null;

    IEnumerable<SanctionsRecord> From(long position)
    {
        using var file = new FileStream(records, FileMode.Open, FileAccess.Read, FileShare.ReadWrite) { Position = position };
        foreach (var line in RecordReader.Read($"{records} (from byte {position})", file))
        {
            yield return line.Record ?? throw new ConfigurationException([line.Fault!]);
        }
    }
}
