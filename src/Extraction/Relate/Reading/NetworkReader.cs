using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Learning.Neural;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reading;

/// <summary>A given target as the reader sees it.</summary>
/// <param name="Span">The target.</param>
/// <param name="Anchor">What states the act upon it.</param>
/// <param name="Target">Whom it names.</param>
/// <param name="Reasons">Where the reason begins.</param>
/// <param name="Dates">What dates the act.</param>
public sealed record Placed(Span Span, Anchor Anchor, Nominal Target, ReasonVotes Reasons, DateVotes Dates);

/// <summary>Reads with our own network.</summary>
public sealed class NetworkReader(ReadingModel model, RelateOptions options) : IArticleReader
{
    /// <summary>A word less likely to state an act does not stand for its sentence.</summary>
    const double LeastTrigger = 0.1;

    static readonly FrozenSet<string> Titles = WordLists.Set("title");

    readonly TargetFinder targets = new(options);
    readonly ReferentChooser referents = new(model);
    readonly ActorChooser actors = new(options);

    public string Version => model.Version;

    public ArticleReading Read(DocumentView document)
    {
        var spans = new List<ReadSpan>();
        var notes = new TokenNotes();
        foreach (var chunk in Chunks.Of(document)) ReadChunk(chunk, spans, notes);
        ListedActs.Carry(spans);
        return new([.. SetResolver.Resolve(document, spans)], notes);
    }

    /// <summary>For given targets the places that state the acts upon them, where their reasons begin, and what dates them.</summary>
    public List<Placed> Place(DocumentView document, IReadOnlyList<Span> spans)
    {
        var placed = new List<Placed>();
        foreach (var chunk in Chunks.Of(document))
        {
            using var tape = new Tape();
            var sentences = chunk.Sentences.Span;
            var states = States(tape, sentences);
            var scores = model.Network.Tag(tape, states);
            var offsets = Chunks.Offsets(sentences);
            var own = Chunks.Offsets(chunk.Own);
            var here = spans.Where(s => own.ContainsKey(s.Sentence.Number)).ToList();
            var (reasons, dates) = (ReasonsOf(here, tape, states, sentences, offsets), DatesOf(here, tape, states, sentences, offsets));
            for (var i = 0; i < here.Count; i++)
                placed.Add(new(here[i], AnchorOf(here[i], scores, offsets[here[i].Sentence.Number]).Anchor, NominalOf(here[i]), reasons[i], dates[i]));
        }

        return placed;
    }

    Tensor States(Tape tape, ReadOnlySpan<SentenceView> sentences) =>
        model.Network.Read(tape, new TokenReader(model.Vectors, model.Tokens).Read(sentences), dropout: 0);

    void ReadChunk(Chunk chunk, List<ReadSpan> read, TokenNotes notes)
    {
        using var tape = new Tape();
        var sentences = chunk.Sentences.Span;
        var states = States(tape, sentences);
        var scores = model.Network.Tag(tape, states);
        var offsets = Chunks.Offsets(sentences);
        var found = new List<ScoredSpan>();
        foreach (var s in chunk.Own) found.AddRange(targets.Find(s, scores, offsets[s.Number]));
        foreach (var s in chunk.Own) notes.Add(s, scores, offsets[s.Number]);
        if (found.Count == 0) return;
        var spans = found.ConvertAll(f => f.Span);
        var named = referents.Choose(found, tape, states, sentences, offsets);
        var (inputs, mentions) = new PairReader(model.Pairs).Read(spans, sentences, offsets);
        var pairs = model.Network.Pair(tape, states, inputs);
        var (reasons, dates) = (ReasonsOf(spans, tape, states, sentences, offsets), DatesOf(spans, tape, states, sentences, offsets));
        foreach (var (i, first, end) in inputs.Runs())
        {
            if (end == first) continue;
            var span = found[i].Span;
            List<Referent> referents = named.GetValueOrDefault(span) ?? [];
            var (target, p) = referents is [var likeliest, ..] ? likeliest : new(NominalOf(span), 1);
            var proposals = Propose(span, target, found[i].P * p, scores, offsets[span.Sentence.Number], actors.Choose(pairs, inputs, mentions, first, end), reasons[i], dates[i]);
            read.Add(new(span, found[i].P, proposals, referents));
        }
    }

    List<ReasonVotes> ReasonsOf(List<Span> spans, Tape tape, Tensor states, ReadOnlySpan<SentenceView> sentences, IReadOnlyDictionary<int, int> offsets)
    {
        var (inputs, starts) = new ReasonReader(model.Pairs).Read(spans, sentences, offsets);
        var scores = model.Network.Reason(tape, states, inputs);
        return [.. inputs.Runs().Select(run => ReasonVotes.Of(scores, inputs, starts, run.First, run.End))];
    }

    List<DateVotes> DatesOf(List<Span> spans, Tape tape, Tensor states, ReadOnlySpan<SentenceView> sentences, IReadOnlyDictionary<int, int> offsets)
    {
        var (inputs, choices) = new DateReader(model.Pairs).Read(spans, sentences, offsets);
        var scores = model.Network.Date(tape, states, inputs);
        return [.. inputs.Runs().Select(run => DateVotes.Of(scores, inputs, choices, run.First, run.End))];
    }

    static List<Proposal> Propose(Span span, Nominal target, double targetP, Tensor scores, int offset, List<ChosenActor> actors, ReasonVotes reasons, DateVotes dates)
    {
        Span<double> act = stackalloc double[4];
        Span<double> status = stackalloc double[4];
        Span<double> evidence = stackalloc double[2];
        Choice.OfSpan(scores, offset, span, TagLayout.Act, act);
        Choice.OfSpan(scores, offset, span, TagLayout.Status, status);
        Choice.OfSpan(scores, offset, span, TagLayout.Evidence, evidence);
        var (anchor, triggerP) = AnchorOf(span, scores, offset);
        var type = target.Sentence == span.Sentence && target.Kind != NominalKind.Country ? TypeOf(span, scores, offset) : target.Type;
        var (a, st) = (Choice.Best(act), Choice.Best(status));
        var (actP, statusP, evidenceP) = (act[a], status[st], evidence[1]);
        return actors.ConvertAll(x => new Proposal(anchor, x.Authority, (ActKind)a, (ActStatus)st, target, type, actP, statusP, x.P, targetP, triggerP, evidenceP, reasons, dates, x.Together));
    }

    static TargetType TypeOf(Span span, Tensor scores, int offset)
    {
        Span<double> type = stackalloc double[7];
        Choice.OfSpan(scores, offset, span, TagLayout.Type, type);
        return (TargetType)Choice.Best(type);
    }

    static Nominal NominalOf(Span whole)
    {
        var span = WithoutRole(whole);
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

    // "the Russian nuclear company Rosatom", "tankers Kestrel Bay", "First Lady Grace Mugabe": the name is the target, what goes before it says what it is.
    static Span WithoutRole(Span whole)
    {
        var span = WithoutBracket(whole);
        var s = span.Sentence;
        foreach (var name in s.Names)
        {
            if (name.End != span.End || name.First <= span.First) continue;
            var isTitle = name.Type == NameType.Person && name.End - name.First > 1 && Titles.Contains(s.Lemma(name.First - 1).ToLowerInvariant().TrimEnd('.'));
            if (!isTitle && (s.Upos(name.First - 1) != Upos.Noun || !char.IsLower(s.Form(name.First - 1)[0]))) continue;
            for (var i = span.First; i < name.First; i++)
                if (s.Upos(i) is not (Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num)) return span;
            return new(s, name.First, name.End, s.HeadOf(name.First, name.End));
        }

        return span;
    }

    // "Porfirio Lobo Sosa (Lobo)": a person is called by the name before the bracket.
    static Span WithoutBracket(Span span)
    {
        var s = span.Sentence;
        if (s.Form(span.End - 1) != ")") return span;
        foreach (var name in s.Names)
            if (name.Type == NameType.Person && name.First == span.First && s.Form(name.End) == "(" && IsOneBracket(s, name.End, span.End - 1))
                return new(s, span.First, name.End, s.HeadOf(span.First, name.End));
        return span;
    }

    static bool IsOneBracket(SentenceView s, int open, int close)
    {
        for (var i = open + 1; i < close; i++)
            if (s.Form(i) is "(" or ")") return false;
        return open < close;
    }

    // The likeliest trigger of the sentence; a sentence without one goes on with what was said before.
    static (Anchor Anchor, double P) AnchorOf(Span span, Tensor scores, int offset)
    {
        var s = span.Sentence;
        Span<double> p = stackalloc double[2];
        var (best, top) = (-1, LeastTrigger);
        for (var i = 0; i < s.Count; i++)
        {
            if (s.TriggerAt(i) is null) continue;
            Choice.Softmax(scores.Row(offset + i)[TagLayout.Trigger], p);
            if (p[1] > top) (best, top) = (i, p[1]);
        }

        return (best < 0 ? AnchorFinder.Continuation(s) : new(s, best, s.TriggerAt(best), Paths.Predicate(s, best)), top);
    }
}
