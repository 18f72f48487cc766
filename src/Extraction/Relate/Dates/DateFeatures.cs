using System.Globalization;
using Extraction.Documents;
using Extraction.Knowledge.Dates;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Anchors;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Dates;

/// <summary>How far the reader of an article is for a date.</summary>
/// <param name="Own">Its votes for these words (or the publication date, or none), 0 to 1.</param>
/// <param name="Day">Those for all words that give the same date.</param>
/// <param name="Most">The most for any date of the record.</param>
/// <param name="OfAct">Those for all words that give the same date at all records of the act, 0 to 1.</param>
public readonly record struct DateVote(double Own, double Day, double Most, double OfAct);

/// <summary>What the date model sees of a record and a date.</summary>
public static class DateFeatures
{
    /// <param name="f">Takes the features.</param>
    /// <param name="around">The record, and the dates around it.</param>
    /// <param name="c">The date.</param>
    /// <param name="vote">How far the reader is for it.</param>
    public static void For(Features f, RecordDates around, DateCandidate c, DateVote vote)
    {
        var (document, e) = (around.Document, around.Record);
        f.Clear();
        var source = c.Source.ToString();
        f.Add("bias", source);
        AddVotes(f, e, c, vote);
        f.Add("status", e.Status.ToString(), source);
        f.Add("action", e.Action.ToString(), source);
        var first = e.Proposals[0].Anchor;
        f.Add("dated", around.IsDated ? "yes" : "no", source, e.Status.ToString());
        f.Add("place", Place(first.Sentence), source, e.Status.ToString());
        f.Add("place+dated", Place(first.Sentence), source, around.IsDated ? "dated" : "-");
        f.Add("tag", first.Sentence.Xpos(first.Predicate), source, Place(first.Sentence));
        f.Add("pred~", first.Sentence.Coarse(first.Predicate), source);
        f.Add("known", document.Document.Article.Published is null ? "no" : "yes", source);
        foreach (var p in e.Proposals)
        {
            var s = p.Anchor.Sentence;
            foreach (var child in s.Children(p.Anchor.Predicate))
                if (s.Is(child, "aux") || s.Deprel(child) is "advmod" or "mark") f.Add("dep", s.Lemma(child), source);
            f.Add("word", p.Anchor.Word?.Lemma ?? "CONT", source);
        }

        for (var i = 0; i < first.Sentence.Count; i++)
            if (first.Sentence.Lemma(i) is "already" or "first" or "previously" or "earlier" or "last" or "ago" or "had" or "since" or "new" or "latest" or "previous" or "past" or "later" or "would")
                f.Add("cue", first.Sentence.Lemma(i), source);
        f.Add("said", Said(first.Sentence, first.Predicate), source);
        f.Add("title", e.Proposals.Exists(p => p.Anchor.Sentence.Kind == BlockKind.Title) ? "in" : "out", source);
        f.Add("type", e.TargetType.ToString(), source);
        f.Add("block", first.Sentence.Kind.ToString(), source);
        if (c.Source != DateSource.Words)
        {
            f.AddDegrees("noted" + source, around.NotedHere);
            f.Add("fresh", around.Fresh, source);
            f.Add("fresh+place", around.Fresh, source, Place(first.Sentence));
            f.Add("fresh+said", around.Fresh, source, Said(first.Sentence, first.Predicate));
        }

        if (c.Source == DateSource.Words) AddWords(f, around, c);
    }

    /// <summary>How likely the reader of the article takes a date for that of the act, at the place of the record where it is surest of it; 0 to 1.</summary>
    public static double Voted(MergedEvent e, DateCandidate c)
    {
        var most = 0.0;
        foreach (var p in e.Proposals)
            if (p.Dates is { } votes)
                most = Math.Max(most, c.Source switch { DateSource.None => votes.None, DateSource.Published => votes.Published, _ => votes.At.GetValueOrDefault(c.Number) });
        return most;
    }

    static void AddVotes(Features f, MergedEvent e, DateCandidate c, DateVote vote)
    {
        var source = c.Source.ToString();
        var most = Features.Rank(vote.Day, vote.Most);
        f.AddDegrees("vote", vote.Own);
        f.AddDegrees("vote" + source, vote.Own);
        f.AddDegrees("vote.day", vote.Day);
        f.Add("vote.most", most, source, e.Proposals.Count == 1 ? "once" : "again");
        f.AddDegrees("act.vote", vote.OfAct);
        f.AddDegrees("act.vote" + source, vote.OfAct);
        f.Add("vote.reading", most, c.Reading.ToString(), e.Status.ToString());
    }

    static void AddWords(Features f, RecordDates around, DateCandidate c)
    {
        var (document, e) = (around.Document, around.Record);
        var s = c.Sentence!;
        var x = c.Expression!;
        var first = x.First - s.Sentence.First;
        var end = x.End - s.Sentence.First;
        var head = s.HeadOf(first, end);
        var form = x.Shape.Form.ToString();
        f.Add("form", form);
        f.Add("form+status", form, e.Status.ToString());
        f.Add("words", string.Join(' ', Enumerable.Range(first, end - first).Select(i => char.IsAsciiDigit(s.Form(i)[0]) ? "9" : s.Lemma(i))));
        f.Add("prev", s.Lemma(first - 1), form);
        f.Add("next", s.Lemma(end), form);
        f.Add("resolved", c.Edtf?.Length ?? 0, form);
        var noted = around.Notes.IsDate(s, first, end);
        f.AddDegrees("note", noted);
        var level = (noted switch { < 0.03 => "0", < 0.15 => "1", < 0.4 => "2", < 0.7 => "3", _ => "4" }) + (noted >= around.Surest ? "most" : "");
        var here = e.Proposals.Find(p => p.Anchor.Sentence == s);
        var distance = e.Proposals.Min(p => Math.Abs(p.Anchor.Sentence.Number - s.Number));
        var sign = e.Proposals.Exists(p => p.Anchor.Sentence.Number < s.Number) ? "after" : "before";
        var far = distance == 0 ? "same" : sign + Features.Bucket(distance);
        var reading = c.Reading.ToString();
        f.Add("reading", reading, form);
        f.Add("reading+prev", reading, s.Lemma(first - 1), e.Status.ToString());
        f.Add("reading+place", reading, far);
        var age = DateAge.Of(document.Document.Article.Published, c.Edtf);
        f.Add("age", age, form);
        f.Add("age+status", age, e.Status.ToString(), far);
        f.Add("age+place", age, Place(e.Proposals[0].Anchor.Sentence), far);
        f.Add("age+said", age, Said(e.Proposals[0].Anchor.Sentence, e.Proposals[0].Anchor.Predicate), distance == 0 ? "same" : "other");
        f.Add("age+reading", age, reading, form);
        f.Add("published", c.Edtf is not null && document.Document.Article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == c.Edtf ? "yes" : "no", far);
        var rank = Features.Bucket(around.Rank(c.Number));
        f.Add("rank", rank, sign);
        f.Add("rank+block", rank, s.Kind == e.Proposals[0].Anchor.Sentence.Kind ? "like" : "other");
        f.Add("line", s.Number <= 2 && s.Count <= 8 ? "date line" : "-", far);
        f.Add("leads", first == 0 ? "first" : first <= 4 ? "early" : "-", far);
        f.Add("dist+said", far, Said(e.Proposals[0].Anchor.Sentence, e.Proposals[0].Anchor.Predicate));
        f.Add("root", s.Lemma(s.Root), distance == 0 ? "same" : "other");
        var act = e.ActSentences.Contains(s.Number) ? "act" : "-";
        f.Add("dist", far);
        f.Add("dist+form", far, form);
        f.Add("note+dist", level, far);
        f.Add("note+status", level, e.Status.ToString(), distance == 0 ? "same" : "other");
        f.Add("dist+place", far, Place(e.Proposals[0].Anchor.Sentence));
        f.Add("act", act, far, form);
        f.Add("act+dated", act, far, around.IsDated ? "dated" : "-");
        f.Add("act+block", act, s.Kind.ToString(), form);
        f.Add("rel", s.Deprel(head), s.Child(head, "case") >= 0 ? "case" : "bare");
        f.Add("rel+form", s.Deprel(head), form);
        f.Add("actVerb", act, NearVerb(s, head));
        f.Add("up", s.Head(head) < 0 ? "ROOT" : s.Lemma(s.Head(head)), s.Deprel(head));
        f.Add("number", around.IsCrowded(s) ? "many" : "one", distance == 0 ? "same" : "other");
        if (here is null) return;
        f.Add("path", Paths.Between(s, here.Anchor.Predicate, head));
        f.Add("path+form", Paths.Between(s, here.Anchor.Predicate, head), form);
        f.Add("apath", Paths.Between(s, here.Anchor.Token, head));
        f.Add("gap", Features.Bucket(first > here.Anchor.Token ? first - here.Anchor.Token : here.Anchor.Token - end), first > here.Anchor.Token ? "r" : "l");
        f.Add("nearest", NearestAnchor(here, e, s, first), form);
        if (here.Target.Sentence == s) f.Add("inReason", first > here.Target.End && here.Target.End > here.Anchor.Token ? "afterTarget" : "no", form);
    }

    /// <summary>The verb with its auxiliaries, by their forms: "has been VBN".</summary>
    static string Said(SentenceView s, int verb)
    {
        var said = "";
        foreach (var child in s.Children(verb))
            if (s.Is(child, "aux") || s.Is(child, "cop")) said += s.Form(child).ToLowerInvariant() + " ";
        return said + s.Xpos(verb);
    }

    /// <summary>"act" if the verb over the date is a trigger's, else that verb's cluster.</summary>
    static string NearVerb(SentenceView s, int head)
    {
        var verb = Paths.Predicate(s, head);
        foreach (var anchor in AnchorFinder.Find(s))
            if (anchor.Predicate == verb || anchor.Token == verb) return "act";
        return s.Coarse(verb);
    }

    static string NearestAnchor(Proposal here, MergedEvent e, SentenceView s, int first)
    {
        var own = Math.Abs(here.Anchor.Token - first);
        foreach (var other in AnchorFinder.Find(s))
            if (Math.Abs(other.Token - first) < own && other.Word!.IsCore) return "no";
        return "yes";
    }

    static string Place(SentenceView s) => s.Kind == BlockKind.Title ? "title" : s.Number <= 2 ? "lead" : s.Number <= 6 ? "early" : "late";
}
