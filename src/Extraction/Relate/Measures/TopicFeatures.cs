using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Merge;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Measures;

/// <summary>What the topic model sees of a record, whatever the topic.</summary>
static class TopicFeatures
{
    /// <summary>Words this near to the trigger count as its own.</summary>
    const int Near = 5;

    public static void ForMeasures(Features f, DocumentView document, MergedEvent e)
    {
        f.Clear();
        AddRecord(f, e);
        var seen = new HashSet<int>();
        foreach (var p in e.Proposals)
        {
            var s = p.Anchor.Sentence;
            f.Add("anchor", p.Anchor.Word?.Lemma ?? "CONT");
            f.Add("anchor+verb", p.Anchor.Word?.Lemma ?? "CONT", s.Lemma(p.Anchor.Predicate));
            foreach (var child in s.Children(p.Anchor.Token)) f.Add("under", s.Lemma(child));
            foreach (var child in s.Children(p.Anchor.Predicate)) f.Add("underVerb", s.Lemma(child), s.Lemma(p.Anchor.Predicate));
            for (var i = Math.Max(0, p.Anchor.Token - Near); i < Math.Min(s.Count, p.Anchor.Token + Near + 1); i++) f.Add("near", s.Lemma(i));
            if (!seen.Add(s.Number)) continue;
            AddWords(f, "said", s, 0, s.Count);
            AddPhrases(f, "said", Measures(s));
            if (s.Number + 1 < document.Sentences.Length) AddPhrases(f, "next", Measures(document.Sentences[s.Number + 1]));
        }

        foreach (var number in e.ActSentences)
            if (seen.Add(number)) AddPhrases(f, "act", Measures(document.Sentences[number]));
        foreach (var s in document.Sentences) AddPhrases(f, s.Kind == BlockKind.Title ? "title" : "text", Measures(s));
    }

    public static void ForObjectives(Features f, DocumentView document, MergedEvent e, Filler? reason)
    {
        f.Clear();
        AddRecord(f, e);
        f.Add(reason is null ? "no reason" : "reason");
        if (reason is not null)
        {
            foreach (var s in document.Sentences)
                if (s.Sentence.Range.Overlaps(reason.Range)) AddReason(f, s, reason.Range);
            foreach (var topic in TopicTagger.Objectives.Tag(reason.Text)) f.Add("reason.phrase", topic);
        }

        foreach (var number in e.Proposals.Select(p => p.Anchor.Sentence.Number).Distinct())
        {
            var s = document.Sentences[number];
            AddWords(f, "said", s, 0, s.Count);
            AddPhrases(f, "said", Objectives(s));
        }

        foreach (var s in document.Sentences) AddPhrases(f, s.Kind == BlockKind.Title ? "title" : "text", Objectives(s));
    }

    static void AddRecord(Features f, MergedEvent e)
    {
        f.Add("bias");
        f.Add("action", e.Action.ToString());
        f.Add("status", e.Status.ToString());
        f.Add("type", e.TargetType.ToString());
        f.Add("type+action", e.TargetType.ToString(), e.Action.ToString());
        f.Add("actor", e.Actor.Name);
        f.Add("agency", e.Proposals.Select(p => p.Actor.Agency).FirstOrDefault(a => a is not null));
        f.Add("head", e.Target.Sentence.Lemma(e.Target.Head));
        if (e.Target.Canonical is { } country) f.Add("country", country);
    }

    static void AddReason(Features f, SentenceView s, TextRange range)
    {
        var first = 0;
        while (first < s.Count - 1 && s[first].Range.End <= range.Start) first++;
        var end = first + 1;
        while (end < s.Count && s[end].Range.Start < range.End) end++;
        AddWords(f, "reason", s, first, end);
        for (var i = first; i < end; i++)
        {
            if (s.Upos(i) is not (Upos.Noun or Upos.Verb or Upos.Adj or Upos.Propn)) continue;
            f.Add("reason~", s.Fine(i));
            f.Add("reason~~", s.Coarse(i));
        }
    }

    static void AddWords(Features f, string where, SentenceView s, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (s.Upos(i) is not (Upos.Noun or Upos.Verb or Upos.Adj or Upos.Propn)) continue;
            f.Add(where, s.Lemma(i));
            if (i + 1 < end) f.Add(where, s.Lemma(i), s.Lemma(i + 1));
        }
    }

    static void AddPhrases(Features f, string where, ImmutableArray<string> topics)
    {
        foreach (var topic in topics) f.Add(where, "phrase", topic);
    }

    static ImmutableArray<string> Measures(SentenceView s) => Topics(s).Measures;

    static ImmutableArray<string> Objectives(SentenceView s) => Topics(s).Objectives;

    static (ImmutableArray<string> Measures, ImmutableArray<string> Objectives) Topics(SentenceView s)
    {
        if (s.Topics is { } known) return known;
        var words = s.Sentence.Range.Of(s.Document.Text);
        var found = (TopicTagger.Measures.Tag(words), TopicTagger.Objectives.Tag(words));
        s.Topics = found;
        return found;
    }
}
