using Extraction.Knowledge;
using Extraction.Learning;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reading;

/// <summary>Pairs what stands for a target that is named elsewhere (a pronoun, an act without an object) with the names that it may stand for.</summary>
public sealed class ReferentReader(IFeatureIndex index)
{
    const int Back = 40;
    const int Ahead = 3;

    /// <param name="queries">What stands for a target, in order.</param>
    /// <param name="sentences">The sentences read in one piece.</param>
    /// <param name="offsets">Where each of those sentences' tokens start.</param>
    /// <returns>The inputs, and for each candidate the mention.</returns>
    public (PairInputs Inputs, List<Nominal> Candidates) Read(IReadOnlyList<Span> queries, ReadOnlySpan<SentenceView> sentences, IReadOnlyDictionary<int, int> offsets)
    {
        var pairs = new PairTable(index, 230);
        var candidates = new List<Nominal>();
        foreach (var s in sentences)
            foreach (var n in NominalFinder.Find(s))
                if (n.Kind is NominalKind.Name or NominalKind.Country) candidates.Add(n);
        var counts = candidates.CountBy(Key).ToDictionary(StringComparer.Ordinal);
        for (var q = 0; q < queries.Count; q++)
            for (var c = 0; c < candidates.Count; c++)
            {
                var distance = queries[q].Sentence.Number - candidates[c].Sentence.Number;
                if (distance is > Back or < -Ahead && candidates[c].Sentence.Number > 1) continue;
                pairs.Begin(q, c);
                AddFeatures(pairs, queries[q], candidates[c], counts[Key(candidates[c])] / (double)candidates.Count, distance);
            }

        return (pairs.ToInputs(queries.Select(s => offsets[s.Sentence.Number] + s.Head), candidates.Select(n => offsets[n.Sentence.Number] + n.Head)), candidates);
    }

    /// <summary>What all mentions of one name share: its last word, the legal form of a company aside.</summary>
    public static string Key(Nominal n)
    {
        var last = n.End - 1;
        while (last > n.First && (n.Sentence.Form(last) == "." || TitleWords.IsLegalForm(n.Sentence.Form(last)))) last--;
        return n.Canonical ?? n.Sentence.Form(last);
    }

    static void AddFeatures(PairTable pairs, Span q, Nominal n, double share, int distance)
    {
        var s = n.Sentence;
        var word = Hashing.Of(q.Sentence.Lemma(q.Head));
        var kind = (ulong)n.Kind * 10 + (ulong)n.Type;
        var far = (ulong)(Math.Clamp(distance, -2, 8) + 20);
        pairs.Add(0, far, kind);
        pairs.Add(1, word, kind);
        pairs.Add(2, (ulong)Math.Min(9, (int)(20 * share)), kind);
        pairs.Add(3, Hashing.Of(s.Deprel(n.Head)), kind);
        pairs.Add(4, (ulong)s.Kind, (ulong)Math.Min(s.Number, 3));
        pairs.Add(5, word, far);
        if (n.Canonical is { } state) pairs.Add(6, (ulong)(10 * s.View.ShareOf(state)), s.View.SpeakerOf(state) ? 1ul : 0);
        if (distance == 0) pairs.Add(7, n.End <= q.First ? 1ul : 2ul, Hashing.Of(Paths.Between(s, n.Head, q.Head)));
    }
}
