using Extraction.Documents;
using Extraction.Review.Records;

namespace Extraction.Review.Decisions;

/// <summary>
/// What was decided, in order, and what holds of a record after it. A reviewer's verdict on a record is the last that they did
/// not take back; where several reviewers decided, the latest verdict holds. Not safe from several threads.
/// </summary>
public sealed class Ledger
{
    readonly List<Decision> all = [];
    readonly Dictionary<string, List<Decision>> byRecord = new(StringComparer.Ordinal);
    readonly Dictionary<string, HashSet<string>> mergedInto = new(StringComparer.Ordinal);
    readonly Dictionary<string, Decision> byKey = new(StringComparer.Ordinal);
    readonly SortedSet<string> reviewers = new(StringComparer.Ordinal);

    /// <summary>How many decisions there are: the sequence number of the last.</summary>
    public long Last => all.Count;

    public IReadOnlyCollection<string> Reviewers => reviewers;

    public IReadOnlyList<Decision> All => all;

    public Decision? ByKey(string key) => byKey.GetValueOrDefault(key);

    /// <returns>The decision with its sequence number.</returns>
    public Decision Add(Decision decision)
    {
        var numbered = decision with { Sequence = all.Count + 1 };
        if (numbered is { What: Decisions.Verdict.Accept, Content: null })
        {
            // What is accepted is what the reviewer saw: their own correction.
            numbered = numbered with { Content = Verdict(numbered.Record, numbered.Who)?.Content };
        }

        all.Add(numbered);
        byKey.TryAdd(numbered.Key, numbered);
        reviewers.Add(numbered.Who);
        if (!byRecord.TryGetValue(numbered.Record, out var list))
        {
            byRecord.Add(numbered.Record, list = []);
        }

        list.Add(numbered);
        if (numbered is { What: Decisions.Verdict.Merge, Other: { } stays })
        {
            (mergedInto.TryGetValue(stays, out var merged) ? merged : mergedInto[stays] = new(StringComparer.Ordinal)).Add(numbered.Record);
        }

        return numbered;
    }

    /// <summary>Decisions after <paramref name="sequence"/>, oldest first.</summary>
    public IEnumerable<Decision> Since(long sequence) => all.Skip((int)Math.Clamp(sequence, 0, all.Count));

    /// <summary>All decisions on a record, taken back or not, oldest first.</summary>
    public IReadOnlyList<Decision> Of(string record) => byRecord.TryGetValue(record, out var list) ? list : [];

    /// <summary>What holds of a record, or null where nobody decided.</summary>
    /// <param name="who">Only this reviewer's verdict; anybody's where null.</param>
    /// <param name="asOf">Only decisions up to this sequence number.</param>
    public Decision? Verdict(string record, string? who = null, long asOf = long.MaxValue)
    {
        if (!byRecord.TryGetValue(record, out var list))
        {
            return null;
        }

        HashSet<string>? undone = null;
        for (var i = list.Count - 1; i >= 0; i--)
        {
            var decision = list[i];
            if (decision.Sequence > asOf || (who is not null && decision.Who != who))
            {
                continue;
            }

            if (decision.What == Decisions.Verdict.Undo)
            {
                (undone ??= new(StringComparer.Ordinal)).Add(decision.Undoes ?? "");
            }
            else if (undone?.Contains(decision.Key) != true)
            {
                return decision;
            }
        }

        return null;
    }

    /// <summary>The latest verdict of each reviewer, in the order of their names.</summary>
    public IEnumerable<Decision> Verdicts(string record, long asOf = long.MaxValue) => byRecord.ContainsKey(record)
        ? reviewers.Select(who => Verdict(record, who, asOf)).OfType<Decision>()
        : [];

    /// <summary>Whether a record is there: extracted, or added by a reviewer who did not take that back.</summary>
    public bool Exists(ReviewItem item) => item.AddedAt == 0 || Verdict(item.Record.Id) is not null;

    /// <summary>Whether it counts among the records: there, and by the latest verdict neither rejected nor merged away.</summary>
    public bool Stands(ReviewItem item, long asOf = long.MaxValue) => Verdict(item.Record.Id, asOf: asOf) is { } verdict ? verdict.Stands : item.AddedAt == 0;

    /// <summary>Whether it stands in the eyes of a reviewer: by their own verdict; where they have none, if it is there.</summary>
    public bool Stands(ReviewItem item, string who) => Verdict(item.Record.Id, who)?.Stands ?? Exists(item);

    /// <summary>Whether one record was merged into another, directly or by way of others.</summary>
    public bool IsMerged(string record, string into)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? at = record; at is not null && seen.Add(at); at = Verdict(at) is { What: Decisions.Verdict.Merge, Other: var other } ? other : null)
        {
            if (at == into)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The record as it stands after review: corrected where it was edited, with the evidence of those that were merged into it.</summary>
    public SanctionsRecord Current(SanctionsRecord record, string? who = null)
    {
        var content = Verdict(record.Id, who)?.Content ?? record;
        if (!mergedInto.ContainsKey(record.Id))
        {
            return content;
        }

        var joined = content.Evidence.Concat(Merged(record.Id, who, new(StringComparer.Ordinal) { record.Id })).DistinctBy(e => (e.Start, e.End)).ToList();
        return joined.Count == content.Evidence.Length ? content : content with { Evidence = [.. joined.OrderBy(e => e.Start)] };
    }

    IEnumerable<Evidence> Merged(string record, string? who, HashSet<string> seen)
    {
        if (!mergedInto.TryGetValue(record, out var merged))
        {
            yield break;
        }

        foreach (var id in merged)
        {
            if (Verdict(id, who) is not { What: Decisions.Verdict.Merge } verdict || verdict.Other != record || !seen.Add(id))
            {
                continue;
            }

            foreach (var sentence in (verdict.Content?.Evidence ?? []).Concat(Merged(id, who, seen)))
            {
                yield return sentence;
            }
        }
    }
}
