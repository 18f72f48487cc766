using Extraction.Documents;
using Extraction.Relate.Merge;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Accept;

/// <summary>The merged records of an article by what they have in common, so that each is compared with few of thousands.</summary>
public sealed class AcceptContext
{
    readonly ILookup<string, MergedEvent> byTarget;
    readonly ILookup<(ActKind, string, SentenceView), MergedEvent> byAct;
    readonly ILookup<SentenceView, MergedEvent> bySentence;
    readonly Dictionary<string, double> actors;
    readonly Dictionary<ActStatus, double> statuses;
    readonly Dictionary<ActKind, double> actions;
    readonly double mass;
    readonly HashSet<ActKind> uponOthers;

    public AcceptContext(IReadOnlyList<MergedEvent> all)
    {
        byTarget = all.ToLookup(e => e.TargetKey);
        byAct = all.ToLookup(e => (e.Action, e.Actor.Name, e.Best.Target.Sentence));
        bySentence = all.ToLookup(e => e.Target.Sentence);
        actors = all.GroupBy(e => e.Actor.Name).ToDictionary(g => g.Key, g => g.Sum(e => e.Best.P));
        statuses = all.GroupBy(e => e.Status).ToDictionary(g => g.Key, g => g.Sum(e => e.Best.P));
        actions = all.GroupBy(e => e.Action).ToDictionary(g => g.Key, g => g.Sum(e => e.Best.P));
        mass = all.Sum(e => e.Best.P);
        uponOthers = [.. all.Where(e => e.TargetType != TargetType.Country).Select(e => e.Action)];
    }

    /// <summary>The others upon the same target.</summary>
    public IEnumerable<MergedEvent> UponTarget(MergedEvent e) => byTarget[e.TargetKey].Where(o => o != e);

    /// <summary>What else its sentence is said to hit by the same act of the same authority.</summary>
    public IEnumerable<MergedEvent> ListOf(MergedEvent e) => byAct[(e.Action, e.Actor.Name, e.Best.Target.Sentence)].Where(o => o.TargetKey != e.TargetKey);

    /// <summary>The others whose target is named in the same sentence.</summary>
    public IEnumerable<MergedEvent> InSentence(MergedEvent e) => bySentence[e.Target.Sentence].Where(o => o != e);

    /// <summary>Share of the article's records, weighed by their probabilities, that these authorities have.</summary>
    public double ShareOf(IEnumerable<string> authorities) => authorities.Sum(a => actors.GetValueOrDefault(a)) / mass;

    /// <summary>The same of a status.</summary>
    public double ShareOf(ActStatus status) => statuses[status] / mass;

    /// <summary>The same of a kind of act.</summary>
    public double ShareOf(ActKind action) => actions[action] / mass;

    /// <summary>True if the article tells of such an act upon other targets than countries.</summary>
    public bool HitsOthers(ActKind action) => uponOthers.Contains(action);
}
