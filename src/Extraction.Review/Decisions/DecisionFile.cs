using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extraction.Review.Decisions;

/// <summary>
/// Decisions as JSON Lines that only grow. A decision is on the disk when <see cref="Append"/> returns. One process writes at a
/// time; a line that a killed process left half written is passed over and reported, never removed.
/// </summary>
public sealed class DecisionFile : IDisposable
{
    static readonly DecisionContext Json = new(new JsonSerializerOptions(DecisionContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // ERROR_SHARING_VIOLATION of Windows, EWOULDBLOCK of Linux and of macOS.
    static readonly ImmutableArray<int> SharingViolations = [unchecked((int)0x80070020), 11, 35];

    readonly FileStream stream;
    readonly FileStream guard;

    /// <exception cref="IOException">The file cannot be written, or another process reviews with it.</exception>
    public DecisionFile(string path)
    {
        Path = path;
        try
        {
            guard = new(path + ".lock", new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
        }
        catch (IOException e) when (SharingViolations.Contains(e.HResult))
        {
            throw new IOException($"{path}: another review is writing to it; open the page of that one, or name other --decisions ({e.Message})", e);
        }

        stream = new(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0 });
        stream.Seek(0, SeekOrigin.End);
        if (stream.Length > 0 && LastByte() != '\n')
        {
            stream.Write("\n"u8);
        }
    }

    public string Path { get; }

    /// <summary>Decisions of a file, in order, with the numbers of lines that are none.</summary>
    public static (IReadOnlyList<Decision> Decisions, IReadOnlyList<int> BrokenLines) Read(string path)
    {
        var decisions = new List<Decision>();
        var broken = new List<int>();
        if (File.Exists(path))
        {
            using var lines = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
            for (var number = 1; lines.ReadLine() is { } line; number++)
            {
                if (Parse(line) is { } decision)
                {
                    decisions.Add(decision);
                }
                else if (!string.IsNullOrWhiteSpace(line))
                {
                    broken.Add(number);
                }
            }
        }

        return (decisions, broken);
    }

    /// <summary>Stores a decision for good.</summary>
    public void Append(Decision decision)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(decision, Json.Decision);
        stream.Write([.. line, (byte)'\n']);
        stream.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        stream.Dispose();
        guard.Dispose();
    }

    static Decision? Parse(string line)
    {
        try
        {
            return string.IsNullOrWhiteSpace(line) ? null : JsonSerializer.Deserialize(line, Json.Decision);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    int LastByte()
    {
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte();
    }
}
