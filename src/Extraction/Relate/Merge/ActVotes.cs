using Extraction.Documents;
using Extraction.Relate.Anchors;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Merge;

/// <summary>
/// What the reader of an article believes about the reason and the date of an act (same authority, action and status) as a whole: the mean
/// of its votes for all records of the act that have a say, each as heavy as its confidence. A reason for all is often seen at some
/// targets only; those of a list far below have no words of their own.
/// </summary>
public sealed class ActVotes
{
    readonly Dictionary<(string Actor, ActKind, ActStatus), Pool> pools = [];

    /// <param name="events">The records of an article with their confidence, those that will not be written too, so that what is found does not hang on the least confidence asked for.</param>
    public ActVotes(IReadOnlyCollection<MergedEvent> events)
    {
        foreach (var act in events.GroupBy(KeyOf)) pools[act.Key] = new([.. act]);
    }

    /// <summary>How likely a reason of the act begins at a token or next to it; 0 to 1.</summary>
    public double Reason(MergedEvent e, SentenceView s, int first) => pools[KeyOf(e)].Reason(s, first);

    /// <summary>The same of the one record of the act for which it is likeliest, which does not fade in a list of thousands that cannot see it; 0 to 1.</summary>
    public double SurestReason(MergedEvent e, SentenceView s, int first) => pools[KeyOf(e)].SurestReason(s, first);

    /// <summary>How likely a record of the act has no reason, on the mean; 0 to 1.</summary>
    public double NoReason(MergedEvent e) => pools[KeyOf(e)].NoReason;

    /// <summary>How likely has no reason whichever record of the act most likely has one; 0 to 1.</summary>
    public double LeastNoReason(MergedEvent e) => pools[KeyOf(e)].LeastNoReason;

    /// <summary>How likely the words of a date, by its number in the article, date the act; 0 to 1.</summary>
    public double Date(MergedEvent e, int number) => pools[KeyOf(e)].Dates.GetValueOrDefault(number);

    /// <summary>How likely the publication date dates the act; 0 to 1.</summary>
    public double Published(MergedEvent e) => pools[KeyOf(e)].Published;

    /// <summary>How likely nothing dates the act; 0 to 1.</summary>
    public double NoDate(MergedEvent e) => pools[KeyOf(e)].NoDate;

    static (string, ActKind, ActStatus) KeyOf(MergedEvent e) => (e.Actor.Name, e.Action, e.Status);

    sealed class Pool
    {
        readonly Dictionary<(int, int), double> reasons;
        readonly Dictionary<(int, int), double> surest;

        public Pool(List<MergedEvent> events)
        {
            var told = events.FindAll(e => e.Proposals.Exists(p => p.Reasons is not null));
            (reasons, surest) = (Means(told, p => p.Reasons?.At), Surest(told, p => p.Reasons?.At));
            NoReason = Mean(told, e => e.Proposals.Min(p => p.Reasons?.None ?? 1));
            LeastNoReason = told.Count == 0 ? 0 : told.Min(e => e.Proposals.Min(p => p.Reasons?.None ?? 1));
            var dated = events.FindAll(e => e.Proposals.Exists(p => p.Dates is not null));
            Dates = Means(dated, p => p.Dates?.At);
            Published = Mean(dated, e => e.Proposals.Max(p => p.Dates?.Published ?? 0));
            NoDate = Mean(dated, e => e.Proposals.Max(p => p.Dates?.None ?? 0));
        }

        public double NoReason { get; }

        public double LeastNoReason { get; }

        public Dictionary<int, double> Dates { get; }

        public double Published { get; }

        public double NoDate { get; }

        public double Reason(SentenceView s, int first) => Around(reasons, s, first);

        public double SurestReason(SentenceView s, int first) => Around(surest, s, first);

        static double Around(Dictionary<(int, int), double> votes, SentenceView s, int first)
        {
            var sum = 0.0;
            for (var i = first - ReasonVotes.Near; i <= first + ReasonVotes.Near; i++) sum += votes.GetValueOrDefault((s.Number, i));
            return Math.Min(1, sum);
        }

        static double Mean(List<MergedEvent> events, Func<MergedEvent, double> of)
        {
            var weight = events.Sum(e => e.Confidence);
            return weight == 0 ? 0 : events.Sum(e => e.Confidence * of(e)) / weight;
        }

        static Dictionary<TKey, double> Means<TKey>(List<MergedEvent> events, Func<Proposal, IReadOnlyDictionary<TKey, double>?> votesOf) where TKey : notnull
        {
            var means = new Dictionary<TKey, double>();
            var weight = events.Sum(e => e.Confidence);
            foreach (var e in events.Where(e => e.Confidence > 0))
                foreach (var (at, vote) in OfRecord(e, votesOf)) means[at] = means.GetValueOrDefault(at) + (vote * e.Confidence / weight);
            return means;
        }

        static Dictionary<TKey, double> Surest<TKey>(List<MergedEvent> events, Func<Proposal, IReadOnlyDictionary<TKey, double>?> votesOf) where TKey : notnull
        {
            var surest = new Dictionary<TKey, double>();
            foreach (var e in events.Where(e => e.Confidence > 0))
                foreach (var (at, vote) in OfRecord(e, votesOf)) surest[at] = Math.Max(surest.GetValueOrDefault(at), vote * e.Confidence);
            return surest;
        }

        // Of the places of a record the surest counts.
        static Dictionary<TKey, double> OfRecord<TKey>(MergedEvent e, Func<Proposal, IReadOnlyDictionary<TKey, double>?> votesOf) where TKey : notnull
        {
            var most = new Dictionary<TKey, double>();
            foreach (var p in e.Proposals)
            {
                if (votesOf(p) is not { } votes) continue;
                foreach (var (at, vote) in votes) most[at] = Math.Max(most.GetValueOrDefault(at), vote);
            }

            return most;
        }
    }
}
