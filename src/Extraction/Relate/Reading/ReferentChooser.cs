using Extraction.Learning.Neural;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reading;

/// <summary>A name that a pronoun, or an act without an object, may stand for.</summary>
/// <param name="Target">Its likeliest mention.</param>
/// <param name="P">Its probability over all of its mentions.</param>
public readonly record struct Referent(Nominal Target, double P);

/// <summary>For what names no target itself (a pronoun, an act without an object) the names that it may stand for.</summary>
public sealed class ReferentChooser(ReadingModel model)
{
    /// <summary>True for a pronoun, and for the word of an act without an object.</summary>
    public static bool StandsForAnother(Span span) =>
        span.End == span.First + 1 && !NominalFinder.Find(span.Sentence).Any(n => n.First <= span.First && span.First < n.End && n.Kind != NominalKind.Anaphor);

    /// <summary>By span the names, the likeliest first; at least one.</summary>
    public Dictionary<Span, List<Referent>> Choose(
        IReadOnlyList<ScoredSpan> found, Tape tape, Tensor states, ReadOnlySpan<SentenceView> sentences, IReadOnlyDictionary<int, int> offsets)
    {
        var queries = found.Select(f => f.Span).Where(StandsForAnother).ToList();
        var named = new Dictionary<Span, List<Referent>>();
        if (queries.Count == 0) return named;
        var (inputs, candidates) = new ReferentReader(model.Pairs).Read(queries, sentences, offsets);
        var scores = model.Network.Refer(tape, states, inputs);
        foreach (var (q, first, end) in inputs.Runs())
            if (end > first) named[queries[q]] = ByLikelihood(candidates, inputs, first, Choice.AmongRows(scores, first, end));

        return named;
    }

    static List<Referent> ByLikelihood(List<Nominal> candidates, PairInputs inputs, int first, double[] p) =>
        [.. Enumerable.Range(0, p.Length)
            .GroupBy(i => ReferentReader.Key(candidates[inputs.Candidate[first + i]]), StringComparer.Ordinal)
            .Select(mentions => new Referent(candidates[inputs.Candidate[first + mentions.MaxBy(i => p[i])]], mentions.Sum(i => p[i])))
            .OrderByDescending(name => name.P)];
}
