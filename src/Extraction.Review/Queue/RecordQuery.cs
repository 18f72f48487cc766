using System.Globalization;

namespace Extraction.Review.Queue;

/// <summary>Which records, in which order. All filters hold together; null or empty filters nothing.</summary>
public sealed record RecordQuery
{
    /// <summary><c>uncertain</c> (least certain first), <c>actor</c>, <c>target</c>, <c>date</c>, <c>status</c>, <c>action</c> or <c>document</c>.</summary>
    public string Sort { get; init; } = "uncertain";

    public bool Descending { get; init; }

    /// <summary>Words that must all occur in the record, its evidence or its article's name; letters' case is ignored.</summary>
    public string? Text { get; init; }

    public string? Actor { get; init; }

    public string? Target { get; init; }

    public string? Action { get; init; }

    public string? Status { get; init; }

    public string? Objective { get; init; }

    /// <summary>How the date begins: <c>2021</c> or <c>2021-12</c>; <c>none</c> for records without a year.</summary>
    public string? Date { get; init; }

    public string? Document { get; init; }

    /// <summary>
    /// <c>open</c>, <c>decided</c>, <c>accept</c>, <c>reject</c>, <c>edit</c>, <c>add</c> or <c>merge</c> in the eyes of <see cref="Who"/>; <c>conflict</c> where
    /// reviewers disagree; <c>bare</c> for articles without a record; <c>standing</c> for what nobody's latest verdict took away, and <c>judged</c> for what was extracted and decided by anybody, which the overview counts.
    /// </summary>
    public string? State { get; init; }

    public string? Who { get; init; }

    public double MinConfidence { get; init; }

    /// <summary>Exclusive, but for 1.</summary>
    public double MaxConfidence { get; init; } = 1;

    /// <summary>States are those after this decision, so that a list does not move under the reviewer's hands.</summary>
    public long AsOf { get; init; } = long.MaxValue;

    /// <summary>From the parameters of an address; what is no number counts as not given.</summary>
    public static RecordQuery Parse(Func<string, string?> parameter)
    {
        string? Word(string name) => parameter(name) is { Length: > 0 } value ? value : null;
        double Number(string name, double otherwise) => double.TryParse(parameter(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
        return new()
        {
            Sort = Word("sort") ?? "uncertain",
            Descending = Word("dir") == "desc",
            Text = Word("q"),
            Actor = Word("actor"),
            Target = Word("target"),
            Action = Word("action"),
            Status = Word("status"),
            Objective = Word("objective"),
            Date = Word("date"),
            Document = Word("document"),
            State = Word("state"),
            Who = Word("who"),
            MinConfidence = Number("min", 0),
            MaxConfidence = Number("max", 1),
            AsOf = long.TryParse(parameter("as_of"), NumberStyles.None, CultureInfo.InvariantCulture, out var asOf) ? asOf : long.MaxValue,
        };
    }
}
