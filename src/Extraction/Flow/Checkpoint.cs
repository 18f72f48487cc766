using System.Text.Json;
using Extraction.Emit;

namespace Extraction.Flow;

/// <summary>
/// Resuming a run that was broken off, at whatever moment. This is the whole protocol:
/// <list type="number">
/// <item>All outputs are written to <c>NAME.partial</c>. The input is cut into pieces in an order that depends on the input alone, and
/// the store takes documents in that order; so "the first n pieces are done" says everything.</item>
/// <item>When the store goes from one piece to the next, and some time has passed, the outputs are forced to the disk; then their lengths,
/// the number of pieces and all counts are written to <c>NAME.checkpoint.new</c>, forced to the disk, and renamed to <c>NAME.checkpoint</c>.
/// A checkpoint never speaks of bytes that are not stored.</item>
/// <item><c>--resume</c> reads the checkpoint, refuses another input or other settings, cuts every partial file to the length noted, passes
/// over the pieces that are done, and goes on. Without a checkpoint it begins at the beginning.</item>
/// <item>At the end, when all outputs are forced to the disk, a last checkpoint says "complete"; then the outputs get their names, one after
/// the other; then the checkpoint is removed, unless more is to be done with them (<see cref="StaysComplete"/>). A resume that finds "complete" does only what is left of the renaming.</item>
/// <item>A run without <c>--resume</c> removes the checkpoint before it touches any partial file.</item>
/// </list>
/// </summary>
/// <param name="path">Where the checkpoint lies.</param>
/// <param name="fingerprint">Of the input and of all settings that change the output.</param>
/// <param name="every">How often one is written.</param>
/// <param name="files">All outputs, always in the same order.</param>
/// <param name="clock">For the time between two.</param>
public sealed class Checkpoint(string path, string fingerprint, TimeSpan every, IReadOnlyList<LineFile> files, TimeProvider clock)
{
    /// <summary>What is added to the name of the records' file.</summary>
    public const string Suffix = ".checkpoint";

    /// <summary>Whether a complete one stays when the outputs have their names: the task of a plan has then still to give its folder one.</summary>
    public bool StaysComplete { get; init; }

    long piece = -1;
    long last = clock.GetTimestamp();

    /// <summary>Begins a run: anew, or where the checkpoint says.</summary>
    /// <returns>Null where the run begins at the beginning.</returns>
    /// <exception cref="ConfigurationException">The checkpoint is of another run, or the partial files are not as it left them.</exception>
    internal CheckpointState? Begin(bool resume)
    {
        if (!resume)
        {
            Remove();
            return null;
        }

        if (Read() is not { } state)
        {
            return null;
        }

        if (state.Fingerprint != fingerprint || state.Lengths.Length != files.Count)
        {
            throw new ConfigurationException([$"{path}: is of a run with other input or settings; make them the same again, or run without --resume"]);
        }

        for (var i = 0; i < files.Count; i++)
        {
            if (state.IsComplete)
            {
                files[i].Publish(state.Lengths[i]);
            }
            else
            {
                files[i].ResumeAt(state.Lengths[i]);
            }
        }

        if (state.IsComplete)
        {
            End();
        }

        piece = state.Pieces;
        return state;
    }

    /// <summary>Tells that a document of this piece is next: all pieces before are done.</summary>
    internal async ValueTask PassAsync(long next, RunLedger ledger, CancellationToken cancellation)
    {
        if (next > piece && piece >= 0 && clock.GetElapsedTime(last) >= every)
        {
            await WriteAsync(next, ledger, isComplete: false, cancellation).ConfigureAwait(false);
        }

        piece = Math.Max(piece, next);
    }

    internal ValueTask CompleteAsync(RunLedger ledger, CancellationToken cancellation) => WriteAsync(piece + 1, ledger, isComplete: true, cancellation);

    /// <summary>All outputs have their names.</summary>
    internal void End()
    {
        if (!StaysComplete)
        {
            Remove();
        }
    }

    void Remove()
    {
        // The folder of an output may not exist; opening the output says so better.
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    async ValueTask WriteAsync(long pieces, RunLedger ledger, bool isComplete, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            await file.FlushAsync(cancellation).ConfigureAwait(false);
        }

        var state = new CheckpointState(fingerprint, isComplete, pieces, [.. files.Select(file => file.Length)], ledger.State());
        Store(state);
        foreach (var file in files)
        {
            file.KeepsPartial = true;
        }

        last = clock.GetTimestamp();
    }

    void Store(CheckpointState state)
    {
        try
        {
            var fresh = path + ".new";
            using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
            {
                CheckpointText.Write(stream, state);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, $"cannot be written: {e.Message}", e);
        }
    }

    CheckpointState? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return CheckpointText.Read(File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw new ConfigurationException([$"{path}: is no checkpoint of this program ({e.Message}); run without --resume"]);
        }
    }
}

/// <summary>What a checkpoint notes.</summary>
/// <param name="Fingerprint">Of the run.</param>
/// <param name="IsComplete">Whether all is stored and only names are missing.</param>
/// <param name="Pieces">Pieces of the input that are done.</param>
/// <param name="Lengths">Of the outputs, in bytes.</param>
/// <param name="Ledger">What was counted.</param>
public sealed record CheckpointState(string Fingerprint, bool IsComplete, long Pieces, long[] Lengths, LedgerState Ledger);

/// <summary>The counts of a run, to be taken up again.</summary>
/// <param name="Read">Documents.</param>
/// <param name="Finished">Documents that went all the way.</param>
/// <param name="Articles">Found on the pages.</param>
/// <param name="Skipped">Documents by reason.</param>
/// <param name="Failed">Documents by the code of the first failure.</param>
/// <param name="Issues">By code.</param>
/// <param name="Records">By action and status ("impose actual").</param>
/// <param name="Months">Records by month of the act ("2021-12", "no date").</param>
/// <param name="Actors">Records by sender.</param>
/// <param name="Seconds">Time it took.</param>
/// <param name="Busy">Seconds in each room, over all workers.</param>
/// <param name="Slowest">The slowest documents, in seconds.</param>
public sealed record LedgerState(
    long Read,
    long Finished,
    long Articles,
    SortedDictionary<string, long> Skipped,
    SortedDictionary<string, long> Failed,
    SortedDictionary<string, long> Issues,
    SortedDictionary<string, long> Records,
    SortedDictionary<string, long> Months,
    SortedDictionary<string, long> Actors,
    double Seconds,
    SortedDictionary<string, double> Busy,
    SortedDictionary<string, double> Slowest);
