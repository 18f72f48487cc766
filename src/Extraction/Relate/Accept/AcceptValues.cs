using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Anchors;
using Extraction.Relate.Merge;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Accept;

/// <summary>The same in numbers, for the trees: their order is the model's.</summary>
static class AcceptValues
{
    const double None = -1;

    /// <summary>Where the act is stated in another sentence than its target.</summary>
    const int Elsewhere = 99;

    public static void For(Features f, MergedEvent e, AcceptContext all)
    {
        AddSteps(f, e, e.Best);
        AddArticle(f, e, e.Best, all);
        AddRivals(f, e, e.Best, all);
        AddCompany(f, e, all);
        AddTarget(f, e, e.Best, all);
        AddField(f, e, e.Best);
    }

    // How sure the reader is, step by step, at the surest place and at all.
    static void AddSteps(Features f, MergedEvent e, Proposal best)
    {
        f.AddValue(e.Proposals.Max(p => p.ActP));
        f.AddValue(e.Proposals.Max(p => p.StatusP));
        f.AddValue(e.Proposals.Max(p => p.ActorP));
        f.AddValue(e.Proposals.Max(p => p.TargetP));
        f.AddValue(e.Proposals.Max(p => p.TriggerP));
        f.AddValue(e.Proposals.Max(p => p.EvidenceP));
        f.AddValue(best.ActP);
        f.AddValue(best.StatusP);
        f.AddValue(best.ActorP);
        f.AddValue(best.TargetP);
        f.AddValue(best.EvidenceP);
        f.AddValue(best.P);
        f.AddValue(best.P * best.StatusP);
        f.AddValue(1 - e.Proposals.Aggregate(1.0, (miss, p) => miss * (1 - (p.P * p.StatusP))));
        f.AddValue(e.Proposals.Min(p => p.StatusP));
        f.AddValue(e.Proposals.Min(p => p.TargetP));
        f.AddValue(e.Proposals.Average(p => p.P));
        f.AddValue(e.Proposals.Sum(p => p.P));
        f.AddValue(e.Proposals.Count);
        f.AddValue(e.Proposals.Select(p => p.Anchor.Sentence.Number).Distinct().Count());
        f.AddValue(1 - e.Proposals.Min(p => p.Reasons?.None ?? 1));
        f.AddValue(1 - e.Proposals.Min(p => p.Dates?.None ?? 1));
    }

    // Where in the article it is said, and what part of what the article tells it is.
    static void AddArticle(Features f, MergedEvent e, Proposal best, AcceptContext all)
    {
        var anchor = best.Anchor.Sentence;
        f.AddValue(all.ShareOf(best.Together ?? [e.Actor.Name]));
        f.AddValue(all.ShareOf(e.Status));
        f.AddValue(all.ShareOf(e.Action));
        f.AddValue(all.Count);
        f.AddValue(all.RankOf(e));
        f.AddValue(anchor.Number);
        f.AddValue(best.Target.Sentence.Number);
        f.AddValue(best.Target.Sentence.Number - anchor.Number);
        f.AddValue((int)best.Target.Sentence.Kind);
        f.AddValue((int)anchor.Kind);
        f.AddValue(anchor.Count);
        f.AddValue(e.Proposals.Exists(p => p.Anchor.Sentence.Kind == BlockKind.Title) ? 1 : 0);
        f.AddValue(best.Actor.Sentence is null ? None : anchor.Number - best.Actor.Sentence.Number);
        f.AddValue(anchor.Authorities.Select(a => a.Entry.Name).Distinct().Count());
        f.AddValue(anchor.View.Authorities);
        f.AddValue(anchor.View.MentionsOf(e.Actor.Name).Count());
        f.AddValue(e.Target.Canonical is { } state ? anchor.View.MentionsOf(state).Count() : 0);
        f.AddValue((int)e.Action);
        f.AddValue((int)e.Status);
        f.AddValue(e.Occasion);
    }

    // What else is said to be done to the target, and what else its sentence is said to state.
    static void AddRivals(Features f, MergedEvent e, Proposal best, AcceptContext all)
    {
        var upon = all.UponTarget(e).Select(o => (Act: AcceptContext.Act.Of(o), P: all.POf(o))).ToList();
        var (actor, action, status) = AcceptContext.Act.Of(e);
        f.AddValue(upon.Count);
        f.AddValue(Most(upon));
        AddOthers(upon);
        AddOthers(all.StatedWith(e).Select(o => (o.Key, o.Value)));
        f.AddValue(all.HitWith(e));
        f.AddValue(best.Together?.Count ?? 1);

        void AddOthers(IEnumerable<(AcceptContext.Act Act, double P)> others)
        {
            f.AddValue(Most(others.Where(o => o.Act.Action == action && o.Act.Status == status && !best.IsJointWith(o.Act.Actor))));
            f.AddValue(Most(others.Where(o => o.Act.Actor == actor && o.Act.Action == action && o.Act.Status != status)));
            f.AddValue(Most(others.Where(o => o.Act.Actor == actor && o.Act.Action != action)));
        }
    }

    // The members of a list stand and fall together, and a target may be named twice.
    static void AddCompany(Features f, MergedEvent e, AcceptContext all)
    {
        var (count, sum, most) = (0, 0.0, None);
        foreach (var p in all.ListOf(e).Select(all.POf))
        {
            count++;
            sum += p;
            most = Math.Max(most, p);
        }

        f.AddValue(count);
        f.AddValue(count == 0 ? None : sum / count);
        f.AddValue(most);
        var act = all.ActOf(e);
        f.AddValue(act.Count);
        f.AddValue(act.Sum - all.POf(e));
        f.AddValue(act.MostBut(e));
        f.AddValue(act.Count == 1 ? None : (act.Sum - all.POf(e)) / (act.Count - 1));
        f.AddValue(act.SumBut(e.TargetType));
        f.AddValue(all.CountOf(e));
        f.AddValue(e.Siblings);
        var (likeness, p2) = act.MostAlike(e);
        f.AddValue(likeness);
        f.AddValue(p2);
    }

    static void AddTarget(Features f, MergedEvent e, Proposal best, AcceptContext all)
    {
        var target = e.Target;
        var name = TargetNames.Display(target);
        f.AddValue((int)e.TargetType);
        f.AddValue((int)target.Kind);
        f.AddValue(e.TargetType == TargetType.Country ? all.UponOthers(e.Action) : None);
        f.AddValue(target.Canonical == e.Actor.Name ? 1 : 0);
        f.AddValue(target.End - target.First);
        f.AddValue(name.Length);
        f.AddValue(name.Length > 0 && char.IsUpper(name[0]) ? 1 : 0);
        f.AddValue(best.Target.Sentence == best.Anchor.Sentence ? best.Target.First - best.Anchor.Predicate : Elsewhere);
        f.AddValue(e.OtherTargets(target.Sentence).Count());
        var (overlapping, most, longest) = (0, 0.0, 0);
        foreach (var o in all.InSentence(e).Where(o => o.Target.Overlaps(target)))
        {
            overlapping++;
            most = Math.Max(most, all.POf(o));
            longest = Math.Max(longest, o.Target.End - o.Target.First);
        }

        f.AddValue(overlapping);
        f.AddValue(most);
        f.AddValue(longest);
    }

    // Whether this is news of sanctions at all.
    static void AddField(Features f, MergedEvent e, Proposal best)
    {
        var document = best.Anchor.Document;
        var field = document.Field;
        f.AddValue(field.Plain);
        f.AddValue(field.Named);
        f.AddValue((double)field.Plain / document.Sentences.Length);
        f.AddValue((double)field.Named / document.Sentences.Length);
        f.AddValue(field.ToPlain(0));
        f.AddValue(field.ToNamed(0));
        f.AddValue(e.Proposals.Min(p => field.ToPlain(p.Anchor.Sentence.Number)));
        f.AddValue(e.Proposals.Min(p => field.ToNamed(p.Anchor.Sentence.Number)));
        f.AddValue(best.Anchor.Word switch { null => 0, { IsCore: false } => 1, _ => 2 });
    }

    static double Most(IEnumerable<(AcceptContext.Act Act, double P)> others)
    {
        var most = 0.0;
        foreach (var (_, p) in others) most = Math.Max(most, p);
        return most;
    }
}
