namespace Extraction.Training.Evaluation;

/// <summary>What went wrong with one record.</summary>
public enum MissKind
{
    /// <summary>The core is right, the date is not.</summary>
    Date,

    /// <summary>The core is right, the justification is not.</summary>
    Justification,

    /// <summary>In the gold, not found.</summary>
    Missed,

    /// <summary>Found, not in the gold.</summary>
    Spurious,
}

/// <summary>One miss, with what was said and what was wanted where there are both.</summary>
/// <param name="Document">Name of the document.</param>
/// <param name="Kind">What went wrong.</param>
/// <param name="Record">Actor, action, status and target, with dots between; of a date or justification the target.</param>
/// <param name="Said">The wrong field, or null.</param>
/// <param name="Wanted">The gold's field, or null.</param>
public sealed record Miss(string Document, MissKind Kind, string Record, string? Said, string? Wanted)
{
    public override string ToString() => Kind switch
    {
        MissKind.Date => $"{Document}: DATE {Record}: {Show(Said)} for {Show(Wanted)}",
        MissKind.Justification => $"{Document}: JUST {Record}: {Show(Said)} for {Show(Wanted)}",
        MissKind.Missed => $"{Document}: MISSED {Record}",
        _ => $"{Document}: SPURIOUS {Record}",
    };

    private static string Show(string? text) => text is null ? "none" : $"\"{text}\"";
}
