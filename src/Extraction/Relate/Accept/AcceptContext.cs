using Extraction.Documents;
using Extraction.Relate.Anchors;
using Extraction.Relate.Merge;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Accept;

/// <summary>The merged records of an article by what they have in common, so that each is compared with few of thousands.</summary>
public sealed class AcceptContext
{
    /// <summary>A word that more targets of an act than this share tells none of them.</summary>
    const int MaxBearers = 40;

    readonly Dictionary<MergedEvent, (double P, int Rank)> standing;
    readonly ILookup<string, MergedEvent> byTarget;
    readonly ILookup<(ActKind, string, SentenceView), MergedEvent> byList;
    readonly ILookup<SentenceView, MergedEvent> bySentence;
    readonly Dictionary<SentenceView, Dictionary<Act, double>> statedIn = [];
    readonly Dictionary<SentenceView, HashSet<string>> hitIn = [];
    readonly Dictionary<Act, ActRecords> byAct;
    readonly Dictionary<string, double> actors;
    readonly Dictionary<ActStatus, double> statuses;
    readonly Dictionary<ActKind, double> actions;
    readonly Dictionary<ActKind, double> uponOthers;
    readonly Dictionary<(ActKind, ActStatus, TargetType), int> kinds;
    readonly double mass;

    public AcceptContext(IReadOnlyList<MergedEvent> all)
    {
        standing = all.Select(e => (Event: e, e.Best.P)).OrderByDescending(e => e.P).Select((e, rank) => (e.Event, e.P, rank)).ToDictionary(e => e.Event, e => (e.P, e.rank));
        byTarget = all.ToLookup(e => e.TargetKey);
        byList = all.ToLookup(e => (e.Action, e.Actor.Name, e.Best.Target.Sentence));
        bySentence = all.ToLookup(e => e.Target.Sentence);
        byAct = all.GroupBy(Act.Of).ToDictionary(g => g.Key, g => new ActRecords([.. g], this));
        actors = all.GroupBy(e => e.Actor.Name).ToDictionary(g => g.Key, g => g.Sum(POf));
        statuses = all.GroupBy(e => e.Status).ToDictionary(g => g.Key, g => g.Sum(POf));
        actions = all.GroupBy(e => e.Action).ToDictionary(g => g.Key, g => g.Sum(POf));
        uponOthers = all.Where(e => e.TargetType != TargetType.Country).GroupBy(e => e.Action).ToDictionary(g => g.Key, g => g.Max(POf));
        kinds = all.CountBy(e => (e.Action, e.Status, e.TargetType)).ToDictionary();
        mass = all.Sum(POf);
        foreach (var e in all)
        {
            var s = e.Best.Anchor.Sentence;
            if (!statedIn.TryGetValue(s, out var acts)) statedIn[s] = acts = [];
            acts[Act.Of(e)] = Math.Max(acts.GetValueOrDefault(Act.Of(e)), POf(e));
            if (!hitIn.TryGetValue(s, out var targets)) hitIn[s] = targets = [];
            targets.Add(e.TargetKey);
        }
    }

    /// <summary>Number of records.</summary>
    public int Count => standing.Count;

    /// <summary>The record's probability at its surest place.</summary>
    public double POf(MergedEvent e) => standing[e].P;

    /// <summary>0 for the most probable record of the article.</summary>
    public int RankOf(MergedEvent e) => standing[e].Rank;

    /// <summary>The others upon the same target.</summary>
    public IEnumerable<MergedEvent> UponTarget(MergedEvent e) => byTarget[e.TargetKey].Where(o => o != e);

    /// <summary>What else its sentence is said to hit by the same act of the same authority.</summary>
    public IEnumerable<MergedEvent> ListOf(MergedEvent e) => byList[(e.Action, e.Actor.Name, e.Best.Target.Sentence)].Where(o => o.TargetKey != e.TargetKey);

    /// <summary>The others whose target is named in the same sentence.</summary>
    public IEnumerable<MergedEvent> InSentence(MergedEvent e) => bySentence[e.Target.Sentence].Where(o => o != e);

    /// <summary>All records of its act: same authority, action and status.</summary>
    public ActRecords ActOf(MergedEvent e) => byAct[Act.Of(e)];

    /// <summary>The acts that are stated where this one is, each with the probability of its likeliest record.</summary>
    public IReadOnlyDictionary<Act, double> StatedWith(MergedEvent e) => statedIn[e.Best.Anchor.Sentence];

    /// <summary>How many targets the sentence that states it hits.</summary>
    public int HitWith(MergedEvent e) => hitIn[e.Best.Anchor.Sentence].Count;

    /// <summary>Share of the article's records, weighed by their probabilities, that these authorities have.</summary>
    public double ShareOf(IEnumerable<string> authorities) => authorities.Sum(a => actors.GetValueOrDefault(a)) / mass;

    /// <summary>The same of a status.</summary>
    public double ShareOf(ActStatus status) => statuses[status] / mass;

    /// <summary>The same of a kind of act.</summary>
    public double ShareOf(ActKind action) => actions[action] / mass;

    /// <summary>True if the article tells of such an act upon other targets than countries.</summary>
    public bool HitsOthers(ActKind action) => uponOthers.ContainsKey(action);

    /// <summary>Probability of the likeliest such act upon another target than a country; 0 if there is none.</summary>
    public double UponOthers(ActKind action) => uponOthers.GetValueOrDefault(action);

    /// <summary>How many records of this action and status have such a target.</summary>
    public int CountOf(MergedEvent e) => kinds[(e.Action, e.Status, e.TargetType)];

    /// <summary>Who does what, and how far it is done.</summary>
    public readonly record struct Act(string Actor, ActKind Action, ActStatus Status)
    {
        public static Act Of(MergedEvent e) => new(e.Actor.Name, e.Action, e.Status);
    }

    /// <summary>The records of one act.</summary>
    public sealed class ActRecords
    {
        readonly AcceptContext context;
        readonly Dictionary<TargetType, double> types;
        readonly Dictionary<string, List<MergedEvent>> byWord = [];
        readonly double first;
        readonly double second;

        internal ActRecords(List<MergedEvent> records, AcceptContext context)
        {
            this.context = context;
            Count = records.Count;
            Sum = records.Sum(context.POf);
            types = records.GroupBy(e => e.TargetType).ToDictionary(g => g.Key, g => g.Sum(context.POf));
            foreach (var p in records.Select(context.POf))
                (first, second) = p > first ? (p, first) : (first, Math.Max(second, p));
            foreach (var e in records)
                foreach (var word in e.TargetKey.Split(' ').Distinct())
                {
                    if (!byWord.TryGetValue(word, out var bearers)) byWord[word] = bearers = [];
                    bearers.Add(e);
                }
        }

        public int Count { get; }

        /// <summary>Sum of the probabilities.</summary>
        public double Sum { get; }

        /// <summary>Probability of the likeliest record but this one.</summary>
        public double MostBut(MergedEvent e) => context.POf(e) >= first ? second : first;

        /// <summary>Sum of the probabilities of the records with other kinds of targets.</summary>
        public double SumBut(TargetType type) => Sum - types[type];

        /// <summary>The other record whose target is named most alike: the share of the longer name's words that both have, and its probability.</summary>
        public (double Likeness, double P) MostAlike(MergedEvent e)
        {
            var words = e.TargetKey.Split(' ').Distinct().ToList();
            var common = new Dictionary<MergedEvent, int>();
            foreach (var bearers in words.Select(w => byWord[w]).Where(b => b.Count <= MaxBearers))
                foreach (var other in bearers)
                    if (other.TargetKey != e.TargetKey) common[other] = common.GetValueOrDefault(other) + 1;
            var most = (Likeness: 0.0, P: 0.0);
            foreach (var (other, count) in common)
                most = Max(most, ((double)count / Math.Max(words.Count, other.TargetKey.Split(' ').Distinct().Count()), context.POf(other)));
            return most;
        }

        static (double Likeness, double P) Max((double Likeness, double P) a, (double Likeness, double P) b) => a.CompareTo(b) >= 0 ? a : b;
    }
}
