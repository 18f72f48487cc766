using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reasons;

/// <summary>What the reason model sees of a record and a span.</summary>
public static class ReasonFeatures
{
    /// <param name="f">Filled.</param>
    /// <param name="ofSpan">What it sees of the span alone, see <see cref="OfSpan"/>.</param>
    /// <param name="notes">What the reader of the article noted.</param>
    /// <param name="e">The record.</param>
    /// <param name="c">The span.</param>
    /// <param name="noted">How well the span is <see cref="Noted"/>, and the most that any option of this record is.</param>
    /// <param name="voted">How much it is <see cref="Voted"/> for, and the most that any option of this record is.</param>
    /// <param name="ofAct">How much it is voted for at all records of the act, at the surest of them, and the most that any option is on the mean.</param>
    public static void For(Features f, ReadOnlySpan<uint> ofSpan, TokenNotes notes, MergedEvent e, ReasonCandidate c, (double Own, double Most) noted, (double Own, double Most) voted, (double Mean, double Surest, double Most) ofAct)
    {
        var s = c.Sentence;
        f.Clear();
        f.AddAll(ofSpan);
        f.Add("action", e.Action.ToString(), c.Cue);
        f.Add("status", e.Status.ToString(), c.Cue);
        var p = noted.Own;
        f.AddDegrees("note", p);
        f.Add("note.surest", p >= noted.Most ? "most" : p >= noted.Most / 2 ? "half" : "less", c.Cue);
        AddPlace(f, e, c, Level(p));
        var v = voted.Own;
        f.AddDegrees("vote", v);
        f.Add("vote.most", Features.Rank(v, voted.Most), Level(voted.Most));
        f.Add("vote+note", Level(v), Level(p), Level(notes.ReasonStarts(s, c.First)));
        f.Add("vote+end", Level(v), c.EndRule);
        f.AddDegrees("act.vote", ofAct.Mean);
        f.AddDegrees("act.surest", ofAct.Surest);
        f.Add("act.most", Features.Rank(ofAct.Mean, ofAct.Most), Level(ofAct.Most));
        f.Add("act+vote", Features.Bucket(e.Siblings), Level(ofAct.Mean) + Level(v));
    }

    /// <summary>What is the same for all records of the article.</summary>
    public static void OfSpan(Features f, TokenNotes notes, ReasonCandidate c)
    {
        var s = c.Sentence;
        f.Clear();
        f.Add("bias");
        f.Add("cue", c.Cue);
        f.Add("cue+end", c.Cue, c.EndRule);
        f.Add("end", c.EndRule);
        f.Add("len", Features.Bucket(c.End - c.First));
        f.Add("len+end", Features.Bucket(c.End - c.First), c.EndRule);
        f.Add("first", s.Lemma(c.First), s.Xpos(c.First));
        f.Add("first.tag", s.Xpos(c.First), c.Cue);
        f.Add("first~", s.Fine(c.First), c.Cue);
        f.Add("next", s.Lemma(c.End));
        f.Add("next.tag", c.End < s.Count ? s.Xpos(c.End) : "$", c.EndRule);
        f.Add("last", s.Xpos(c.End - 1));
        f.Add("block", s.Kind.ToString());
        f.Add("cue.up", c.Cue, s.Head(c.First) < 0 ? "ROOT" : s.Lemma(s.Head(c.First)));
        for (var i = c.First; i < c.End && i < c.First + 20; i++)
        {
            if (s.Upos(i) is not (Upos.Noun or Upos.Verb or Upos.Adj)) continue;
            f.Add("bag", s.Lemma(i));
            f.Add("bag~", s.Fine(i));
            f.Add("bag~~", s.Coarse(i));
        }

        for (var i = 0; i + 1 < Math.Min(6, c.End - c.First); i++) f.Add("bi", s.Lemma(c.First + i), s.Lemma(c.First + i + 1));
        f.Add("before", s.Lemma(c.CueAt - 1), c.Cue);
        f.Add("whole", NominalFinder.Subtree(s, s.HeadOf(c.First, c.End)).End == c.End);
        f.AddDegrees("note.start", notes.ReasonStarts(s, c.First));
        f.AddDegrees("note.covers", notes.ReasonCovers(s, c.First, c.End));
        f.AddDegrees("note.end", notes.ReasonGoesOn(s, c.End));
    }

    /// <summary>How likely the reader of the article takes a span's start for that of the reason, at the place of the record where it is surest of it; 0 to 1.</summary>
    public static double Voted(MergedEvent e, ReasonCandidate c)
    {
        var most = 0.0;
        foreach (var p in e.Proposals) most = Math.Max(most, p.Reasons?.For(c.Sentence, c.First) ?? 0);
        return Math.Min(1, most);
    }

    /// <summary>How well a span fits what the reader of the article took for reasons: begins and ends where one does; 0 to 1.</summary>
    public static double Noted(TokenNotes notes, ReasonCandidate c)
    {
        var inside = 1.0;
        for (var i = c.First + 1; i < c.End; i++) inside += notes.ReasonGoesOn(c.Sentence, i);
        return notes.ReasonStarts(c.Sentence, c.First) * (inside / (c.End - c.First)) * (1 - notes.ReasonGoesOn(c.Sentence, c.End));
    }

    static string Level(double p) => p switch { < 0.03 => "0", < 0.15 => "1", < 0.4 => "2", < 0.7 => "3", _ => "4" };

    /// <summary>What it sees of a record that may have no reason.</summary>
    public static void ForNone(Features f, TokenNotes notes, MergedEvent e, IReadOnlyList<ReasonCandidate> candidates, ActVotes votes)
    {
        f.Clear();
        f.Add("none");
        f.Add("none.status", e.Status.ToString(), e.Action.ToString());
        f.Add("none.type", e.TargetType.ToString());
        f.Add("none.shared", Features.Bucket(e.Siblings), e.Action.ToString());
        f.Add("none.actor", e.Actor.Name);
        f.Add("none.places", Features.Bucket(e.Proposals.Count));
        foreach (var p in e.Proposals)
        {
            f.Add("none.word", p.Anchor.Word?.Lemma ?? "CONT", e.Status.ToString());
            f.Add("none.block", p.Anchor.Sentence.Kind.ToString());
        }

        var own = candidates.Where(c => e.Proposals.Exists(p => p.Anchor.Sentence == c.Sentence)).Select(c => notes.ReasonCovers(c.Sentence, c.First, c.End)).DefaultIfEmpty(0).Max();
        var any = candidates.Select(c => notes.ReasonCovers(c.Sentence, c.First, c.End)).DefaultIfEmpty(0).Max();
        f.AddDegrees("none.own", own);
        f.AddDegrees("none.any", any);
        f.Add("none.number", Features.Bucket(candidates.Count / 8));
        f.AddDegrees("none.vote", e.Proposals.Min(p => p.Reasons?.None ?? 0));
        f.AddDegrees("none.best", e.Best.Reasons?.None ?? 0);
        f.AddDegrees("none.act", votes.NoReason(e));
        f.AddDegrees("none.act.least", votes.LeastNoReason(e));
    }

    static void AddPlace(Features f, MergedEvent e, ReasonCandidate c, string noted)
    {
        var s = c.Sentence;
        var here = e.Proposals.FirstOrDefault(p => p.Anchor.Sentence == s);
        var nearest = e.Proposals.Min(p => Math.Abs(s.Number - p.Anchor.Sentence.Number));
        var after = e.Proposals.Any(p => p.Anchor.Sentence.Number < s.Number);
        f.Add("near", nearest == 0 ? "same" : (after ? "after" : "before") + Math.Min(nearest, 6), c.Cue);
        f.Add("far", nearest == 0 ? "same" : (after ? "after" : "before") + Features.Bucket(nearest), s.Kind.ToString());
        var place = nearest == 0 ? "same" : (after ? "after" : "before") + Features.Bucket(nearest);
        f.Add("note+near", noted, place);
        f.Add("note+near+status", noted, nearest == 0 ? "same" : "other", e.Status.ToString());
        f.Add("near+end", nearest == 0 ? "same" : "other", c.EndRule);
        if (here is not null)
        {
            var anchor = here.Anchor.Token;
            f.Add("toAnchor", Paths.Between(s, here.Anchor.Predicate, s.HeadOf(c.First, c.End)), c.Cue);
            f.Add("anchor", here.Anchor.Word?.Lemma ?? "CONT", c.Cue);
            f.Add("coversAnchor", c.First <= anchor && anchor < c.End);
        }

        // The target may stand elsewhere: where an act has no object, or a pronoun.
        if (here is not null && here.Target.Sentence == s)
        {
            var t = here.Target;
            f.Add("order", Order(c.CueAt, here.Anchor.Token), Order(c.CueAt, t.Head), c.Cue);
            f.Add("toTarget", Paths.Between(s, t.Head, s.HeadOf(c.First, c.End)), c.Cue);
            f.Add("toTargetList", Paths.Between(s, Paths.ListHead(s, t.Head), s.HeadOf(c.First, c.End)), c.Cue);
            f.Add("inTarget", t.First <= c.First && c.First < t.End ? "in" : "out", c.Cue);
            f.Add("others", Features.Bucket(OthersBetween(e, t, c)), c.Cue);
            f.Add("gap", Features.Bucket(c.CueAt - t.End), c.Cue);
            f.Add("list", List(e, t, c), c.Cue);
            f.Add("note+list", noted, List(e, t, c));
        }

        var named = Mentions(s, e);
        f.Add("names", named, c.Cue);
        f.Add("note+names", noted, named, nearest == 0 ? "same" : "other");
        f.Add("names+near", named, nearest == 0 ? "same" : "other");
        f.Add("shared", Features.Bucket(e.Siblings), nearest == 0 ? "same" : "other");
    }

    static string Order(int a, int b) => a < b ? "<" : ">";

    /// <summary>Where the other targets of the sentence stand: before this one, between it and the span, after the span.</summary>
    static string List(MergedEvent e, Nominal t, ReasonCandidate c)
    {
        var (before, between, after) = (false, false, false);
        foreach (var other in e.OtherTargets(t.Sentence))
        {
            before |= other.End <= t.First;
            between |= other.First >= t.End && other.End <= c.First;
            after |= other.First >= c.End;
        }

        return (t.First < c.First ? "" : "reason first ") + (before ? "before " : "") + (between ? "between " : "") + (after ? "after" : "");
    }

    static int OthersBetween(MergedEvent e, Nominal t, ReasonCandidate c)
    {
        var n = 0;
        foreach (var other in e.OtherTargets(t.Sentence))
            if (other.First >= t.End && other.End <= c.CueAt) n++;
        return n;
    }

    /// <summary>Does the sentence name this target, another target of the article, both, or none? And as its subject?</summary>
    static string Mentions(SentenceView s, MergedEvent e)
    {
        var own = e.Proposals.Any(p => p.Target.Sentence == s) || NamesTarget(s, e.TargetKey, e.TargetType);
        var other = e.OtherTargets(s).Any();
        var subject = s.Child(s.Root, "nsubj");
        var subj = subject < 0 ? "-" : s.Upos(subject) == Upos.Pron ? s.Lemma(subject) : e.Proposals.Any(p => p.Target.Sentence == s && p.Target.First <= subject && subject < p.Target.End) ? "target" : "noun";
        return (own ? "own" : "-") + (other ? "+other" : "") + "/" + subj;
    }

    static bool NamesTarget(SentenceView s, string key, TargetType type)
    {
        foreach (var name in s.Names)
        {
            var n = TargetNames.Normalize(s.RangeOf(name.First, name.End).Of(s.Document.Text));
            if (n == key || TargetNames.IsShortFor(n, key, type)) return true;
        }

        return false;
    }
}
