using Extraction.Documents;
using Extraction.Sinks.Delivery;

namespace Extraction.Sinks.Files;

/// <summary>
/// A file of one kind of line for each record. It is written to <c>NAME.partial</c> and gets its name when complete; a write that
/// failed half-way is cut off again. Subclasses only say how a record looks.
/// </summary>
/// <param name="kind">For messages: what stands before the colon of its address.</param>
/// <param name="path">The final name.</param>
/// <param name="create">Opens a file for writing; for tests.</param>
public abstract class FileStore(string kind, string path, Func<string, Stream>? create = null) : IRecordStore
{
    readonly HashSet<string> written = new(StringComparer.Ordinal);
    Stream? stream;
    long good;
    bool opened, complete;

    public string Target => $"{kind}:{path}";

    public string? JournalPath => path + ".journal";

    string Partial => path + ".partial";

    public ValueTask OpenAsync(CancellationToken cancellation)
    {
        Guard(() =>
        {
            stream ??= create?.Invoke(Partial) ?? new FileStream(Partial, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            opened = true;
            Append(Begin);
        });
        return default;
    }

    public ValueTask StoreAsync(IReadOnlyList<SanctionsRecord> batch, CancellationToken cancellation)
    {
        SanctionsRecord[] fresh = [.. batch.Where(record => !written.Contains(record.Id))];
        Guard(() => Append(buffer =>
        {
            foreach (var record in fresh)
            {
                Write(buffer, record);
            }
        }));
        written.UnionWith(fresh.Select(record => record.Id));
        return default;
    }

    public ValueTask CompleteAsync(CancellationToken cancellation)
    {
        if (complete)
        {
            return default;
        }

        Guard(() =>
        {
            if (stream is not null)
            {
                var records = good;
                Append(End);
                good = records;
                (stream as FileStream)?.Flush(flushToDisk: true);
                stream.Dispose();
                stream = null;
            }

            File.Move(Partial, path, overwrite: true);
            complete = true;
        });
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (stream is not null)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            stream = null;
        }

        if (opened && !complete)
        {
            File.Delete(Partial);
        }
    }

    /// <summary>Writes what stands before the first record.</summary>
    protected virtual void Begin(Stream buffer)
    {
    }

    /// <summary>Writes a record into memory; may be asked twice for the same one.</summary>
    protected abstract void Write(Stream buffer, SanctionsRecord record);

    /// <summary>Writes what stands after the last record; may be asked twice.</summary>
    protected virtual void End(Stream buffer)
    {
    }

    // All of it or nothing: what a full disk took half of is cut off before anybody sees it.
    void Append(Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        try
        {
            stream!.SetLength(good);
            stream.Position = good;
            buffer.WriteTo(stream);
            stream.Flush();
            good += buffer.Length;
        }
        catch (ObjectDisposedException e)
        {
            throw new StoreFaultException(FaultKind.Lasting, "the file was closed", e);
        }
    }

    void Guard(Action call)
    {
        try
        {
            call();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is not there will not come by waiting.
            throw new StoreFaultException(e is UnauthorizedAccessException or DirectoryNotFoundException ? FaultKind.Lasting : FaultKind.Passing, $"{path}: {e.Message}", e);
        }
    }
}
