using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Review.Decisions;
using Extraction.Review.Records;

namespace Extraction.Review.Overview;

/// <summary>Counts records as they stand after review.</summary>
public static class OverviewBuilder
{
    const int MatrixActors = 12, MatrixTargets = 14, Bins = 10;

    public static OverviewCounts Build(IEnumerable<ReviewItem> items, Ledger ledger)
    {
        var all = items.ToList();
        var kept = all.Where(item => ledger.Stands(item)).Select(item => ledger.Current(item.Record)).ToList();
        return new(
            kept.Count,
            all.Count - kept.Count,
            [.. kept.CountBy(r => (Month: Month(r.Date), r.Status)).OrderBy(c => c.Key.Month, StringComparer.Ordinal).Select(c => new MonthCount(c.Key.Month, c.Key.Status, c.Value))],
            MatrixOf(kept),
            [.. kept.CountBy(r => (r.Action, r.Status)).Select(c => new ActCount(c.Key.Action, c.Key.Status, c.Value))],
            [.. kept.SelectMany(r => r.Objectives.IsEmpty ? ["none"] : r.Objectives).CountBy(o => o).OrderByDescending(c => c.Value).Select(c => new Count(c.Key, c.Value))],
            Calibrate(all, ledger));
    }

    /// <summary>Whether actor, action, status and target stand as extracted: what confidence is the probability of.</summary>
    public static bool IsRight(SanctionsRecord original, Decision verdict) => verdict.What switch
    {
        Verdict.Accept or Verdict.Edit when (verdict.Content ?? original) is var content => (content.Actor, content.Action, content.Status, content.Target) == (original.Actor, original.Action, original.Status, original.Target),
        _ => false,
    };

    static string Month(string? date) => date is null || date.StartsWith('X') ? "none" : date[..Math.Min(7, date.Length)];

    static Matrix MatrixOf(List<SanctionsRecord> records)
    {
        static ImmutableArray<string> Top(IEnumerable<string> names, int count) =>
            [.. names.CountBy(n => n).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(count).Select(c => c.Key)];
        var actors = Top(records.Select(r => r.Actor), MatrixActors);
        var targets = Top(records.Where(r => actors.Contains(r.Actor)).Select(r => r.Target), MatrixTargets);
        var cells = records.CountBy(r => (r.Actor, r.Target)).ToDictionary();
        actors = [.. actors.Where((a, row) => row == 0 || targets.Any(t => cells.ContainsKey((a, t))))]; // another row of nothing says nothing
        return new(actors, targets, [.. actors.Select(a => targets.Select(t => cells.GetValueOrDefault((a, t))).ToImmutableArray())]);
    }

    // Of what was extracted: an added record has no confidence of the model's.
    static ImmutableArray<CalibrationBin> Calibrate(List<ReviewItem> items, Ledger ledger)
    {
        var bins = items.Where(item => item.AddedAt == 0).Select(item => (Original: item.Record, Verdict: ledger.Verdict(item.Record.Id)))
            .ToLookup(r => Math.Min((int)(r.Original.Confidence * Bins), Bins - 1));
        return [.. Enumerable.Range(0, Bins).Select(bin =>
        {
            var members = bins[bin].ToList();
            var reviewed = members.Where(r => r.Verdict is not null).ToList();
            var basis = reviewed.Count > 0 ? reviewed : members;
            return new CalibrationBin((double)bin / Bins, (bin + 1d) / Bins, members.Count, reviewed.Count,
                reviewed.Count(r => IsRight(r.Original, r.Verdict!)), basis.Count == 0 ? (bin + 0.5) / Bins : basis.Average(r => r.Original.Confidence));
        })];
    }
}
