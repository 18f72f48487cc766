using Extraction.Documents;
using Extraction.Learning.Neural;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reading;

/// <summary>The seam for the reading of an article: proposes that a place states an act, by an authority, against a target. Safe to call from many threads.</summary>
public interface IArticleReader
{
    /// <summary>Name and version of the model.</summary>
    string Version { get; }

    ArticleReading Read(DocumentView document);
}

/// <summary>Reads with our own network.</summary>
public sealed class NetworkReader(ReadingModel model, RelateOptions options) : IArticleReader
{
    public string Version => model.Version;

    public ArticleReading Read(DocumentView document)
    {
        var proposals = new List<Proposal>();
        var notes = new TokenNotes();
        foreach (var chunk in Chunks.Of(document)) ReadChunk(chunk.Span, proposals, notes);
        return new(proposals, notes);
    }

    /// <summary>For given targets the places that state the acts upon them.</summary>
    public List<(Span Span, Anchor Anchor, Nominal Target)> Place(DocumentView document, IReadOnlyList<Span> spans)
    {
        var placed = new List<(Span, Anchor, Nominal)>();
        foreach (var chunk in Chunks.Of(document))
        {
            using var tape = new Tape();
            var scores = model.Network.Tag(tape, model.Network.Read(tape, new TokenReader(model.Vectors, model.Tokens).Read(chunk.Span), dropout: 0));
            var offsets = Chunks.Offsets(chunk.Span);
            foreach (var span in spans)
                if (offsets.TryGetValue(span.Sentence.Number, out var offset)) placed.Add((span, AnchorOf(span, scores, offset), NominalOf(span)));
        }

        return placed;
    }

    void ReadChunk(ReadOnlySpan<SentenceView> sentences, List<Proposal> proposals, TokenNotes notes)
    {
        var network = model.Network;
        using var tape = new Tape();
        var states = network.Read(tape, new TokenReader(model.Vectors, model.Tokens).Read(sentences), dropout: 0);
        var scores = network.Tag(tape, states);
        var offsets = Chunks.Offsets(sentences);
        var found = new List<ScoredSpan>();
        foreach (var s in sentences) found.AddRange(Targets(s, scores, offsets[s.Number]));
        foreach (var s in sentences) AddImplicit(s, scores, offsets[s.Number], found);
        if (found.Count == 0) return;
        found.Sort((a, b) => (a.Span.Sentence.Number, a.Span.First).CompareTo((b.Span.Sentence.Number, b.Span.First)));
        foreach (var s in sentences) notes.Add(s, scores, offsets[s.Number]);
        var referents = Referents(found, tape, states, sentences, offsets);
        var (inputs, mentions) = new PairReader(model.Pairs).Read(found.ConvertAll(f => f.Span), sentences, offsets);
        var pairScores = network.Pair(tape, states, inputs);
        var at = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var first = at;
            while (at < inputs.Query.Length && inputs.Query[at] == i) at++;
            if (at == first) continue;
            var (target, p) = referents.TryGetValue(found[i].Span, out var named) ? named : (NominalOf(found[i].Span), 1);
            Propose(found[i], target, p, scores, offsets[found[i].Span.Sentence.Number], Actors(pairScores, inputs, mentions, first, at), proposals);
        }
    }

    // What the tags spell, and phrases that they half believe in; of those that share words the likelier one.
    List<ScoredSpan> Targets(SentenceView s, Tensor scores, int offset)
    {
        var kept = SpanDecoder.Decode(scores, offset, s, TagLayout.Target, options.Eagerness);
        var doubtful = new List<ScoredSpan>();
        foreach (var n in NominalFinder.Find(s))
        {
            if (n.Kind == NominalKind.Anaphor) continue;
            var p = SpanDecoder.P(scores, offset, n.First, n.End, TagLayout.Target);
            if (p >= options.MinTarget) doubtful.Add(new(new(s, n.First, n.End, n.Head), p));
        }

        foreach (var d in doubtful.OrderByDescending(d => d.P))
            if (!kept.Exists(k => k.Span.First < d.Span.End && d.Span.First < k.Span.End)) kept.Add(d);
        kept.Sort((a, b) => a.Span.First.CompareTo(b.Span.First));
        return kept;
    }

    // "The sanctions imposed in 1998": an act upon a target that its sentence does not name.
    void AddImplicit(SentenceView s, Tensor scores, int offset, List<ScoredSpan> found)
    {
        Span<double> p = stackalloc double[2];
        for (var i = 0; i < s.Count; i++)
        {
            SpanDecoder.Softmax(scores.Row(offset + i)[TagLayout.Implicit], p);
            if (p[1] >= options.MinImplicit) found.Add(new(new(s, i, i + 1, i), p[1]));
        }
    }

    // For what names no target itself the name that it most likely stands for: all its mentions taken together, the likeliest one for it.
    Dictionary<Span, (Nominal Target, double P)> Referents(List<ScoredSpan> found, Tape tape, Tensor states, ReadOnlySpan<SentenceView> sentences, Dictionary<int, int> offsets)
    {
        var queries = found.ConvertAll(f => f.Span).FindAll(StandsForAnother);
        var named = new Dictionary<Span, (Nominal, double)>();
        if (queries.Count == 0) return named;
        var (inputs, candidates) = new ReferentReader(model.Pairs).Read(queries, sentences, offsets);
        var scores = model.Network.Refer(tape, states, inputs);
        for (var (q, at) = (0, 0); q < queries.Count; q++)
        {
            var first = at;
            while (at < inputs.Query.Length && inputs.Query[at] == q) at++;
            if (at == first) continue;
            var p = Probabilities(scores, first, at);
            var best = Enumerable.Range(first, at - first).GroupBy(i => ReferentReader.Key(candidates[inputs.Candidate[i]]), StringComparer.Ordinal)
                .Select(g => (Candidate: candidates[inputs.Candidate[g.MaxBy(i => p[i - first])]], P: g.Sum(i => p[i - first]))).MaxBy(g => g.P);
            named[queries[q]] = best;
        }

        return named;
    }

    /// <summary>True for a pronoun, and for the word of an act without an object.</summary>
    public static bool StandsForAnother(Span span) =>
        span.End == span.First + 1 && !NominalFinder.Find(span.Sentence).Any(n => n.First <= span.First && span.First < n.End && n.Kind != NominalKind.Anaphor);

    static double[] Probabilities(Tensor scores, int first, int end)
    {
        var raw = new float[end - first];
        for (var i = first; i < end; i++) raw[i - first] = scores.Row(i)[0];
        var p = new double[raw.Length];
        SpanDecoder.Softmax(raw, p);
        return p;
    }

    void Propose(ScoredSpan found, Nominal target, double targetP, Tensor scores, int offset, List<(Authority Authority, double P)> actors, List<Proposal> proposals)
    {
        Span<double> act = stackalloc double[4];
        Span<double> status = stackalloc double[4];
        Mean(scores, offset, found.Span, TagLayout.Act, act);
        Mean(scores, offset, found.Span, TagLayout.Status, status);
        var anchor = AnchorOf(found.Span, scores, offset);
        var type = target.Sentence == found.Span.Sentence && target.Kind != NominalKind.Country ? TypeOf(found.Span, scores, offset) : target.Type;
        var (a, st) = (Best(act), Best(status));
        foreach (var (actor, p) in actors)
            proposals.Add(new(anchor, actor, (ActKind)a, (ActStatus)st, target, type, act[a], status[st], p, found.P * targetP));
    }

    // The probability of an authority is that of its mentions together; its words are those of the likeliest one.
    List<(Authority Authority, double P)> Actors(Tensor scores, PairInputs inputs, List<Mention> mentions, int first, int end)
    {
        var p = Probabilities(scores, first, end);
        var byName = new Dictionary<string, (Authority Authority, double P, double Top)>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
        {
            var (s, m) = mentions[inputs.Candidate[i]];
            var mine = p[i - first];
            var known = byName.GetValueOrDefault(m.Entry.Name);
            var authority = known.Authority is null || mine > known.Top ? new Authority(m.Entry.Name, m.Entry.Code, m.Entry.Agency, s, m.First, m.End) : known.Authority;
            byName[m.Entry.Name] = (authority, known.P + mine, Math.Max(known.Top, mine));
        }

        var ranked = byName.Values.OrderByDescending(x => x.P).ThenBy(x => x.Authority.Name, StringComparer.Ordinal).ToList();
        return [.. ranked.Where((x, i) => i == 0 || x.P >= options.MinSecondActor * ranked[0].P).Select(x => (x.Authority, x.P))];
    }

    static void Mean(Tensor scores, int offset, Span span, Range range, Span<double> p)
    {
        Span<float> sum = stackalloc float[p.Length];
        for (var i = span.First; i < span.End; i++)
        {
            var row = scores.Row(offset + i)[range];
            for (var k = 0; k < sum.Length; k++) sum[k] += row[k] / (span.End - span.First);
        }

        SpanDecoder.Softmax(sum, p);
    }

    static TargetType TypeOf(Span span, Tensor scores, int offset)
    {
        Span<double> type = stackalloc double[7];
        Mean(scores, offset, span, TagLayout.Type, type);
        return (TargetType)Best(type);
    }

    static int Best(ReadOnlySpan<double> p)
    {
        var best = 0;
        for (var k = 1; k < p.Length; k++) if (p[k] > p[best]) best = k;
        return best;
    }

    static Nominal NominalOf(Span span)
    {
        var s = span.Sentence;
        Nominal? like = null;
        foreach (var n in NominalFinder.Find(s))
        {
            if (n.First == span.First && n.End == span.End) return n;
            if (n.Head == span.Head && (like is null || n.Kind < like.Kind)) like = n;
        }

        if (like is { Kind: NominalKind.Name or NominalKind.Common }) return like with { First = span.First, End = span.End, Canonical = null };
        return new(s, span.First, span.End, span.Head, NominalKind.Common, TypeRules.OfCommon(s, span.First, span.End, span.Head), null);
    }

    // The likeliest trigger of the sentence; a sentence without one goes on with what was said before.
    static Anchor AnchorOf(Span span, Tensor scores, int offset)
    {
        var s = span.Sentence;
        Span<double> p = stackalloc double[2];
        var (best, top) = (-1, 0.1);
        for (var i = 0; i < s.Count; i++)
        {
            if (TriggerLexicon.Default.Find(s[i]) is null) continue;
            SpanDecoder.Softmax(scores.Row(offset + i)[TagLayout.Trigger], p);
            if (p[1] > top) (best, top) = (i, p[1]);
        }

        return best < 0 ? AnchorFinder.Continuation(s) : new(s, best, TriggerLexicon.Default.Find(s[best]), Paths.Predicate(s, best));
    }
}
