namespace Extraction.Flow;

/// <summary>
/// Holds the source back while the documents in the line weigh too much: the doors count documents, and a document may be a
/// thousand times larger than another. One piece alone is always let in, however heavy. One thread enters; any may leave.
/// </summary>
/// <param name="most">Bytes in the line at once.</param>
sealed class LoadLimit(long most) : IDisposable
{
    readonly SemaphoreSlim lighter = new(0);
    long held;

    public async Task EnterAsync(long bytes, CancellationToken cancellation)
    {
        while (Interlocked.Read(ref held) is > 0 and var now && now + bytes > most)
        {
            await lighter.WaitAsync(cancellation).ConfigureAwait(false);
        }

        Interlocked.Add(ref held, bytes);
    }

    public void Leave(long bytes)
    {
        if (bytes > 0)
        {
            Interlocked.Add(ref held, -bytes);
            lighter.Release();
        }
    }

    public void Dispose() => lighter.Dispose();
}
