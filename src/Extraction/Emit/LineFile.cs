using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Extraction.Emit;

/// <summary>
/// A file of JSON Lines that appears under its name only when it is complete: it is written to <c>NAME.partial</c> beside it and
/// renamed. Devices and pipes (<c>/dev/stdout</c>) have no such name and are written to directly.
/// </summary>
public sealed class LineFile : IAsyncDisposable
{
    /// <summary>What is added to a name while the file is being written.</summary>
    public const string PartialSuffix = ".partial";

    const int FlushAt = 64 * 1024;

    static readonly JsonWriterOptions Plain = new() { Encoder = JsonLines.Encoder, SkipValidation = true };

    readonly string path;
    readonly bool flushEachTime;
    readonly bool renames;
    readonly bool owns = true;
    readonly ArrayBufferWriter<byte> pending = new(2 * FlushAt);
    readonly Utf8JsonWriter writer;
    Stream? stream;
    long? resumeAt;

    /// <param name="path">The final name.</param>
    public LineFile(string path)
    {
        this.path = path;
        renames = !IsDevice(path);
        flushEachTime = !renames;
        writer = new(pending, Plain);
    }

    /// <summary>Writes to an open stream, each document as it comes.</summary>
    public LineFile(Stream stream, string name)
        : this(name)
    {
        this.stream = stream;
        (renames, flushEachTime, owns) = (false, true, false);
    }

    public string Path => path;

    /// <summary>Bytes that have been handed to the disk, with those that a resumed file had.</summary>
    public long Length { get; private set; }

    /// <summary>A file that is of use only to a run that is resumed: where others get their name, it is removed.</summary>
    public bool IsScratch { get; init; }

    /// <summary>Whether a file that was not completed stays, to be resumed.</summary>
    public bool KeepsPartial { get; set; }

    /// <summary>Lines written so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Takes up the partial file at a length; what stands after it is cut off when it is opened.</summary>
    /// <exception cref="StoreException">The partial file is not there, or shorter.</exception>
    public void ResumeAt(long length)
    {
        if (!File.Exists(path + PartialSuffix) || new FileInfo(path + PartialSuffix).Length < length)
        {
            throw new StoreException(path + PartialSuffix, "is not what the broken-off run left; run without --resume");
        }

        (resumeAt, Length, KeepsPartial) = (length, length, true);
    }

    /// <summary>Gives a complete partial file its name, where it has not got it yet.</summary>
    public void Publish(long length)
    {
        if (IsScratch)
        {
            Guard(() => File.Delete(path + PartialSuffix));
            return;
        }

        if (File.Exists(path + PartialSuffix))
        {
            Guard(() => File.Move(path + PartialSuffix, path, overwrite: true));
        }

        if (!File.Exists(path) || new FileInfo(path).Length != length)
        {
            throw new StoreException(path, "is not what the broken-off run left; run without --resume");
        }
    }

    public void Open()
    {
        if (resumeAt is { } length)
        {
            Guard(() =>
            {
                stream = new FileStream(path + PartialSuffix, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 });
                stream.SetLength(length);
                stream.Seek(0, SeekOrigin.End);
            });
            return;
        }

        // Not shared: a second run to the same file is refused, and does not write between the lines of the first.
        Guard(() => stream ??= renames
            ? new FileStream(path + PartialSuffix, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 })
            : new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 }));
    }

    /// <summary>Adds lines; they are on their way to the disk when a good many have gathered.</summary>
    public async ValueTask WriteAsync<T>(IEnumerable<T> values, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        foreach (var value in values)
        {
            JsonSerializer.Serialize(writer, value, type);
            await writer.FlushAsync(cancellation).ConfigureAwait(false);
            writer.Reset();
            pending.Write("\n"u8);
            Lines++;
        }

        if (pending.WrittenCount >= FlushAt || flushEachTime)
        {
            await SendAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Adds lines as they stand in another file.</summary>
    /// <param name="bytes">Of whole lines, or of a stretch of them.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        pending.Write(bytes.Span);
        Lines += bytes.Span.Count((byte)'\n');
        if (pending.WrittenCount >= FlushAt || flushEachTime)
        {
            await SendAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Makes sure that all is on the disk.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellation)
    {
        await SendAsync(cancellation).ConfigureAwait(false);
        if (renames)
        {
            Guard(() => RandomAccess.FlushToDisk(((FileStream)stream!).SafeFileHandle));
        }
    }

    /// <summary>Gives the file its name.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await FlushAsync(cancellation).ConfigureAwait(false);
        if (renames)
        {
            await stream!.DisposeAsync().ConfigureAwait(false);
            Guard(GiveName);
            stream = null;
        }
    }

    void GiveName()
    {
        if (IsScratch)
        {
            File.Delete(path + PartialSuffix);
        }
        else
        {
            File.Move(path + PartialSuffix, path, overwrite: true);
        }
    }

    /// <summary>Closes the file; one that was not completed is removed.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        if (stream is not null && owns)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            if (renames && !KeepsPartial)
            {
                File.Delete(path + PartialSuffix);
            }
        }

        stream = null;
    }

    async ValueTask SendAsync(CancellationToken cancellation)
    {
        if (pending.WrittenCount == 0)
        {
            return;
        }

        try
        {
            await stream!.WriteAsync(pending.WrittenMemory, cancellation).ConfigureAwait(false);
            await stream.FlushAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, $"cannot be written: {e.Message}", e);
        }

        Length += pending.WrittenCount;
        pending.ResetWrittenCount();
    }

    void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, $"cannot be written: {e.Message}", e);
        }
    }

    static bool IsDevice(string path) => System.IO.Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);
}
