using Extraction.Documents;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reasons;

/// <summary>
/// Finds spans of a sentence that could be reasons: what follows a connective, a relative clause, what a sentence says of
/// its subject. Every start comes with the ends that a reader might choose.
/// </summary>
public static class ReasonFinder
{
    const int Longest = 60;
    const double MinStart = 0.1;
    static readonly double[] GoesOn = [0.1, 0.3, 0.5, 0.7];

    /// <param name="s">The sentence.</param>
    /// <param name="notes">What the reader of the article took for reasons.</param>
    public static List<ReasonCandidate> Find(SentenceView s, TokenNotes notes)
    {
        var found = new List<ReasonCandidate>();
        for (var i = 0; i < s.Count; i++)
        {
            if (Connectives.Match(s, i) is not { } match) continue;
            var first = i + match.Length;
            if (first >= s.Count || !Fits(s, match.Cue, first)) continue;
            AddEnds(found, s, first, match.Cue, i);
            // "for alleged involvement in killings": the narrower reading too.
            if (first < s.Count && s.Lemma(first) is "their" or "its" or "his" or "her" or "the" or "alleged" or "have" or "be" or "serious")
                AddEnds(found, s, first + 1, match.Cue + "+" + s.Lemma(first), i);
        }

        AddPredicate(found, s);
        foreach (var (first, end) in notes.Reasons(s)) Add(found, s, first, TrimEnd(s, first, end), "noted", first, "noted");
        AddNoted(found, s, notes);
        return found;
    }

    // From wherever the reader half believes that a reason begins, as far as it believes that it goes on.
    static void AddNoted(List<ReasonCandidate> found, SentenceView s, TokenNotes notes)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (notes.ReasonStarts(s, i) < MinStart) continue;
            foreach (var least in GoesOn)
            {
                var end = i + 1;
                while (end < s.Count && notes.ReasonGoesOn(s, end) >= least) end++;
                Add(found, s, i, TrimEnd(s, i, end), "noted", i, "noted");
            }
        }
    }

    static bool Fits(SentenceView s, string cue, int first) => cue switch
    {
        "to" or "seek to" or "aim at" or "design to" or "intend to" or "mean to" => s.Upos(first) is Upos.Verb or Upos.Aux or Upos.Adv,
        "by" => s.Xpos(first) == "VBG",
        "against" => s.Xpos(first) is "VBG" or "NN" or "NNS" or "JJ",
        _ => true,
    };

    // "The company had supplied drones": what is said of the subject, without subject and auxiliaries.
    static void AddPredicate(List<ReasonCandidate> found, SentenceView s)
    {
        for (var v = 0; v < s.Count; v++)
        {
            if (s.Upos(v) is not Upos.Verb) continue;
            var subject = s.Child(v, "nsubj");
            if (subject < 0 || subject > v) continue;
            AddEnds(found, s, v, "pred", subject);
            if (s.Root == v || s.Is(v, "ccomp")) AddEnds(found, s, NominalFinder.Subtree(s, subject).First, "clause", subject);
        }
    }

    static void AddEnds(List<ReasonCandidate> found, SentenceView s, int first, string cue, int cueAt)
    {
        while (first < s.Count && s.Form(first) is "\"" or "'" or "``") first++;
        var limit = Math.Min(s.Count, first + Longest);
        if (first >= limit || s.Upos(first) == Upos.Punct) return;
        var sentenceEnd = TrimEnd(s, first, limit);
        var clause = TrimEnd(s, first, Math.Min(limit, ClauseEnd(s, first, cueAt)));
        Add(found, s, first, clause, cue, cueAt, "clause");
        Add(found, s, first, sentenceEnd, cue, cueAt, "sentence");
        var commas = 0;
        for (var i = first + 1; i < sentenceEnd && commas < 4; i++)
        {
            if (s.Form(i) is not ("," or ";" or ":" or "-" or "--" or "(" or "\"") && !(s.Lemma(i) is "and" or "while" or "as" or "after" && i - first > 3)) continue;
            Add(found, s, first, TrimEnd(s, first, i), cue, cueAt, s.Form(i) is "," or ";" or ":" or "-" or "--" or "(" or "\"" ? "comma" + commas : "word");
            commas++;
        }
    }

    static void Add(List<ReasonCandidate> found, SentenceView s, int first, int end, string cue, int cueAt, string rule)
    {
        if (end <= first) return;
        for (var i = found.Count - 1; i >= 0 && found[i].First == first; i--)
            if (found[i].End == end && found[i].CueAt == cueAt) return;
        found.Add(new(s, first, end, cue, cueAt, rule));
    }

    /// <summary>The end of the clause or phrase that the first token opens: the subtree of its topmost ancestor that lies right of the cue.</summary>
    static int ClauseEnd(SentenceView s, int first, int cueAt)
    {
        var top = first;
        for (var steps = 0; steps < 40; steps++)
        {
            var head = s.Head(top);
            if (head < 0 || head < Math.Min(cueAt, first)) break;
            top = head;
        }

        return NominalFinder.Subtree(s, top).End;
    }

    static int TrimEnd(SentenceView s, int first, int end)
    {
        while (end > first && (s.Upos(end - 1) == Upos.Punct && s.Form(end - 1) is not (")" or "%") || s.Upos(end - 1) is Upos.Cconj)) end--;
        return end;
    }
}
