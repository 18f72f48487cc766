using Extraction.Learning.Neural;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reading;

/// <summary>For what names no target itself (a pronoun, an act without an object) the name that it most likely stands for.</summary>
public sealed class ReferentChooser(ReadingModel model)
{
    /// <summary>True for a pronoun, and for the word of an act without an object.</summary>
    public static bool StandsForAnother(Span span) =>
        span.End == span.First + 1 && !NominalFinder.Find(span.Sentence).Any(n => n.First <= span.First && span.First < n.End && n.Kind != NominalKind.Anaphor);

    /// <summary>By span the name, and its probability over all of its mentions.</summary>
    public Dictionary<Span, (Nominal Target, double P)> Choose(
        IReadOnlyList<ScoredSpan> found, Tape tape, Tensor states, ReadOnlySpan<SentenceView> sentences, IReadOnlyDictionary<int, int> offsets)
    {
        var queries = found.Select(f => f.Span).Where(StandsForAnother).ToList();
        var named = new Dictionary<Span, (Nominal, double)>();
        if (queries.Count == 0) return named;
        var (inputs, candidates) = new ReferentReader(model.Pairs).Read(queries, sentences, offsets);
        var scores = model.Network.Refer(tape, states, inputs);
        foreach (var (q, first, end) in inputs.Runs())
            if (end > first) named[queries[q]] = Likeliest(candidates, inputs, first, Choice.AmongRows(scores, first, end));

        return named;
    }

    static (Nominal Target, double P) Likeliest(List<Nominal> candidates, PairInputs inputs, int first, double[] p) =>
        Enumerable.Range(0, p.Length)
            .GroupBy(i => ReferentReader.Key(candidates[inputs.Candidate[first + i]]), StringComparer.Ordinal)
            .Select(mentions => (candidates[inputs.Candidate[first + mentions.MaxBy(i => p[i])]], P: mentions.Sum(i => p[i])))
            .MaxBy(name => name.P);
}
