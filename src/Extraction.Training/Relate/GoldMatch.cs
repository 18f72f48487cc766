using Extraction.Relate.Merge;
using Extraction.Relate.Targets;
using Extraction.Training.Evaluation;

namespace Extraction.Training.Relate;

/// <summary>Pairs found records with gold ones as the scorer does: actor, action and status equal, names alike, one to one, best first.</summary>
public static class GoldMatch
{
    public static Dictionary<MergedEvent, TrainingRecord> Match(IReadOnlyList<MergedEvent> found, IReadOnlyList<TrainingRecord> gold)
    {
        var pairs = new List<(double Score, MergedEvent Event, TrainingRecord Record)>();
        foreach (var e in found)
            foreach (var r in gold)
            {
                if (r.Actor != e.Actor.Name || r.Action != e.Action || r.Status != e.Status) continue;
                var name = TargetNames.Display(e.Target);
                var score = r.TargetNames.Max(n => Comparing.TargetLikeness(name, n, r.TargetType));
                if (score >= Comparing.LeastTarget) pairs.Add((score - (r.Optional ? 0.005 : 0), e, r));
            }

        var matched = new Dictionary<MergedEvent, TrainingRecord>();
        var taken = new HashSet<TrainingRecord>(ReferenceEqualityComparer.Instance);
        foreach (var (_, e, r) in pairs.OrderByDescending(p => p.Score))
            if (!matched.ContainsKey(e) && taken.Add(r)) matched[e] = r;
        return matched;
    }
}
