using System.Security.Cryptography;
using System.Text.Json;
using Extraction.Emit;

namespace Extraction.Flow.Batch;

/// <summary>
/// The folder in which one attempt at a task works. A batch system may start a task again while the first attempt still lives on a node
/// that it takes for dead; so no two attempts write to one file:
/// <list type="number">
/// <item>Every attempt works in <c>shards/0003.work-NAME</c>, a name of its own, with the checkpoints of any run.</item>
/// <item>It begins with a copy of what the attempt that came furthest had made sure of, which that one only ever adds to; then it takes
/// that one's folder away by a rename, so that attempts do not fill the disk. Whoever still worked there can no longer publish, and ends.</item>
/// <item>When it has ended well it writes <c>shard.json</c> and renames its folder to <c>shards/0003</c>, which either happens or does not.
/// Who comes second finds the shard there, and has nothing to do.</item>
/// </list>
/// </summary>
public sealed class ShardWork
{
    const string Retired = ".old";

    readonly string folder;
    readonly string work;
    readonly int task;
    readonly IReadOnlyList<string> outputs;

    /// <param name="folder">Of the plan.</param>
    /// <param name="task">From 0.</param>
    /// <param name="attempt">A name that no other attempt has.</param>
    /// <param name="outputs">Names of the outputs in the order of the checkpoint.</param>
    public ShardWork(string folder, int task, string attempt, IReadOnlyList<string> outputs)
    {
        (this.folder, this.task, this.outputs) = (folder, task, outputs);
        work = Prefix + attempt;
    }

    /// <summary>Whether the shard is there, whoever made it.</summary>
    public bool IsDone => File.Exists(Path.Combine(BatchPlan.ShardPath(folder, task), ShardSummary.FileName));

    string Prefix => BatchPlan.ShardPath(folder, task) + ".work-";

    public string PathOf(string output) => Path.Combine(work, output);

    public string CheckpointPath => PathOf(ShardSummary.Records + Checkpoint.Suffix);

    /// <summary>Makes the folder, with what an earlier attempt had done.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Open()
    {
        Directory.CreateDirectory(work);
        return Earlier().Any(TryTakeUp);
    }

    /// <summary>Gives the shard its name, and removes what all attempts left.</summary>
    public void Publish(ShardSummary summary)
    {
        summary.Write(work);
        var shard = BatchPlan.ShardPath(folder, task);
        try
        {
            Directory.Move(work, shard);
        }
        catch (IOException) when (IsDone)
        {
            // Another attempt was faster; both made the same bytes.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(work, $"cannot be renamed: {e.Message}", e);
        }

        Forget(Path.Combine(shard, Path.GetFileName(CheckpointPath)));
        foreach (var left in Attempts())
        {
            Retire(left);
        }
    }

    /// <summary>Only now: an attempt that was killed before goes on from it.</summary>
    static void Forget(string checkpoint)
    {
        try
        {
            File.Delete(checkpoint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In a shard that is done nobody looks for one.
        }
    }

    /// <summary>Renamed first: nobody publishes a folder of which half is gone.</summary>
    static void Retire(string attempt)
    {
        try
        {
            var old = attempt.EndsWith(Retired, StringComparison.Ordinal) ? attempt : attempt + Retired;
            if (old != attempt)
            {
                Directory.Move(attempt, old);
            }

            Directory.Delete(old, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Of an attempt that still writes, or has just published; harmless.
        }
    }

    /// <summary>Size and hash of the outputs.</summary>
    public IReadOnlyDictionary<string, ShardFile> Files() => outputs.ToDictionary(name => name, name =>
    {
        using var stream = File.OpenRead(PathOf(name));
        return new ShardFile(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    });

    IEnumerable<string> Attempts() => Directory.EnumerateDirectories(Path.GetDirectoryName(work)!, Path.GetFileName(Prefix) + "*").Order(StringComparer.Ordinal);

    /// <summary>Other attempts, the furthest first.</summary>
    List<string> Earlier() =>
        Attempts().Where(path => path != work).Select(path => (Path: path, State: StateOf(path))).Where(one => one.State is not null)
            .OrderByDescending(one => one.State!.IsComplete).ThenByDescending(one => one.State!.Pieces).Select(one => one.Path).ToList();

    bool TryTakeUp(string other)
    {
        try
        {
            var state = StateOf(other)!;
            if (state.Lengths.Length != outputs.Count)
            {
                return false;
            }

            for (var i = 0; i < outputs.Count; i++)
            {
                var partial = Path.Combine(other, outputs[i] + LineFile.PartialSuffix);
                Copy(File.Exists(partial) ? partial : Path.Combine(other, outputs[i]), PathOf(outputs[i]) + LineFile.PartialSuffix, state.Lengths[i]);
            }

            BatchPlan.Save(CheckpointPath, stream => CheckpointText.Write(stream, state));
            Retire(other);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It went on meanwhile, or ended; another one then, or from the beginning.
            return false;
        }
    }

    static CheckpointState? StateOf(string path)
    {
        try
        {
            return CheckpointText.Read(File.ReadAllBytes(Path.Combine(path, ShardSummary.Records + Checkpoint.Suffix)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    static void Copy(string from, string to, long length)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = File.Create(to);
        var buffer = new byte[1 << 20];
        while (length > 0)
        {
            var read = source.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0)
            {
                throw new EndOfStreamException(from);
            }

            target.Write(buffer, 0, read);
            length -= read;
        }
    }
}
