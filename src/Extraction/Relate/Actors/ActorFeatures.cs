using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Anchors;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Actors;

/// <summary>What the actor model sees of an anchor and an authority.</summary>
public static class ActorFeatures
{
    public static void For(Features f, DocumentView document, Anchor a, ActorCandidate c, IReadOnlyList<ActorCandidate> all, DocumentState state)
    {
        var s = a.Sentence;
        var word = a.Word?.Lemma ?? "CONT";
        f.Clear();
        f.Add("bias");
        f.Add("word", word, c.Mention is null ? "carried" : "here");
        f.Add("dist", c.Distance);
        f.Add("carried", c.Carried ? "yes" : "no", c.Mention is null ? "far" : "here");
        f.Add("carried+word", c.Carried ? word : "no");
        f.Add("acted", Features.Bucket(state.ActorCounts.GetValueOrDefault(c.Authority.Name)));
        f.Add("anyActed", state.HasAct ? (state.ActorCounts.ContainsKey(c.Authority.Name) ? "this" : "other") : "none", c.Mention is null ? "far" : "here");
        f.Add("name", c.Authority.Name);
        f.Add("share", Features.Bucket((int)(10 * document.ShareOf(c.Authority.Name))), c.Mention is null ? "far" : "here");
        if (state.IsSecond)
        {
            f.Add("1:share", FirstReading.Tenths(state.First.Actor(c.Authority.Name)), c.Mention is null ? "far" : "here");
            f.Add("1:top", state.First.TopActor == c.Authority.Name ? "yes" : "no", c.Mention is null ? "far" : "here");
            f.Add("1:top+carried", state.First.TopActor == c.Authority.Name ? "yes" : "no", c.Carried ? "c" : "-", c.Mention?.Entry.Kind.ToString());
        }

        f.Add("top", document.ShareOf(c.Authority.Name) >= all.Max(x => document.ShareOf(x.Authority.Name)) ? "yes" : "no", c.Mention is null ? "far" : "here");
        f.Add("speaksFor", document.SpeakerOf(c.Authority.Name) ? "yes" : "no", c.Mention is null ? "far" : "here");
        f.Add("we", SaysWe(s) ? "we" : "-", c.Mention is null ? "far" : "here", document.SpeakerOf(c.Authority.Name) ? "yes" : "no");
        f.Add("subject", SubjectKind(s, a), c.Mention is null ? "far" : "here");
        f.Add("here", all.Count(x => x.Mention is not null) switch { 0 => "0", 1 => "1", 2 => "2", _ => "many" }, c.Mention is null ? "far" : "here");
        f.Add("agency", c.Distance, c.Authority.Agency is null ? "no" : "yes");
        f.Add("isTarget", state.Targets.Contains(Targets.TargetNames.Normalize(c.Authority.Name)) ? "yes" : "no", c.Carried ? "c" : "-");
        if (c.Mention is { } m) AddMention(f, s, a, m, word);
        else if (c.Authority.Sentence is { } other) AddElsewhere(f, other, c);
    }

    static bool SaysWe(SentenceView s)
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Lemma(i) is "we" or "I" or "our" or "my" or "i") return true;
        return false;
    }

    static string SubjectKind(SentenceView s, Anchor a)
    {
        var subject = s.Child(a.Predicate, "nsubj");
        return subject < 0 ? "none" : s.Deprel(subject) + AnchorFeatures.Kind(s, subject);
    }

    static void AddMention(Features f, SentenceView s, Anchor a, AuthorityMention m, string word)
    {
        var kind = m.Entry.Kind.ToString();
        var head = m.Head;
        var lead = Paths.ListHead(s, head);
        var path = Paths.Between(s, a.Token, lead);
        f.Add("kind", kind);
        f.Add("path", path);
        f.Add("path+kind", path, kind);
        f.Add("path+word", path, word);
        f.Add("wpath", Paths.Between(s, a.Token, lead, words: true));
        var ppath = Paths.Between(s, a.Predicate, lead);
        f.Add("ppath", ppath);
        f.Add("ppath+pred", ppath, s.Lemma(a.Predicate));
        f.Add("ppath+kind", ppath, kind);
        f.Add("ppath~", ppath, s.Fine(a.Predicate));
        f.Add("ppath~~", ppath, s.Coarse(a.Predicate), kind);
        f.Add("up~", s.Head(head) < 0 ? "ROOT" : s.Coarse(s.Head(head)), s.Deprel(head));
        f.Add("rel", s.Deprel(head), kind);
        f.Add("rel+up", s.Deprel(head), s.Head(head) < 0 ? "ROOT" : s.Lemma(s.Head(head)));
        f.Add("side", m.End <= a.Token ? "left" : "right", word);
        f.Add("side+kind", m.End <= a.Token ? "left" : "right", kind);
        var gap = m.End <= a.Token ? a.Token - m.End : m.First - a.Token - 1;
        f.Add("gap", (m.End <= a.Token ? "l" : "r") + Features.Bucket(gap), kind);
        f.Add("prev", s.Lemma(m.First - 1), kind);
        f.Add("next", s.Lemma(m.End), kind);
        f.Add("next2", s.Lemma(m.End), s.Lemma(m.End + 1));
        f.Add("prev+side", s.Lemma(m.First - 1), m.End <= a.Token ? "left" : "right");
        f.Add("first", m.First == 0);
        f.Add("firstMention", ReferenceEquals(s.Authorities[0].Entry, m.Entry) ? "first" : "later", kind);
        var at = head;
        for (var up = 0; up < 3 && at >= 0; up++, at = s.Head(at))
            if (s.Is(at, "nsubj") || s.Is(at, "obl") || s.Is(at, "obj")) f.Add("role", s.Deprel(at), s.Head(at) < 0 ? "-" : s.Lemma(s.Head(at)), kind);
        if (gap > 5) return;
        var (from, to) = m.End <= a.Token ? (m.End, a.Token) : (a.Token + 1, m.First);
        f.Add("between", string.Join(' ', Enumerable.Range(from, Math.Max(0, to - from)).Select(s.Lemma)), m.End <= a.Token ? "l" : "r");
    }

    static void AddElsewhere(Features f, SentenceView s, ActorCandidate c)
    {
        var head = s.HeadOf(c.Authority.First, c.Authority.End);
        f.Add("e.rel", s.Deprel(head));
        f.Add("e.rel+dist", c.Distance, s.Deprel(head));
        f.Add("e.up", s.Head(head) < 0 ? "ROOT" : s.Lemma(s.Head(head)), s.Deprel(head));
        f.Add("e.kind", s.AuthorityAt(c.Authority.First) >= 0 ? s.Authorities[s.AuthorityAt(c.Authority.First)].Entry.Kind.ToString() : "-");
        f.Add("e.block", s.Kind.ToString());
    }
}
