using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reasons;

/// <summary>
/// Chooses the reason of a record among the spans near the places that state it, and none. A span is as likely as all spans
/// together that say much the same.
/// </summary>
/// <param name="judge">Weighs the options.</param>
/// <param name="notes">What the reader of the article noted.</param>
/// <param name="votes">What it believes about all records of an act.</param>
public sealed class ReasonChooser(Judge judge, TokenNotes notes, ActVotes votes)
{
    const int Before = 2;
    const int After = 3;

    /// <summary>Farther away only what the reader of the article took for a reason, of anything or of this record, counts.</summary>
    const int Far = 12;
    const double LeastFar = 0.15;

    /// <summary>How much of their words two spans share (F1) that say the same.</summary>
    const double Alike = 0.5;

    readonly Features features = new();
    readonly Dictionary<int, List<ReasonCandidate>> bySentence = [];
    readonly Dictionary<ReasonCandidate, uint[]> ofSpans = new(ReferenceEqualityComparer.Instance);

    public Filler? Choose(DocumentView document, MergedEvent e)
    {
        var candidates = Candidates(document, e);
        var weights = new List<double>();
        var noted = candidates.ConvertAll(c => ReasonFeatures.Noted(notes, c));
        var voted = candidates.ConvertAll(c => ReasonFeatures.Voted(e, c));
        var ofAct = candidates.ConvertAll(c => (Mean: votes.Reason(e, c.Sentence, c.First), Surest: votes.SurestReason(e, c.Sentence, c.First)));
        var (surest, mostVoted, mostOfAct) = (noted.DefaultIfEmpty(0).Max(), voted.DefaultIfEmpty(0).Max(), ofAct.Select(v => v.Mean).DefaultIfEmpty(0).Max());
        for (var i = 0; i < candidates.Count; i++)
        {
            ReasonFeatures.For(features, OfSpan(candidates[i]), notes, e, candidates[i], (noted[i], surest), (voted[i], mostVoted), (ofAct[i].Mean, ofAct[i].Surest, mostOfAct));
            weights.Add(judge.Reason(e, candidates[i], features));
        }

        ReasonFeatures.ForNone(features, notes, e, candidates, votes);
        weights.Add(judge.Reason(e, null, features));
        var p = Judge.Share(weights);
        var (best, most) = ((ReasonCandidate?)null, p[^1]);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (p[i] < 0.01) continue;
            var sum = 0.0;
            for (var k = 0; k < candidates.Count; k++)
                if (Overlap(candidates[i], candidates[k]) >= Alike) sum += p[k];
            // Of spans with the same support the likelier.
            sum += p[i] * 0.01;
            if (sum > most) (best, most) = (candidates[i], sum);
        }

        return best is null ? null : new(best.Range, Words.Clean(best.Range.Of(document.Text)));
    }

    uint[] OfSpan(ReasonCandidate c)
    {
        if (ofSpans.TryGetValue(c, out var known)) return known;
        ReasonFeatures.OfSpan(features, notes, c);
        return ofSpans[c] = features.Items.ToArray();
    }

    /// <summary>The spans that could be the reason of a record.</summary>
    public List<ReasonCandidate> Candidates(DocumentView document, MergedEvent e)
    {
        var found = new List<ReasonCandidate>();
        foreach (var s in document.Sentences)
        {
            var near = IsWithin(s, e, Before, After);
            if (!near && s.Number > 2 && !IsWithin(s, e, Far, Far)) continue;
            if (!bySentence.TryGetValue(s.Number, out var candidates)) bySentence[s.Number] = candidates = ReasonFinder.Find(s, notes);
            found.AddRange(near ? candidates : candidates.Where(c => notes.ReasonCovers(s, c.First, c.End) >= LeastFar || ReasonFeatures.Voted(e, c) >= LeastFar || votes.Reason(e, s, c.First) >= LeastFar));
        }

        return found;
    }

    static double Overlap(ReasonCandidate a, ReasonCandidate b) =>
        a.Sentence != b.Sentence ? 0 : 2.0 * Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.First, b.First)) / (a.End - a.First + b.End - b.First);

    static bool IsWithin(SentenceView s, MergedEvent e, int before, int after)
    {
        foreach (var p in e.Proposals)
            if (s.Number >= p.Anchor.Sentence.Number - before && s.Number <= p.Anchor.Sentence.Number + after) return true;
        return false;
    }
}
