using System.Text;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Sinks.Delivery;

/// <summary>
/// The file for records that could not be stored: JSON Lines of <c>{"target":…,"reason":…,"record":{…}}</c>, which <c>load</c>
/// takes back. Made with its first record, never over a file that is there (then <c>-2</c>, <c>-3</c> … is added to the name), and on the
/// disk before the run goes on.
/// </summary>
public sealed class DeadLetters : IAsyncDisposable
{
    /// <summary>Its name where none is given.</summary>
    public const string DefaultName = "dead-letters.jsonl";

    const int MostNames = 10_000;

    readonly string wanted;
    readonly Func<string, Stream> create;
    Stream? stream;

    public DeadLetters(string? path, Func<string, Stream>? create = null)
    {
        wanted = path ?? DefaultName;
        this.create = create ?? (name => new FileStream(name, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0));
    }

    /// <summary>The file's name, once there is one.</summary>
    public string? Path { get; private set; }

    /// <summary>Records in it.</summary>
    public long Count { get; private set; }

    /// <exception cref="StoreException">The last resort failed too: the run must stop.</exception>
    public async ValueTask AddAsync(string target, string reason, IReadOnlyList<SanctionsRecord> records, CancellationToken cancellation)
    {
        if (records.Count == 0)
        {
            return;
        }

        try
        {
            stream ??= Create();
            using var lines = new MemoryStream();
            foreach (var record in records)
            {
                Write(lines, target, reason, record);
            }

            await stream.WriteAsync(lines.GetBuffer().AsMemory(0, (int)lines.Length), cancellation).ConfigureAwait(false);
            if (stream is FileStream file)
            {
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }

            Count += records.Count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(target, $"{reason}; and the dead letters cannot be written to {Path ?? wanted}: {e.Message}", e);
        }
    }

    public ValueTask DisposeAsync() => stream?.DisposeAsync() ?? default;

    static void Write(MemoryStream lines, string target, string reason, SanctionsRecord record)
    {
        lines.Write(Encoding.UTF8.GetBytes($"{{\"target\":{JsonSerializer.Serialize(target)},\"reason\":{JsonSerializer.Serialize(Plain.Line(reason))},\"record\":"));
        JsonSerializer.Serialize(lines, record, JsonLines.Record);
        lines.Write("}\n"u8);
    }

    // Creating is the only test that eight processes in one folder cannot trip over.
    Stream Create()
    {
        for (var n = 1; ; n++)
        {
            var name = n == 1 ? wanted : System.IO.Path.ChangeExtension(wanted, null) + $"-{n}" + System.IO.Path.GetExtension(wanted);
            try
            {
                var created = create(name);
                Path = name;
                return created;
            }
            catch (IOException) when (n < MostNames && File.Exists(name))
            {
            }
        }
    }
}
