using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Extraction.Emit;
using Extraction.Flow;

namespace Extraction.Web.Watching;

/// <summary>
/// What <c>watch</c> remembers, and how nothing is lost or doubled. The state file is JSON Lines, a <see cref="WatchCommit"/> each. This is the whole protocol:
/// <list type="number">
/// <item>When some pages have been read, one line is added to the state file: their addresses, and for each output its length and the very
/// words that are to be added to it. It is forced to the disk.</item>
/// <item>Then the words are added to the outputs, and these forced to the disk. So an output never holds words that the state does not
/// know, words once written never change, and whoever follows an output sees each line once.</item>
/// <item>Databases get the records from the output, from where they had come to; a line of its own then says how far that is. So after a
/// crash they are given again what may be missing, and they keep each record once.</item>
/// <item>On a start, a last line of the state file that is not whole was never acted upon and is cut off. Of the last whole line it is
/// looked up how much of its words the outputs have; the rest is added. All lines before it are done.</item>
/// <item>Then the state is written anew as one line, under another name, and renamed; so it holds each address once.</item>
/// <item>An output that is not as the state says is refused, and nothing is touched.</item>
/// </list>
/// A lock file beside it keeps a second <c>watch</c> away.
/// </summary>
public sealed class WatchJournal : IDisposable
{
    /// <summary>What is added to the name of the records' file.</summary>
    public const string Suffix = ".watch";

    readonly string path;
    readonly ImmutableSortedDictionary<string, string> outputs;
    readonly HashSet<string> done = new(StringComparer.Ordinal);
    readonly Dictionary<string, WaitingPage> waiting = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> lengths = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> stored = new(StringComparer.Ordinal);
    FileStream? held;
    FileStream? state;

    WatchJournal(string path, IReadOnlyDictionary<string, string> outputs) => (this.path, this.outputs) = (path, outputs.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>Pages that are tried again, in the order in which they were first.</summary>
    public IReadOnlyCollection<WaitingPage> Waiting => waiting.Values;

    /// <summary>Whether an address was read or given up.</summary>
    public bool IsDone(string address) => done.Contains(address);

    /// <summary>How many bytes of the records a database has got.</summary>
    public long StoredIn(string target) => stored.GetValueOrDefault(target);

    /// <param name="path">Of the state file.</param>
    /// <param name="outputs">Name → path.</param>
    /// <exception cref="ConfigurationException">Another watch is at it, or the state or an output is not as it was left.</exception>
    /// <exception cref="StoreException">The disk.</exception>
    public static WatchJournal Open(string path, IReadOnlyDictionary<string, string> outputs)
    {
        var journal = new WatchJournal(path, outputs);
        try
        {
            Guard(path, journal.Begin);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Stores what was found: for good when it returns.</summary>
    /// <param name="added">Name of an output → whole lines.</param>
    /// <param name="settled">Addresses that were read or given up.</param>
    /// <param name="again">Pages that could not be had yet.</param>
    /// <exception cref="StoreException">The disk. A new start mends it.</exception>
    public void Commit(IReadOnlyDictionary<string, string> added, IReadOnlyList<string> settled, IReadOnlyList<WaitingPage> again)
    {
        var commit = new WatchCommit(outputs.Keys.ToDictionary(name => name, name => new WatchTail(lengths[name], added.GetValueOrDefault(name, ""))), settled, again);
        Guard(path, () => WriteLine(state!, commit));
        Note(commit);
        Apply(commit);
    }

    /// <summary>Notes how many bytes of the records databases have got.</summary>
    /// <exception cref="StoreException">The disk.</exception>
    public void NoteStored(IReadOnlyDictionary<string, long> bytes)
    {
        var commit = new WatchCommit(new Dictionary<string, WatchTail>(), [], [], bytes);
        Guard(path, () => WriteLine(state!, commit));
        Note(commit);
    }

    public void Dispose()
    {
        state?.Dispose();
        held?.Dispose();
    }

    void Begin()
    {
        held = Hold();
        var last = Replay();
        foreach (var (name, file) in outputs)
        {
            var length = File.Exists(file) ? new FileInfo(file).Length : 0;
            if (!lengths.TryGetValue(name, out var known))
            {
                lengths[name] = length;
            }
            else if (length != known && last?.Files.ContainsKey(name) != true)
            {
                throw NotAsLeft(file, length, known);
            }
        }

        if (last is not null)
        {
            Apply(last);
        }

        Compact();
    }

    /// <summary>Reads the state; cuts off a last line that is not whole.</summary>
    /// <returns>The last commit, or null where there is none.</returns>
    WatchCommit? Replay()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        WatchCommit? last = null;
        var bytes = File.ReadAllBytes(path);
        var number = 0;
        for (var start = 0; bytes.AsSpan(start).IndexOf((byte)'\n') is var length and >= 0; start += length + 1)
        {
            number++;
            try
            {
                last = JsonSerializer.Deserialize(bytes.AsSpan(start, length), WatchContext.Relaxed.WatchCommit) ?? throw new JsonException("null");
                Note(last);
            }
            catch (Exception e) when (e is JsonException or ArgumentException or NullReferenceException)
            {
                throw new ConfigurationException([$"{path}:{number}: is no state of watch ({e.Message}); move it away to begin anew"]);
            }
        }

        return last;
    }

    void Note(WatchCommit commit)
    {
        foreach (var (name, tail) in commit.Files)
        {
            lengths[name] = tail.At + Encoding.UTF8.GetByteCount(tail.Add);
        }

        foreach (var page in commit.Waiting)
        {
            waiting[page.Address] = page;
        }

        foreach (var address in commit.Done)
        {
            done.Add(address);
            waiting.Remove(address);
        }

        foreach (var (target, bytes) in commit.Stored ?? new Dictionary<string, long>())
        {
            stored[target] = bytes;
        }
    }

    void Apply(WatchCommit commit)
    {
        foreach (var (name, tail) in commit.Files.Where(file => outputs.ContainsKey(file.Key)))
        {
            Guard(outputs[name], () => Append(outputs[name], tail));
        }
    }

    /// <summary>Adds what of the words is not there yet.</summary>
    static void Append(string file, WatchTail tail)
    {
        var words = Encoding.UTF8.GetBytes(tail.Add);
        using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0 });
        var there = stream.Length - tail.At;
        if (there < 0 || there > words.Length)
        {
            throw NotAsLeft(file, stream.Length, tail.At + words.Length);
        }

        stream.Position = tail.At;
        var found = new byte[there];
        stream.ReadExactly(found);
        if (!words.AsSpan().StartsWith(found))
        {
            throw NotAsLeft(file, stream.Length, tail.At + words.Length);
        }

        if (there < words.Length)
        {
            stream.Write(words.AsSpan((int)there));
            stream.Flush(flushToDisk: true);
        }
    }

    void Compact()
    {
        var fresh = path + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            WriteLine(stream, new(lengths.ToDictionary(file => file.Key, file => new WatchTail(file.Value, "")), [.. done], [.. waiting.Values], stored.Count > 0 ? stored : null));
        }

        File.Move(fresh, path, overwrite: true);
        state = new FileStream(path, new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 });
    }

    /// <summary>One write and one flush: what a crash leaves of a line has no end.</summary>
    static void WriteLine(FileStream stream, WatchCommit commit)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(commit, WatchContext.Relaxed.WatchCommit), (byte)'\n'];
        stream.Write(line);
        stream.Flush(flushToDisk: true);
    }

    FileStream Hold()
    {
        try
        {
            return new(path + ".lock", new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
        }
        catch (IOException) when (File.Exists(path + ".lock"))
        {
            throw new ConfigurationException([$"{path}: another watch is at work on it"]);
        }
    }

    static ConfigurationException NotAsLeft(string file, long length, long expected) => new([
        $"{file}: is not as watch left it ({length} bytes, {expected} expected); put it back, or move it and its state file away to begin anew"]);

    static void Guard(string target, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(target, $"cannot be written: {e.Message}", e);
        }
    }
}
