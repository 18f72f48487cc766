using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reasons;

/// <summary>Chooses the reason of a record among the spans near the places that state it and in sentences that name its target.</summary>
public sealed class ReasonChooser(Judge judge, TokenNotes notes, RelateOptions options)
{
    const int Before = 1;
    const int After = 3;
    readonly Features features = new();
    readonly Dictionary<int, List<ReasonCandidate>> bySentence = [];

    public Filler? Choose(DocumentView document, MergedEvent e)
    {
        ReasonCandidate? best = null;
        var bestP = options.MinReason;
        foreach (var s in document.Sentences)
        {
            if (!IsNear(s, e)) continue;
            if (!bySentence.TryGetValue(s.Number, out var candidates)) bySentence[s.Number] = candidates = ReasonFinder.Find(s, notes.Reasons(s));
            var own = e.Proposals.Exists(p => p.Anchor.Sentence == s);
            foreach (var candidate in candidates)
            {
                ReasonFeatures.For(features, notes, e, candidate);
                var p = judge.Reason(e, candidate, features);
                if (!own) p *= options.OtherSentence;
                if (p > bestP) (best, bestP) = (candidate, p);
            }
        }

        return best is null ? null : new(best.Range, CleanWords(best.Range.Of(document.Text)));
    }

    static bool IsNear(SentenceView s, MergedEvent e)
    {
        foreach (var p in e.Proposals)
            if (s.Number >= p.Anchor.Sentence.Number - Before && s.Number <= p.Anchor.Sentence.Number + After) return true;
        return false;
    }

    // Verbatim but for white space and soft hyphens.
    static string CleanWords(string words) => string.Join(' ', words.Replace("\u00ad", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
