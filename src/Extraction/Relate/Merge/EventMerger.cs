using Extraction.Documents;
using Extraction.Relate.Anchors;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Merge;

/// <summary>Brings the places of an article that state the same record together (rules 2, 3 and 7 of what a record is).</summary>
public static class EventMerger
{
    public static List<MergedEvent> Merge(DocumentView document, IReadOnlyList<Proposal> proposals)
    {
        var index = new TargetIndex(document);
        var merged = new List<MergedEvent>();
        var seen = new List<Proposal>();
        foreach (var p in proposals)
        {
            var fullest = index.Fullest(p.Target, seen);
            seen.Add(p);
            if (fullest is null) continue;
            var key = TargetNames.Normalize(fullest);
            if (key.Length == 0) continue;
            var home = merged.Find(m => m.Actor.Name == p.Actor.Name && m.Action == p.Action && m.Status == p.Status && SameTarget(m, key, fullest));
            if (home is null)
            {
                home = new() { Actor = p.Actor, Action = p.Action, Status = p.Status, TargetKey = key, Target = fullest, TargetType = fullest.Type };
                merged.Add(home);
            }
            else
            {
                Improve(home, key, fullest);
            }

            home.Proposals.Add(p);
        }

        foreach (var m in merged)
        {
            m.TargetType = m.Best.Type;
            m.Siblings = merged.Count(o => o.Proposals.Exists(p => m.Proposals.Exists(q => q.Anchor == p.Anchor)));
            m.ActSentences = merged.Where(o => o.Actor.Name == m.Actor.Name && o.Action == m.Action && o.Status == m.Status)
                .SelectMany(o => o.Proposals).Select(p => p.Anchor.Sentence.Number).ToHashSet();
            m.OtherTargets = [.. merged.Where(o => o.TargetKey != m.TargetKey).SelectMany(o => o.Proposals).Select(p => p.Target).Distinct()];
        }

        return merged;
    }

    static bool SameTarget(MergedEvent m, string key, Nominal nominal) =>
        m.TargetKey == key || (IsDescription(m.Target) && IsDescription(nominal) && SameDescription(m.Target, nominal));

    static bool IsDescription(Nominal n) => n.Kind == NominalKind.Common;

    static bool SameDescription(Nominal a, Nominal b) => Descriptions.Same(a, b);

    static string? Number(Nominal n) => Descriptions.Number(n);

    // Of several descriptions the one with a number, else the first in the body; of names the longest.
    static void Improve(MergedEvent home, string key, Nominal nominal)
    {
        var better = IsDescription(nominal)
            ? (Number(home.Target) is null && Number(nominal) is not null) || (home.Target.Sentence.Kind == BlockKind.Title && nominal.Sentence.Kind != BlockKind.Title && Number(home.Target) is null)
            : key.Length > home.TargetKey.Length;
        if (!better) return;
        home.Target = nominal;
        home.TargetKey = key;
    }
}
