using Extraction.Learning;
using Extraction.Relate.Reasons;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>A token at which a reason may begin.</summary>
/// <param name="Sentence">Its sentence; null for "no reason is given".</param>
/// <param name="Token">Its number; of "none" that of the target.</param>
public readonly record struct ReasonStart(SentenceView? Sentence, int Token);

/// <summary>Pairs every target with the tokens at which the reason for acting upon it may begin, and with none.</summary>
public sealed class ReasonReader(IFeatureIndex index)
{
    /// <summary>Sentences before and after the target in which its reason is sought; the first ones of the article always are.</summary>
    const int Back = 10;
    const int Ahead = 12;
    const int FirstSentences = 3;

    readonly Dictionary<int, List<ReasonCandidate>> startsOf = [];

    /// <param name="spans">Targets, in order.</param>
    /// <param name="sentences">The sentences read in one piece.</param>
    /// <param name="offsets">Where each of those sentences' tokens start.</param>
    /// <returns>The inputs, and for each candidate where it is.</returns>
    public (PairInputs Inputs, List<ReasonStart> Starts) Read(IReadOnlyList<Span> spans, ReadOnlySpan<SentenceView> sentences, IReadOnlyDictionary<int, int> offsets)
    {
        var pairs = new PairTable(index, 260);
        var (starts, tokens, numbers) = (new List<ReasonStart>(), new List<int>(), new Dictionary<ReasonStart, int>());
        for (var q = 0; q < spans.Count; q++)
        {
            var t = spans[q];
            pairs.Begin(q, NumberOf(new(null, q), offsets[t.Sentence.Number] + t.Head));
            pairs.Add(0, 0);
            foreach (var s in sentences)
            {
                var distance = s.Number - t.Sentence.Number;
                if (distance is < -Back or > Ahead && s.Number > FirstSentences) continue;
                var names = SpanPlaces.NamedIn(s, t, spans);
                foreach (var c in StartsOf(s))
                {
                    pairs.Begin(q, NumberOf(new(s, c.First), offsets[s.Number] + c.First));
                    AddFeatures(pairs, t, c, distance, names, spans);
                }
            }
        }

        return (pairs.ToInputs(spans.Select(s => offsets[s.Sentence.Number] + s.Head), tokens), starts);

        int NumberOf(ReasonStart start, int token)
        {
            if (numbers.TryGetValue(start, out var number)) return number;
            starts.Add(start);
            tokens.Add(token);
            return numbers[start] = starts.Count - 1;
        }
    }

    // Of every token at which a span may begin the first way to it.
    List<ReasonCandidate> StartsOf(SentenceView s)
    {
        if (!startsOf.TryGetValue(s.Number, out var starts)) startsOf[s.Number] = starts = [.. ReasonFinder.Find(s, TokenNotes.None).DistinctBy(c => c.First)];
        return starts;
    }

    static void AddFeatures(PairTable pairs, Span t, ReasonCandidate c, int distance, ulong names, IReadOnlyList<Span> spans)
    {
        var s = c.Sentence;
        var cue = Hashing.Of(c.Cue);
        var far = SpanPlaces.Distance(distance);
        pairs.Add(1, far);
        pairs.Add(2, cue, far);
        pairs.Add(3, (ulong)Math.Min(s.Number, FirstSentences), (ulong)s.Kind);
        pairs.Add(4, names, far);
        pairs.Add(5, names, cue);
        if (s != t.Sentence) return;
        pairs.Add(6, SpanPlaces.Side(t, c.First), cue);
        SpanPlaces.Add(pairs, 7, t, c.First, c.First, spans);
        pairs.Add(11, t.First <= c.First && c.First < t.End ? 1ul : 2ul, cue);
    }
}

/// <summary>Where the reader of an article believes that the reason for acting upon a target begins.</summary>
/// <param name="None">Probability that the article gives none.</param>
/// <param name="At">By sentence and token the probability that it begins there.</param>
public sealed record ReasonVotes(double None, IReadOnlyDictionary<(int Sentence, int Token), double> At)
{
    /// <summary>Readers differ in where they begin: "for alleged involvement", "alleged involvement", "involvement".</summary>
    public const int Near = 2;

    /// <summary>Probability that the reason begins at a token or next to it.</summary>
    public double For(SentenceView s, int first)
    {
        var sum = 0.0;
        for (var i = first - Near; i <= first + Near; i++) sum += At.GetValueOrDefault((s.Number, i));
        return sum;
    }

    /// <summary>From the scores of the pairs <c>[first, end)</c> of a target.</summary>
    internal static ReasonVotes Of(Learning.Neural.Tensor scores, PairInputs inputs, List<ReasonStart> starts, int first, int end)
    {
        var p = Choice.AmongRows(scores, first, end);
        var (none, at) = (0.0, new Dictionary<(int, int), double>());
        for (var i = first; i < end; i++)
        {
            var start = starts[inputs.Candidate[i]];
            if (start.Sentence is null) none = p[i - first];
            else if (p[i - first] > 0.001) at[(start.Sentence.Number, start.Token)] = p[i - first];
        }

        return new(none, at);
    }
}
