using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Merge;

/// <summary>Joins records of one act whose targets are one, though neither their names nor their descriptions say so.</summary>
static class Restatements
{
    /// <summary>"Dozens" and "hundreds" are of so many at least.</summary>
    const int Many = 20;

    static readonly FrozenSet<string> Rulers = FrozenSet.ToFrozenSet(["government", "regime", "junta", "authority", "authorities"], StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Between = FrozenSet.ToFrozenSet(["military", "ruling", "'s", "’s", "'", "’", "of", "the"], StringComparer.OrdinalIgnoreCase);

    /// <param name="merged">Records; those that are joined to others go.</param>
    /// <param name="days">Tells acts apart by their dates.</param>
    public static void Join(List<MergedEvent> merged, ActDays days)
    {
        foreach (var act in merged.ToLookup(e => (e.Actor.Name, e.Action, e.Status, e.Occasion)))
        {
            var events = act.ToList();
            var homes = new List<(MergedEvent Event, MergedEvent? Home)>();
            foreach (var e in events)
            {
                if (IsHeadline(e)) homes.Add((e, Only(events, o => o != e && IsSet(o) && !IsInTitle(o.Target) && MayCount(e, o) && days.IsOfTheNews(o))));
                else if (RuledBy(e.Target) is { } country) homes.Add((e, Only(events, o => o != e && o.Target is { Kind: NominalKind.Country } c && c.Canonical == country && !ShareSentence(e, o))));
            }

            foreach (var (e, home) in homes) JoinTo(merged, e, home);
        }
    }

    static MergedEvent? Only(List<MergedEvent> events, Predicate<MergedEvent> may) => events.FindAll(may) is [var only] ? only : null;

    // The surer of the two says how the target is called.
    static void JoinTo(List<MergedEvent> merged, MergedEvent e, MergedEvent? home)
    {
        if (home is null) return;
        if (!IsInTitle(e.Target) && e.Best.P > home.Best.P) (home.Target, home.TargetKey) = (e.Target, e.TargetKey);
        var proposals = home.Proposals.Concat(e.Proposals).OrderBy(p => p.Anchor.Sentence.Number).ToList();
        home.Proposals.Clear();
        home.Proposals.AddRange(proposals);
        merged.Remove(e);
    }

    // "Dozens of Russian officials" above the one set that the body counts or describes.
    static bool IsHeadline(MergedEvent e) => IsSet(e) && e.Proposals.TrueForAll(p => IsInTitle(p.Target)) && (Descriptions.Number(e.Target) is not { } number || Numerals.Value(number) is null);

    static bool MayCount(MergedEvent headline, MergedEvent body) =>
        Descriptions.AreOfOneKind(headline.Target, body.Target) && !Descriptions.AreOfTwoNations(headline.Target, body.Target)
        && (Descriptions.Number(headline.Target) is null or "several" || Descriptions.Number(body.Target) is not { } number || Numerals.Value(number) is not < Many);

    static bool IsSet(MergedEvent e) => e.Target is { Kind: NominalKind.Common, Type: TargetType.Group };

    static bool IsInTitle(Nominal n) => n.Sentence.Kind == BlockKind.Title;

    static bool ShareSentence(MergedEvent a, MergedEvent b) => a.Proposals.Exists(p => b.Proposals.Exists(q => p.Target.Sentence == q.Target.Sentence));

    // "the Government of Sudan", "Fiji's military regime": the country by who rules it.
    static string? RuledBy(Nominal n)
    {
        string? country = null;
        var isRuler = false;
        for (var i = n.First; i < n.End; i++)
        {
            if (n.Sentence.AuthorityAt(i) is >= 0 and var at && n.Sentence.Authorities[at].Entry is { Kind: AuthorityKind.State or AuthorityKind.Adjective or AuthorityKind.Government, Agency: null } entry)
            {
                if (country is not null && country != entry.Name) return null;
                country = entry.Name;
                isRuler |= entry.Kind == AuthorityKind.Government;
            }
            else if (Rulers.Contains(n.Sentence.Lemma(i)) || Rulers.Contains(n.Sentence.Form(i)))
            {
                isRuler = true;
            }
            else if (!Between.Contains(n.Sentence.Form(i)))
            {
                return null;
            }
        }

        return isRuler && n.Kind != NominalKind.Country ? country : null;
    }
}
