using Extraction.Learning.Neural;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reading;

/// <summary>Finds the targets of a sentence in the network's scores, and the acts whose target it does not name.</summary>
sealed class TargetFinder(RelateOptions options)
{
    /// <summary>Stands between the names of a list, and in none.</summary>
    const string Parts = ";";

    /// <summary>How likely the name of an entry of a list is a target where the sentence above says that entries are added or removed.</summary>
    const double Entry = 0.9;

    /// <summary>Targets, in order: what the tags spell, and phrases that they half believe in; of those that share words the likelier one.</summary>
    public List<ScoredSpan> Find(SentenceView s, Tensor scores, int offset)
    {
        if (IsRollCall(s)) return [];
        var kept = SpanDecoder.Decode(scores, offset, s, TagLayout.Target, options.Eagerness, Parts);
        var doubtful = new List<ScoredSpan>();
        foreach (var n in NominalFinder.Find(s))
        {
            if (n.Kind == NominalKind.Anaphor) continue;
            var p = SpanDecoder.P(scores, offset, s, n.First, n.End, TagLayout.Target, Parts);
            if (n.Kind == NominalKind.Name && ListEntries.IsEntry(s, n.First) && ListEntries.IsListed(s))
            {
                kept.RemoveAll(k => k.Span.First < n.End && n.First < k.Span.End);
                p = Math.Max(p, Entry);
            }

            if (p >= options.MinTarget) doubtful.Add(new(new(s, n.First, n.End, n.Head), p));
        }

        foreach (var d in doubtful.OrderByDescending(d => d.P))
            if (!kept.Exists(k => k.Span.First < d.Span.End && d.Span.First < k.Span.End)) kept.Add(d);
        if (ListEntries.IsOfIndividual(s)) kept.RemoveAll(k => k.Span.First > 0 || ListEntries.IsAmended(s));
        kept.RemoveAll(k => IsInTitleOfList(s, k.Span.End));
        Apposition.Settle(s, kept);
        AddImplicit(s, scores, offset, kept);
        kept.Sort((a, b) => a.Span.First.CompareTo(b.Span.First));
        return kept;
    }

    // "The following spoke: …", as minutes have it: those who follow are the house.
    static bool IsRollCall(SentenceView s) =>
        s.Form(0) == "The" && s.Form(1) == "following" && Enumerable.Range(2, Math.Min(4, Math.Max(0, s.Count - 2))).Any(i => s.Form(i) is "spoke" or "voted" or "attended" or "participated" or "intervened" or "abstained");

    // "The Al-Qaida Sanctions List", "the Iran sanctions committee" name whom they are about, and nobody who was put there.
    static bool IsInTitleOfList(SentenceView s, int behind) =>
        s.Form(behind) is "Sanctions" or "sanctions" && s.Form(behind + 1) is "List" or "list" or "Committee" or "committee" or "Act" or "Regulations" or "regulations";

    // "The sanctions imposed in 1998": an act upon a target that its sentence does not name.
    void AddImplicit(SentenceView s, Tensor scores, int offset, List<ScoredSpan> found)
    {
        Span<double> p = stackalloc double[2];
        for (var i = 0; i < s.Count; i++)
        {
            Choice.Softmax(scores.Row(offset + i)[TagLayout.Implicit], p);
            if (p[1] >= options.MinImplicit) found.Add(new(new(s, i, i + 1, i), p[1]));
        }
    }
}
