namespace Extraction.Emit;

/// <summary>A run whose counts do not add up: a bug in this program. Nothing is published.</summary>
public sealed class RunCheckException(IReadOnlyList<string> violations)
    : Exception("the run's own checks failed, so nothing was published: " + string.Join("; ", violations))
{
    public IReadOnlyList<string> Violations { get; } = violations;
}

/// <summary>What must hold of every run before its output gets its name.</summary>
public static class RunChecks
{
    /// <exception cref="RunCheckException">Something was lost or made twice.</exception>
    public static void Require(RunCounts counts)
    {
        var violations = Violations(counts).ToList();
        if (violations.Count > 0)
        {
            throw new RunCheckException(violations);
        }
    }

    /// <summary>Every sum that is wrong, in words.</summary>
    public static IEnumerable<string> Violations(RunCounts counts)
    {
        var accounted = counts.Finished + counts.Skipped.Values.Sum() + counts.FailedDocuments;
        if (counts.Read != accounted)
        {
            yield return $"{counts.Read} documents were read, but {accounted} accounted for";
        }

        foreach (var room in counts.Rooms.Where(room => room.In != room.Done + room.Skipped + room.Failed))
        {
            yield return $"{room.Room}: {room.In} came in, but {room.Done} were done, {room.Skipped} skipped and {room.Failed} failed";
        }

        foreach (var (from, to) in counts.Rooms.Zip(counts.Rooms.Skip(1)).Where(pair => pair.First.Out != pair.Second.In))
        {
            yield return $"{from.Room} gave {from.Out} on, but {to.Room} took {to.In}";
        }

        var records = counts.Records.Values.Sum();
        if (records != counts.RecordsMade)
        {
            yield return $"{counts.RecordsMade} records were made, but {records} stored";
        }
    }
}
