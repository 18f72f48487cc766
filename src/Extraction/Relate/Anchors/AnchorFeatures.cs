using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Anchors;

/// <summary>What the act model and the status model see of an anchor.</summary>
public static class AnchorFeatures
{
    /// <summary>Features for: does this anchor state an act, and which?</summary>
    public static void ForAct(Features f, Anchor a, DocumentState state)
    {
        var s = a.Sentence;
        f.Clear();
        f.Add("bias");
        if (a.IsContinuation) AddContinuation(f, a, state);
        else AddWord(f, a, state);
        AddPlace(f, s, state);
        AddFirst(f, a, state);
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Upos(i) is not (Upos.Verb or Upos.Noun or Upos.Adj or Upos.Adv or Upos.Part)) continue;
            f.Add(a.IsContinuation ? "c:bag" : "bag", s.Lemma(i));
            f.Add(a.IsContinuation ? "c:bag~" : "bag~", s.Fine(i));
        }
    }

    /// <summary>Features for: is the act done, planned, urged or refused?</summary>
    public static void ForStatus(Features f, Anchor a, DocumentState state)
    {
        var s = a.Sentence;
        f.Clear();
        f.Add("bias");
        if (a.IsContinuation) f.Add("cont", state.LastStatus.ToString());
        f.Add("word", a.Word?.Lemma, s.Xpos(a.Token));
        AddModality(f, s, a.Predicate, a.Token);
        AddPlace(f, s, state);
        f.Add("before", state.HasAct ? state.LastStatus.ToString() : "-");
        if (state.IsSecond)
            foreach (var status in Enum.GetValues<ActStatus>()) f.Add("1:share", FirstReading.Tenths(state.First.Status(status)), status.ToString());
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Upos(i) is Upos.Punct or Upos.Det) continue;
            f.Add("bag", s.Lemma(i));
            f.Add("bag~", s.Fine(i));
            if (s.Upos(i) == Upos.Verb) f.Add("verb", s.Lemma(i), s.Xpos(i));
        }

        f.Add("tag+block", s.Xpos(a.Predicate), s.Kind.ToString(), s.Lemma(a.Predicate - 1));
        f.Add("opinion", (int)(10 * a.Document.OpinionShare), s.Child(a.Predicate, "aux") is >= 0 and var aux ? s.Lemma(aux) : "-");
        f.Add("opinion+speaker", (int)(10 * a.Document.OpinionShare));
        f.Add("titled", a.Document.TitleModal ?? "-");
        AddChain(f, s, a.Predicate);
        for (var d = -4; d <= 4; d++) f.Add("w" + d, s.Lemma(a.Predicate + d));
        for (var d = -3; d < 0; d++) f.Add("b", s.Lemma(a.Predicate + d - 1), s.Lemma(a.Predicate + d));
    }

    /// <summary>The verbs over a predicate, nearest first: "consider>impose", "urge>administration>impose".</summary>
    static void AddChain(Features f, SentenceView s, int p)
    {
        var chain = s.Fine(p);
        var at = p;
        for (var up = 0; up < 3 && s.Head(at) >= 0; up++)
        {
            at = s.Head(at);
            chain = s.Fine(at) + ">" + chain;
            f.Add("chain", chain);
            f.Add("above", s.Fine(at), s.Xpos(p));
            f.Add("above~", s.Coarse(at), s.Xpos(p));
        }
    }

    static void AddWord(Features f, Anchor a, DocumentState state)
    {
        var s = a.Sentence;
        var i = a.Token;
        var word = a.Word!;
        var lemma = word.Lemma;
        var deprel = s.Deprel(i);
        f.Add("word", lemma);
        var context = (CoreNearby(s, i) == "-" ? "alone" : "core") + (state.HasAct ? s.Number == state.LastSentence ? "+same" : s.Number - state.LastSentence <= 2 ? "+near" : "+far" : "+none");
        f.Add("context", context, word.IsCore ? "!" : "-");
        f.Add("context+word", context, lemma);
        f.Add("context+pred", context, s.Lemma(a.Predicate));
        f.Add("context+last", context, state.HasAct ? state.LastAction.ToString() : "-", word.Act?.ToString() ?? "-");
        f.Add("word+tag", lemma, s.Xpos(i));
        f.Add("word+rel", lemma, deprel);
        f.Add("act", word.Act?.ToString() ?? "-");
        f.Add("core", word.IsCore);
        var head = s.Head(i);
        f.Add("head", lemma, head < 0 ? "ROOT" : s.Lemma(head), deprel);
        var p = a.Predicate;
        f.Add("pred", s.Lemma(p));
        f.Add("pred+word", s.Lemma(p), lemma);
        f.Add("path", lemma, Paths.Between(s, i, p));
        f.Add("pred+path", s.Lemma(p), Paths.Between(s, i, p));
        f.Add("pred.tag", s.Xpos(p), lemma);
        AddModality(f, s, p, i);
        foreach (var c in s.Children(i))
        {
            if (s.Upos(c) == Upos.Punct) continue;
            f.Add("child", lemma, s.Deprel(c));
            f.Add("child.l", lemma, s.Lemma(c));
            var marker = s.Child(c, "case");
            if (marker >= 0) f.Add("child.case", lemma, s.Lemma(marker), Kind(s, c));
        }

        foreach (var c in s.Children(p))
        {
            if (p == i) break;
            f.Add("pchild", s.Lemma(p), s.Deprel(c));
            var marker = s.Child(c, "case");
            if (marker >= 0) f.Add("pchild.case", s.Lemma(p), s.Lemma(marker), Kind(s, c));
        }

        for (var d = -4; d <= 4; d++)
        {
            if (d == 0) continue;
            f.Add("w" + d, lemma, s.Lemma(i + d));
            f.Add("a" + d, s.Lemma(i + d));
        }

        AddGeneral(f, a);
        f.Add("lb", s.Lemma(i - 2), s.Lemma(i - 1));
        f.Add("rb", s.Lemma(i + 1), s.Lemma(i + 2));
        f.Add("lw", s.Lemma(i - 1), lemma, s.Lemma(i + 1));
        f.Add("sibling", lemma, CoreNearby(s, i));
    }

    // What holds for any trigger word of its class: "was also X-ed", "X on NAME".
    static void AddGeneral(Features f, Anchor a)
    {
        var s = a.Sentence;
        var (i, p) = (a.Token, a.Predicate);
        var word = a.Word!;
        var kind = word.Class + (word.IsCore ? "!" : "") + (word.Act?.ToString() ?? "-");
        f.Add("g", kind, s.Xpos(i));
        f.Add("g.rel", kind, s.Deprel(i));
        f.Add("g.pred", kind, s.Fine(p));
        f.Add("g.pred2", kind, s.Coarse(p), s.Deprel(i));
        f.Add("g.ptag", kind, s.Xpos(p), s.Deprel(p));
        f.Add("g.path", kind, Paths.Between(s, i, p));
        f.Add("g.place", kind, s.Number <= 3 ? "lead" : "later", s.Kind.ToString());
        foreach (var c in s.Children(p))
        {
            var rel = s.Deprel(c);
            if (s.Upos(c) == Upos.Punct) continue;
            f.Add("g.pchild", kind, rel);
            if (rel.StartsWith("aux", StringComparison.Ordinal) || rel is "advmod" or "mark" or "cop") f.Add("g.dep", kind, s.Lemma(c));
            if (rel.StartsWith("nsubj", StringComparison.Ordinal) || rel is "obj") f.Add("g.arg", kind, rel, Rough(s, c));
            var marker = s.Child(c, "case");
            if (marker >= 0) f.Add("g.case", kind, s.Lemma(marker), Rough(s, c));
        }

        foreach (var c in s.Children(i))
        {
            if (c == p || s.Upos(c) == Upos.Punct) continue;
            f.Add("g.child", kind, s.Deprel(c), s.Coarse(c));
            var marker = s.Child(c, "case");
            if (marker >= 0) f.Add("g.ncase", kind, s.Lemma(marker), Rough(s, c));
        }

        var head = s.Head(i);
        f.Add("g.head", kind, head < 0 ? "ROOT" : s.Fine(head), s.Deprel(i));
        for (var d = -3; d <= 3; d++)
            if (d != 0) f.Add("g" + d, kind, s.Fine(i + d));
        for (var up = s.Head(p); up >= 0; up = s.Head(up)) f.Add("g.over", s.Fine(up));
    }

    /// <summary>A name's kind, or the coarse cluster of a word.</summary>
    static string Rough(SentenceView s, int i)
    {
        var kind = Kind(s, i);
        return kind == s.Lemma(i) ? s.Coarse(i) : kind;
    }

    static void AddFirst(Features f, Anchor a, DocumentState state)
    {
        if (!state.IsSecond) return;
        f.Add("1:acts", Features.Bucket((int)state.First.Total));
        f.Add("1:acts+word", Features.Bucket((int)state.First.Total), a.Word?.Lemma ?? "CONT");
        foreach (var act in Enum.GetValues<ActKind>())
        {
            f.Add("1:share", FirstReading.Tenths(state.First.Action(act)), act.ToString());
            f.Add("1:share+act", FirstReading.Tenths(state.First.Action(act)), act.ToString() + (a.Word?.Act?.ToString() ?? "-"));
        }
    }

    static void AddContinuation(Features f, Anchor a, DocumentState state)
    {
        var s = a.Sentence;
        f.Add("cont");
        f.Add("c:gap", Features.Bucket(s.Number - state.LastSentence));
        f.Add("c:last", state.LastAction.ToString(), state.LastStatus.ToString());
        f.Add("c:lastN", Features.Bucket(state.LastTargets));
        f.Add("c:root", s.Lemma(s.Root), s.Xpos(s.Root));
        f.Add("c:kind", s.Kind.ToString());
        f.Add("c:root~", s.Fine(s.Root), s.Xpos(s.Root));
        f.Add("c:names", Features.Bucket(s.Names.Length));
        f.Add("c:len", Features.Bucket(s.Count));
        f.Add("c:first", s.Lemma(0));
        f.Add("c:first2", s.Lemma(0), s.Lemma(1));
        f.Add("c:startsName", s.Count > 0 && s.NameAt(0) >= 0);
        f.Add("c:end", s.Form(s.Count - 1));
        f.Add("c:gap+kind", Features.Bucket(s.Number - state.LastSentence), s.Kind.ToString());
        for (var i = 0; i + 1 < s.Count && i < 12; i++) f.Add("c:bi", s.Lemma(i), s.Lemma(i + 1));
        foreach (var c in s.Children(s.Root)) f.Add("c:child", s.Deprel(c), s.Upos(c) is Upos.Propn ? "NAME" : s.Lemma(c));
    }

    /// <summary>Mood, tense, voice and reporting over a predicate.</summary>
    static void AddModality(Features f, SentenceView s, int p, int anchor)
    {
        f.Add("p.tag", s.Xpos(p));
        f.Add("p.rel", s.Deprel(p));
        foreach (var c in s.Children(p))
        {
            var rel = s.Deprel(c);
            if (rel.StartsWith("aux", StringComparison.Ordinal) || rel is "mark" or "advmod" or "cop" || s.Lemma(c) is "not" or "no" or "never")
                f.Add("p.dep", rel, s.Lemma(c));
            if (rel.StartsWith("nsubj", StringComparison.Ordinal)) f.Add("p.subj", rel, Kind(s, c));
        }

        var at = p;
        for (var up = 1; up <= 3; up++)
        {
            var head = s.Head(at);
            if (head < 0) break;
            f.Add("over", s.Lemma(head), s.Deprel(at));
            f.Add("over~", s.Fine(head), s.Deprel(at));
            f.Add("over" + up, s.Lemma(head));
            foreach (var c in s.Children(head))
            {
                var rel = s.Deprel(c);
                if (rel.StartsWith("aux", StringComparison.Ordinal) || s.Lemma(c) is "not" or "never") f.Add("over.dep", s.Lemma(head), s.Lemma(c));
                if (rel.StartsWith("nsubj", StringComparison.Ordinal)) f.Add("over.subj", s.Lemma(head), Kind(s, c));
            }

            at = head;
        }

        if (anchor == p) return;
        foreach (var c in s.Children(anchor))
            if (s.Lemma(c) is "no" or "any" or "possible" or "potential" or "further" or "new" or "existing" or "the" or "these" or "more") f.Add("n.dep", s.Lemma(c));
    }

    static void AddPlace(Features f, SentenceView s, DocumentState state)
    {
        f.Add("block", s.Kind.ToString());
        f.Add("place", s.Number == 0 ? "first" : s.Number <= 3 ? "lead" : s.Number <= 10 ? "early" : "late");
        f.Add("started", state.HasAct);
        if (state.HasAct) f.Add("since", Features.Bucket(s.Number - state.LastSentence));
        f.Add("dates", HasYear(s));
        f.Add("quote", s.Form(0) is "\"" or "'");
        f.Add("question", s.Form(s.Count - 1) == "?");
    }

    /// <summary>A word for what kind of thing a token is: an authority, a kind of name, or its lemma.</summary>
    public static string Kind(SentenceView s, int i)
    {
        var authority = s.AuthorityAt(i);
        if (authority >= 0) return s.Authorities[authority].Entry.Kind switch
        {
            AuthorityKind.State or AuthorityKind.Adjective or AuthorityKind.Capital => "STATE",
            AuthorityKind.Official => "OFFICIAL",
            _ => "AUTHORITY",
        };
        var name = s.NameAt(i);
        return name >= 0 ? s.Names[name].Type.ToString() : s.Upos(i) switch { Upos.Num => "NUM", Upos.Pron => s.Lemma(i), _ => s.Lemma(i) };
    }

    static bool HasYear(SentenceView s)
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Form(i) is { Length: 4 } form && form[0] is '1' or '2' && int.TryParse(form, out var year) && year is > 1900 and < 2100) return true;
        return false;
    }

    static string CoreNearby(SentenceView s, int i)
    {
        for (var k = 0; k < s.Count; k++)
            if (k != i && TriggerLexicon.Default.Find(s[k]) is { IsCore: true } other) return other.Lemma;
        return "-";
    }
}
