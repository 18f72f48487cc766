using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Anchors;
using Extraction.Relate.Merge;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Accept;

/// <summary>
/// What the last model sees of a merged record: how sure each step was, and how the record stands among the others of its
/// article. Its probability is the record's confidence.
/// </summary>
public static class AcceptFeatures
{
    public static void For(Features f, MergedEvent e, AcceptContext all)
    {
        var best = e.Best;
        var (act, status, target) = (e.Proposals.Max(p => p.ActP), e.Proposals.Max(p => p.StatusP), e.Proposals.Max(p => p.TargetP));
        f.Clear();
        f.Add("bias");
        f.AddDegrees("act", act);
        f.AddDegrees("status", status);
        f.AddDegrees("actor", best.ActorP);
        f.AddDegrees("target", target);
        f.AddDegrees("trigger", e.Proposals.Max(p => p.TriggerP));
        f.AddDegrees("evidence", e.Proposals.Max(p => p.EvidenceP));
        f.AddDegrees("all", 1 - e.Proposals.Aggregate(1.0, (miss, p) => miss * (1 - (p.P * p.StatusP))));
        f.Add("places", Features.Bucket(e.Proposals.Select(p => p.Anchor.Sentence.Number).Distinct().Count()));
        f.Add("kind", e.Target.Kind.ToString(), e.TargetType.ToString());
        f.Add("status+action", e.Status.ToString(), e.Action.ToString());
        f.Add("word", best.Anchor.Word?.Lemma ?? "CONT");
        f.Add("word+kind", best.Anchor.Word?.Lemma ?? "CONT", e.Target.Kind.ToString());
        f.Add("title", e.Proposals.Exists(p => p.Anchor.Sentence.Kind == BlockKind.Title) ? "in" : "out", e.Target.Kind.ToString());
        f.Add("carried", best.Actor.Sentence == best.Anchor.Sentence ? "here" : "carried");
        f.Add("elsewhere", best.Target.Sentence == best.Anchor.Sentence ? "here" : "elsewhere", e.Target.Kind.ToString());
        f.Add("around", NamesAround(e.Target), e.Target.Kind.ToString());
        f.Add("selfActor", e.Target.Canonical == e.Actor.Name);
        var upon = all.UponTarget(e).ToList();
        var joint = best.Together ?? [e.Actor.Name];
        f.Add("otherStatus", upon.Exists(o => o.Actor.Name == e.Actor.Name && o.Status != e.Status));
        f.Add("otherAction", upon.Exists(o => o.Actor.Name == e.Actor.Name && o.Action != e.Action) ? e.Action.ToString() : "-");
        // Who acts jointly is no rival.
        f.Add("otherActor", upon.Exists(o => o.Action == e.Action && !best.IsJointWith(o.Actor.Name)));
        f.Add("m.actor", (int)(10 * all.ShareOf(joint)), best.Actor.Sentence == best.Anchor.Sentence ? "here" : "carried");
        f.Add("m.status", (int)(10 * all.ShareOf(e.Status)), e.Status.ToString());
        f.Add("m.action", (int)(10 * all.ShareOf(e.Action)), e.Action.ToString());
        f.Add("m.rival", upon.Exists(o => o.Action == e.Action && o.Best.P > best.P && !(o.Status == e.Status && best.IsJointWith(o.Actor.Name))) ? "yes" : "no");
        f.Add("joint", Features.Bucket(joint.Count), Level(best.ActorP));
        f.Add("nested", Nested(e, all), e.Target.Kind.ToString());
        f.Add("beside", Beside(e), e.Target.Kind.ToString());
        if (e.Target.Kind == NominalKind.Common) f.Add("head", e.Target.Sentence.Lemma(e.Target.Head));
        AddSteps(f, e, best, Level(act), Level(status), Level(target));
        AddList(f, e, best, all);
        AddPhrase(f, best);
        if (e.TargetType == TargetType.Country) f.Add("country", Beside(e), all.HitsOthers(e.Action) ? "others" : "alone");
        AcceptValues.For(f, e, all);
    }

    // How sure each step was, two at a time: a doubtful status of a plan is worse than that of a thing done.
    static void AddSteps(Features f, MergedEvent e, Proposal best, string act, string status, string target)
    {
        var actor = Level(best.ActorP);
        f.Add("act+target", act, target);
        f.Add("status+target", status, target);
        f.Add("actor+target", actor, target);
        f.Add("act+status", act, status);
        f.Add("status~", status, e.Status.ToString());
        f.Add("act~", act, e.Action.ToString());
        f.Add("target~", target, e.Target.Kind.ToString(), e.TargetType.ToString());
        f.Add("actor~", actor, best.Actor.Sentence == best.Anchor.Sentence ? "here" : "carried");
        // Whoever is no target has no reason and no date either.
        var reason = 1 - e.Proposals.Min(p => p.Reasons?.None ?? 1);
        f.AddDegrees("reason", reason);
        f.AddDegrees("date", 1 - e.Proposals.Min(p => p.Dates?.None ?? 1));
        f.Add("reason+target", Level(reason), target);
    }

    // What else its sentence is said to hit: the members of a list stand and fall together.
    static void AddList(Features f, MergedEvent e, Proposal best, AcceptContext all)
    {
        var (count, sum) = (0, 0.0);
        foreach (var o in all.ListOf(e))
        {
            count++;
            sum += o.Best.P;
        }

        var mean = count == 0 ? 0 : sum / count;
        if (count > 0) f.AddDegrees("list", mean);
        f.Add("list+own", Features.Bucket(count), Level(mean) + Level(best.P));
    }

    // The words of the target at its surest place, and how they hang together with the act there.
    static void AddPhrase(Features f, Proposal best)
    {
        var (t, s) = (best.Target, best.Target.Sentence);
        var kind = t.Kind.ToString();
        f.Add("length", Features.Bucket(t.End - t.First), kind);
        f.Add("first.tag", s.Xpos(t.First), kind);
        f.Add("last.tag", s.Xpos(t.End - 1), kind);
        if (t.Kind == NominalKind.Common) f.Add("first", s.Lemma(t.First));
        f.Add("before", s.Lemma(t.First - 1), kind);
        f.Add("behind", s.Lemma(t.End), kind);
        f.Add("rel", s.Deprel(t.Head), kind);
        f.Add("block", s.Kind.ToString(), kind);
        f.Add("sentence", Features.Bucket(s.Number), best.Status.ToString());
        if (best.Anchor.Sentence != s) return;
        f.Add("path", Paths.Between(s, best.Anchor.Predicate, t.Head), best.Anchor.Word?.Lemma ?? "CONT");
        f.Add("path~", Paths.Between(s, best.Anchor.Predicate, Paths.ListHead(s, t.Head)), kind);
    }

    static string Level(double p) => p switch { < 0.05 => "0", < 0.2 => "1", < 0.4 => "2", < 0.6 => "3", < 0.8 => "4", < 0.93 => "5", < 0.98 => "6", _ => "7" };

    /// <summary>Whether a name follows at once (a role before its holder), or goes before, and what brackets stand around.</summary>
    static string NamesAround(Nominal t)
    {
        var s = t.Sentence;
        var before = t.First > 0 && s.NameAt(t.First - 1) >= 0 ? "N" : t.First > 1 && s.Form(t.First - 1) is "," or "(" && s.NameAt(t.First - 2) >= 0 ? "N" + s.Form(t.First - 1) : "";
        var after = t.End < s.Count && s.NameAt(t.End) >= 0 ? "N" : t.End + 1 < s.Count && s.Form(t.End) is "," or ":" or "(" && s.NameAt(t.End + 1) >= 0 ? s.Form(t.End) + "N" : "";
        return before + "_" + after;
    }

    static string Nested(MergedEvent e, AcceptContext all)
    {
        foreach (var other in all.InSentence(e))
        {
            if (!other.Target.Overlaps(e.Target) || other.Action != e.Action) continue;
            return other.Target.End - other.Target.First > e.Target.End - e.Target.First ? "inner" : "outer";
        }

        return "no";
    }

    /// <summary>Does the same anchor hit a name, or a larger set, besides this target?</summary>
    static string Beside(MergedEvent e)
    {
        var names = e.OtherTargets(e.Target.Sentence).Any(t => t.Kind == NominalKind.Name);
        var groups = e.OtherTargets(e.Target.Sentence).Any(t => t.Kind == NominalKind.Common);
        return (names ? "names" : "") + (groups ? "groups" : "");
    }
}
