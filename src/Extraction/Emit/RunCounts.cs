using System.Collections.Immutable;

namespace Extraction.Emit;

/// <summary>What went into a room and what became of it.</summary>
/// <param name="Room">Its name in messages.</param>
/// <param name="In">Items that entered.</param>
/// <param name="Done">Items that it finished; each may give none, one or several.</param>
/// <param name="Skipped">Items that it left out for a reason.</param>
/// <param name="Failed">Items that it could not finish.</param>
/// <param name="Out">Items that it gave on.</param>
/// <param name="Busy">Time spent in it, summed over all workers.</param>
public sealed record RoomCount(string Room, long In, long Done, long Skipped, long Failed, long Out, TimeSpan Busy);

/// <summary>Everything that a run counted. Every document that was read is finished, skipped or failed.</summary>
public sealed record RunCounts
{
    /// <summary>Documents that entered: files, lines of JSON Lines, and what could not be opened.</summary>
    public long Read { get; init; }

    /// <summary>Documents of which at least one article went all the way, with or without records.</summary>
    public long Finished { get; init; }

    /// <summary>Documents of which nothing went further, by reason.</summary>
    public required ImmutableSortedDictionary<string, long> Skipped { get; init; }

    /// <summary>Documents that failed, or of which an article failed, by the code of the first failure.</summary>
    public required ImmutableSortedDictionary<string, long> Failed { get; init; }

    /// <summary>Issues of all kinds, by code.</summary>
    public required ImmutableSortedDictionary<string, long> Issues { get; init; }

    /// <summary>Articles found on the pages.</summary>
    public long Articles { get; init; }

    /// <summary>Records that all sinks took, by action and status ("impose actual").</summary>
    public required ImmutableSortedDictionary<string, long> Records { get; init; }

    /// <summary>Records by month of the act ("2021-12"; "no date").</summary>
    public ImmutableSortedDictionary<string, long> Months { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Records by sender.</summary>
    public ImmutableSortedDictionary<string, long> Actors { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Records that came out of the last room.</summary>
    public long RecordsMade { get; init; }

    /// <summary>The documents that the rooms worked on longest, in seconds, the slowest first.</summary>
    public ImmutableArray<KeyValuePair<string, double>> Slowest { get; init; } = [];

    /// <summary>The rooms in the order of the flow: what they counted in this part of a resumed run, and their time in all parts.</summary>
    public required ImmutableArray<RoomCount> Rooms { get; init; }

    /// <summary>Time the run took, all its parts together.</summary>
    public TimeSpan Elapsed { get; init; }

    public long FailedDocuments => Failed.Values.Sum();
}
