using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Merge;

/// <summary>Joins records of one act whose targets are one, though neither their names nor their descriptions say so.</summary>
static class Restatements
{
    static readonly FrozenSet<string> Rulers =
        FrozenSet.ToFrozenSet(["government", "regime", "junta", "authority", "authorities", "military", "ruling", "'s", "’s", "'", "’", "of", "the"], StringComparer.OrdinalIgnoreCase);

    public static void Join(List<MergedEvent> merged)
    {
        var acts = merged.ToLookup(e => (e.Actor.Name, e.Action, e.Status, e.Occasion));
        foreach (var act in acts)
        {
            var events = act.ToList();
            foreach (var e in events.Where(IsHeadline)) JoinTo(merged, e, Only(events, o => o != e && IsSet(o) && !IsInTitle(o.Target) && Descriptions.AreOfOneKind(e.Target, o.Target)));
            foreach (var e in events.FindAll(e => RuledBy(e.Target) is not null))
                JoinTo(merged, e, Only(events, o => o != e && o.Target is { Kind: NominalKind.Country } c && c.Canonical == RuledBy(e.Target)));
        }
    }

    static MergedEvent? Only(List<MergedEvent> events, Predicate<MergedEvent> may) => events.FindAll(may) is [var only] ? only : null;

    // The surer of the two says how the target is called.
    static void JoinTo(List<MergedEvent> merged, MergedEvent e, MergedEvent? home)
    {
        if (home is null || !merged.Contains(home)) return;
        if (!IsInTitle(e.Target) && e.Best.P > home.Best.P) (home.Target, home.TargetKey) = (e.Target, e.TargetKey);
        home.Proposals.AddRange(e.Proposals);
        home.Proposals.Sort((a, b) => a.Target.Sentence.Number.CompareTo(b.Target.Sentence.Number));
        merged.Remove(e);
    }

    // "Dozens of Russian officials" above the one set that the body counts or describes.
    static bool IsHeadline(MergedEvent e) => IsSet(e) && e.Proposals.TrueForAll(p => IsInTitle(p.Target)) && (Descriptions.Number(e.Target) is not { } number || Numerals.Value(number) is null);

    static bool IsSet(MergedEvent e) => e.Target.Kind == NominalKind.Common && e.TargetType == TargetType.Group;

    static bool IsInTitle(Nominal n) => n.Sentence.Kind == BlockKind.Title;

    // "the Government of Sudan", "Fiji's military regime": the country by who rules it.
    static string? RuledBy(Nominal n)
    {
        string? country = null;
        var rulers = 0;
        for (var i = n.First; i < n.End; i++)
        {
            if (n.Sentence.AuthorityAt(i) is >= 0 and var at) country = country is null || country == n.Sentence.Authorities[at].Entry.Name ? n.Sentence.Authorities[at].Entry.Name : "";
            else if (Rulers.Contains(n.Sentence.Lemma(i)) || Rulers.Contains(n.Sentence.Form(i))) rulers++;
            else return null;
        }

        return rulers > 0 && n.Kind != NominalKind.Country ? country : null;
    }
}
