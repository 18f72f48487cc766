using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate;

/// <summary>
/// Reads an article sentence by sentence and proposes: this anchor states this act, by this authority, against this target.
/// The order is: acts, then who acts, then how far it is done, then whom it hits.
/// </summary>
public sealed class ArticleReader(Judge judge, RelateOptions options)
{
    /// <summary>From here on a guess is built upon by what is read after it.</summary>
    const double Sure = 0.5;

    readonly Features features = new();

    /// <param name="document">The article.</param>
    /// <param name="first">What a first reading found, or <see cref="FirstReading.None"/>.</param>
    public List<Proposal> Read(DocumentView document, FirstReading first)
    {
        var proposals = new List<Proposal>();
        var state = new DocumentState { First = first };
        foreach (var sentence in document.Sentences)
        {
            var anchors = AnchorFinder.Find(sentence);
            var any = false;
            foreach (var anchor in anchors) any |= ReadAnchor(document, anchor, state, proposals);
            if (!any && state.HasAct && sentence.Number - state.LastSentence <= options.MaxContinuation)
                ReadAnchor(document, AnchorFinder.Continuation(sentence), state, proposals);
        }

        return proposals;
    }

    bool ReadAnchor(DocumentView document, Anchor anchor, DocumentState state, List<Proposal> proposals)
    {
        Span<double> p = stackalloc double[5];
        AnchorFeatures.ForAct(features, anchor, state);
        judge.Act(anchor, features, p);
        if (p[0] > options.MaxNoAct) return false;
        var best = 1;
        for (var c = 2; c < 5; c++) if (p[c] > p[best]) best = c;
        var act = (ActKind)(best - 1);
        var actP = 1 - p[0];

        var actors = ChooseActors(document, anchor, act, state);
        if (actors.Count == 0) return false;
        var names = actors.ConvertAll(a => a.Authority);

        Span<double> sp = stackalloc double[4];
        AnchorFeatures.ForStatus(features, anchor, state);
        judge.Status(anchor, act, features, sp);
        var status = 0;
        for (var c = 1; c < 4; c++) if (sp[c] > sp[status]) status = c;

        var targets = ChooseTargets(anchor, act, names, state);
        if (targets.Count == 0)
        {
            // "The following are subject to an asset freeze:": the targets come in the lines below.
            if (actP >= Sure && anchor.Sentence.Form(anchor.Sentence.Count - 1) == ":") state.Note(anchor.Sentence, act, (ActStatus)status, names, 0);
            return false;
        }

        foreach (var (actor, actorP) in actors)
            foreach (var (target, targetP) in targets)
                proposals.Add(new(anchor, actor, act, (ActStatus)status, target, actP, sp[status], actorP, targetP));
        var sure = targets.Where(t => t.P >= Sure).ToList();
        if (sure.Count == 0 || actP < Sure) return false;
        foreach (var (target, _) in sure) state.Targets.Add(TargetNames.Normalize(target));
        state.Note(anchor.Sentence, act, (ActStatus)status, names, sure.Count);
        return true;
    }

    // Of readings that share words the most probable one stays.
    static List<(Nominal Target, double P)> WithoutOverlaps(List<(Nominal Target, double P)> chosen)
    {
        var kept = new List<(Nominal Target, double P)>();
        foreach (var c in chosen.OrderByDescending(c => c.P))
            if (!kept.Exists(k => k.Target.Overlaps(c.Target))) kept.Add(c);
        kept.Sort((x, y) => x.Target.First.CompareTo(y.Target.First));
        return kept;
    }

    List<(Authority Authority, double P)> ChooseActors(DocumentView document, Anchor anchor, ActKind act, DocumentState state)
    {
        var candidates = ActorFinder.Find(document, anchor, state);
        var scored = new List<(Authority Authority, double P)>();
        foreach (var candidate in candidates)
        {
            ActorFeatures.For(features, document, anchor, candidate, candidates, state);
            var p = judge.Actor(anchor, act, candidate, features);
            var at = scored.FindIndex(x => x.Authority.Name == candidate.Authority.Name);
            if (at < 0) scored.Add((candidate.Authority, p));
            else if (p > scored[at].P) scored[at] = (candidate.Authority, p);
        }

        if (scored.Count == 0) return [];
        var best = scored.MaxBy(x => x.P);
        return [best, .. scored.Where(x => x.Authority.Name != best.Authority.Name && x.P >= options.MinJointActor)];
    }

    List<(Nominal Target, double P)> ChooseTargets(Anchor anchor, ActKind act, List<Authority> actors, DocumentState state)
    {
        var chosen = new List<(Nominal Target, double P)>();
        Nominal? previous = null;
        foreach (var nominal in NominalFinder.Find(anchor.Sentence))
        {
            if (nominal.First <= anchor.Token && anchor.Token < nominal.End && nominal.Head == anchor.Token) continue;
            TargetFeatures.For(features, anchor, nominal, act, actors, previous, state);
            var p = judge.Target(anchor, act, nominal, features);
            if (p < options.MinTarget) continue;
            if (p >= Sure) previous = nominal;
            chosen.Add((nominal, p));
        }

        return WithoutOverlaps(chosen);
    }
}
