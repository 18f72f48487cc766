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
        var days = new ActDays(document);
        var merged = new List<MergedEvent>();
        var seen = new List<Proposal>();
        foreach (var p in proposals)
        {
            var fullest = index.Fullest(p.Target, seen);
            seen.Add(p);
            if (fullest is null) continue;
            var key = TargetNames.Normalize(fullest);
            if (key.Length == 0) continue;
            var same = merged.FindAll(m => m.Actor.Name == p.Actor.Name && m.Action == p.Action && m.Status == p.Status && SameTarget(m, key, fullest));
            var home = days.HomeOf(p, same);
            if (home is null)
            {
                home = new() { Actor = p.Actor, Action = p.Action, Status = p.Status, TargetKey = key, Target = fullest, TargetType = fullest.Type, Occasion = same.Count };
                merged.Add(home);
            }
            else
            {
                Improve(home, key, fullest);
            }

            home.Proposals.Add(p);
        }

        Restatements.Join(merged, days);
        Relate(merged);
        return merged;
    }

    // What each record knows of the others; linear in their number, since a list may have thousands.
    static void Relate(List<MergedEvent> merged)
    {
        var places = new TargetPlaces(merged);
        var atAnchor = merged.SelectMany(m => m.Proposals.Select(p => (p.Anchor, Event: m))).Distinct().ToLookup(x => x.Anchor, x => x.Event);
        var sentences = merged.GroupBy(m => (m.Actor.Name, m.Action, m.Status))
            .ToDictionary(g => g.Key, g => g.SelectMany(m => m.Proposals).Select(p => p.Anchor.Sentence.Number).ToHashSet());
        foreach (var m in merged)
        {
            m.TargetType = m.Best.Type;
            m.Places = places;
            m.ActSentences = sentences[(m.Actor.Name, m.Action, m.Status)];
            var anchors = m.Proposals.Select(p => p.Anchor).Distinct().ToList();
            m.Siblings = anchors.Count == 1 ? atAnchor[anchors[0]].Count() : anchors.SelectMany(a => atAnchor[a]).Distinct().Count();
        }
    }

    static bool SameTarget(MergedEvent m, string key, Nominal nominal) =>
        m.TargetKey == key || (IsDescription(m.Target) && IsDescription(nominal) && SameDescription(m.Target, nominal));

    static bool IsDescription(Nominal n) => n.Kind == NominalKind.Common;

    static bool SameDescription(Nominal a, Nominal b) => Descriptions.Same(a, b);

    static (bool IsCounted, bool IsInBody, bool SaysWhat) Worth(Nominal n) =>
        (Descriptions.Number(n) is not null, n.Sentence.Kind != BlockKind.Title, Descriptions.SaysWhat(n));

    // Of several descriptions the one with a number, else the first in the body that says what it counts; of names the longest.
    static void Improve(MergedEvent home, string key, Nominal nominal)
    {
        if (IsDescription(nominal) ? Worth(nominal).CompareTo(Worth(home.Target)) <= 0 : key.Length <= home.TargetKey.Length) return;
        home.Target = nominal;
        home.TargetKey = key;
    }
}
