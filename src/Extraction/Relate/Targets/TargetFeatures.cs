using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Targets;

/// <summary>What the target model sees of an anchor and a nominal.</summary>
public static class TargetFeatures
{
    /// <param name="f">Filled anew.</param>
    /// <param name="a">The anchor.</param>
    /// <param name="t">The nominal.</param>
    /// <param name="act">The act that the anchor states.</param>
    /// <param name="actors">Who acts.</param>
    /// <param name="previous">The target accepted last for this anchor, or null: lists are read left to right.</param>
    /// <param name="state">What the article has said so far.</param>
    public static void For(Features f, Anchor a, Nominal t, ActKind act, IReadOnlyList<Authority> actors, Nominal? previous, DocumentState state)
    {
        var s = a.Sentence;
        var word = a.Word?.Lemma ?? "CONT";
        var kind = t.Kind.ToString();
        var type = t.Type.ToString();
        f.Clear();
        f.Add("bias");
        f.Add("kind", kind, type);
        f.Add("word", word, kind);
        f.Add("act", act.ToString(), type);
        AddPaths(f, a, t, word, kind);
        AddSurface(f, s, a, t, word, kind);
        AddList(f, s, t, previous, kind);
        f.Add("head", t.Kind == NominalKind.Common ? s.Lemma(t.Head) : type);
        f.Add("head+word", t.Kind == NominalKind.Common ? s.Lemma(t.Head) : type, word);
        f.Add("head~", t.Kind == NominalKind.Common ? s.Fine(t.Head) : type, a.Word?.Act?.ToString() ?? "-");
        f.Add("pred~", s.Fine(a.Predicate), Paths.Between(s, a.Predicate, Paths.ListHead(s, t.Head)));
        f.Add("pred~~", s.Coarse(a.Predicate), Paths.Between(s, a.Predicate, Paths.ListHead(s, t.Head)), kind);
        f.Add("g.path", (a.Word?.Class ?? 'c') + (a.Word?.Act?.ToString() ?? "-"), Paths.Between(s, a.Token, Paths.ListHead(s, t.Head)), kind);
        f.Add("isActor", actors.Any(x => x.Name == t.Canonical));
        if (actors.Any(x => x.Name == t.Canonical)) f.Add("isActor+rel", s.Deprel(t.Head));
        f.Add("known", state.Targets.Contains(TargetNames.Normalize(t)) ? kind : "no");
        if (state.IsSecond)
        {
            f.Add("1:hit", FirstReading.Tenths(state.First.Target(TargetNames.Normalize(t))), kind);
            f.Add("1:actor", FirstReading.Tenths(state.First.Actor(t.Canonical ?? "")), kind);
        }

        f.Add("isAuthority", s.AuthorityAt(t.Head) >= 0 ? s.Authorities[s.AuthorityAt(t.Head)].Entry.Kind.ToString() : "-", s.Deprel(t.Head));
        f.Add("block", s.Kind.ToString(), kind);
        f.Add("rel", s.Deprel(t.Head), kind);
        f.Add("rel+word", s.Deprel(t.Head), word);
        f.Add("names", NameBeside(s, t), kind);
        f.Add("doc.names", Features.Bucket(s.Names.Length), kind);
        if (t.Kind == NominalKind.Common)
        {
            f.Add("len", Features.Bucket(t.End - t.First));
            for (var i = t.First; i < t.End; i++)
            {
                f.Add("in", s.Lemma(i));
                f.Add("in~", s.Coarse(i));
            }

            f.Add("first", s.Lemma(t.First), s.Xpos(t.Head));
            f.Add("num", HasNumber(s, t) ? "num" : "-", s.Xpos(t.Head));
            f.Add("det", t.First > 0 ? s.Lemma(t.First - 1) : "^", s.Xpos(t.Head));
            f.Add("cut", t.End < s.Count ? s.Deprel(t.End) + s.Lemma(t.End) : "$");
            f.Add("whole", NominalFinder.Subtree(s, t.Head).End == t.End);
            f.Add("joint", Contains(s, t, "and"));
            f.Add("namesIn", NamesIn(s, t));
        }
        else if (t.First > 0)
        {
            f.Add("modifies", s.Head(t.Head) >= 0 ? s.Lemma(s.Head(t.Head)) : "ROOT", s.Deprel(t.Head), kind);
        }
    }

    static void AddPaths(Features f, Anchor a, Nominal t, string word, string kind)
    {
        var s = a.Sentence;
        var path = Paths.Between(s, a.Token, t.Head);
        f.Add("path", path);
        f.Add("path+word", path, word);
        f.Add("path+kind", path, kind);
        f.Add("wpath", word, Paths.Between(s, a.Token, t.Head, words: true));
        var listHead = Paths.ListHead(s, t.Head);
        if (listHead != t.Head)
        {
            f.Add("lpath", Paths.Between(s, a.Token, listHead));
            f.Add("lpath+word", Paths.Between(s, a.Token, listHead), word);
            f.Add("lpath+kind", Paths.Between(s, a.Token, listHead), kind);
        }

        if (a.Predicate != a.Token)
        {
            var pred = s.Lemma(a.Predicate);
            var ppath = Paths.Between(s, a.Predicate, listHead);
            f.Add("ppath", ppath);
            f.Add("ppath+pred", ppath, pred);
            f.Add("ppath+pred+word", ppath, pred, word);
        }
    }

    static void AddSurface(Features f, SentenceView s, Anchor a, Nominal t, string word, string kind)
    {
        var before = t.End <= a.Token;
        var inside = t.First <= a.Token && a.Token < t.End;
        f.Add("side", inside ? "in" : before ? "left" : "right", word, kind);
        var gap = before ? a.Token - t.End : t.First - a.Token - 1;
        f.Add("gap", (before ? "l" : "r") + Features.Bucket(gap), kind);
        f.Add("prev", s.Lemma(t.First - 1), kind);
        f.Add("prev2", s.Lemma(t.First - 2), s.Lemma(t.First - 1));
        f.Add("prev+word", s.Lemma(t.First - 1), word, before ? "l" : "r");
        f.Add("next", s.Lemma(t.End), kind);
        f.Add("next2", s.Lemma(t.End), s.Lemma(t.End + 1));
        if (inside || gap > 6) return;
        var (from, to) = before ? (t.End, a.Token) : (a.Token + 1, t.First);
        var between = string.Join(' ', Enumerable.Range(from, Math.Max(0, to - from)).Select(i => s.NameAt(i) >= 0 ? "N" : s.Lemma(i)));
        f.Add("between", between, before ? "l" : "r");
        f.Add("between+word", between, word, before ? "l" : "r");
    }

    static void AddList(Features f, SentenceView s, Nominal t, Nominal? previous, string kind)
    {
        if (previous is null)
        {
            f.Add("firstOne", kind);
            return;
        }

        f.Add("after", previous.Kind.ToString(), kind);
        f.Add("afterType", previous.Type.ToString(), t.Type.ToString());
        f.Add("after.overlap", previous.Overlaps(t));
        var link = Paths.Between(s, previous.Head, t.Head);
        f.Add("after.path", link);
        f.Add("after.path+kind", link, kind, previous.Kind.ToString());
        f.Add("after.sameList", Paths.ListHead(s, previous.Head) == Paths.ListHead(s, t.Head));
        if (previous.End > t.First) return;
        f.Add("after.gap", Features.Bucket(t.First - previous.End), kind);
        f.Add("after.word", s.Lemma(previous.End), s.Lemma(t.First - 1));
        f.Add("after.words", s.Lemma(previous.End), s.Lemma(t.First - 1), kind);
        for (var i = previous.End; i < t.First && i < previous.End + 14; i++)
            if (s.Upos(i) is Upos.Verb or Upos.Noun or Upos.Punct or Upos.Adp or Upos.Cconj) f.Add("after.between", s.Lemma(i));
    }

    /// <summary>Whether a name follows at once (a role before its holder), or stands in apposition, or right before.</summary>
    static string NameBeside(SentenceView s, Nominal t)
    {
        var before = t.First > 0 && s.NameAt(t.First - 1) >= 0 ? "N" : t.First > 1 && s.Form(t.First - 1) == "," && s.NameAt(t.First - 2) >= 0 ? "N," : "";
        var after = t.End < s.Count && s.NameAt(t.End) >= 0 ? "N" : t.End + 1 < s.Count && s.Form(t.End) is "," or ":" && s.NameAt(t.End + 1) >= 0 ? s.Form(t.End) + "N" : "";
        return before + "_" + after;
    }

    static bool HasNumber(SentenceView s, Nominal t)
    {
        for (var i = t.First; i < t.End; i++)
            if (s.Upos(i) == Upos.Num || s.Lemma(i) is "several" or "dozen" or "some" or "many" or "other" or "number") return true;
        return false;
    }

    static bool Contains(SentenceView s, Nominal t, string lemma)
    {
        for (var i = t.First; i < t.End; i++)
            if (s.Lemma(i) == lemma) return true;
        return false;
    }

    static string NamesIn(SentenceView s, Nominal t)
    {
        for (var i = t.First; i < t.End; i++)
            if (s.NameAt(i) >= 0) return s.Names[s.NameAt(i)].Type.ToString();
        return "-";
    }
}
