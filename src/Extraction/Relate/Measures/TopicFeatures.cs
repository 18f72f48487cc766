using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Merge;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Measures;

/// <summary>What the topic model sees of a record, whatever the topic.</summary>
sealed class TopicFeatures
{
    /// <summary>Words this near to the trigger count as its own.</summary>
    const int Near = 5;

    readonly Features f = new();
    readonly HashSet<(string Where, string Topic)> phrases = [];

    /// <summary>The question of one topic: all that was seen, joined with the topic, and where phrases of this very topic stand.</summary>
    public void Ask(Features asked, string kind, string topic)
    {
        asked.Clear();
        asked.AddAll(f, kind + topic);
        asked.Add("topic", kind, topic);
        asked.Add("own", kind, phrases.Count == 0 ? "none" : "some");
        foreach (var (where, said) in phrases)
            if (said == topic) asked.Add("own", kind, where);
    }

    public void ForMeasures(DocumentView document, MergedEvent e)
    {
        Clear();
        AddRecord(e);
        var seen = new HashSet<int>();
        foreach (var p in e.Proposals)
        {
            var s = p.Anchor.Sentence;
            f.Add("anchor", p.Anchor.Word?.Lemma ?? "CONT");
            f.Add("anchor+verb", p.Anchor.Word?.Lemma ?? "CONT", s.Lemma(p.Anchor.Predicate));
            foreach (var child in s.Children(p.Anchor.Token)) f.Add("under", s.Lemma(child));
            foreach (var child in s.Children(p.Anchor.Predicate)) f.Add("underVerb", s.Lemma(child), s.Lemma(p.Anchor.Predicate));
            for (var i = Math.Max(0, p.Anchor.Token - Near); i < Math.Min(s.Count, p.Anchor.Token + Near + 1); i++)
            {
                f.Add("near", s.Lemma(i));
                f.Add("near~", s.Fine(i));
            }

            if (!seen.Add(s.Number)) continue;
            AddWords("said", s, 0, s.Count, pairs: false);
            AddPhrases("said", Measures(s));
            if (s.Number + 1 < document.Sentences.Length) AddPhrases("next", Measures(document.Sentences[s.Number + 1]));
        }

        foreach (var number in e.ActSentences)
            if (seen.Add(number)) AddPhrases("act", Measures(document.Sentences[number]));
        foreach (var s in document.Sentences) AddPhrases(s.Kind == BlockKind.Title ? "title" : "text", Measures(s));
    }

    public void ForObjectives(DocumentView document, MergedEvent e, Filler? reason)
    {
        Clear();
        AddRecord(e);
        f.Add(reason is null ? "no reason" : "reason");
        if (reason is not null)
        {
            foreach (var s in document.Sentences)
                if (s.Sentence.Range.Overlaps(reason.Range)) AddReason(s, reason.Range);
            AddPhrases("reason", TopicTagger.Objectives.Tag(reason.Text));
        }

        foreach (var number in e.Proposals.Select(p => p.Anchor.Sentence.Number).Distinct())
        {
            var s = document.Sentences[number];
            AddWords("said", s, 0, s.Count, pairs: false);
            AddPhrases("said", Objectives(s));
        }

        foreach (var s in document.Sentences) AddPhrases(s.Kind == BlockKind.Title ? "title" : "text", Objectives(s));
    }

    void Clear()
    {
        f.Clear();
        phrases.Clear();
    }

    void AddRecord(MergedEvent e)
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

    void AddReason(SentenceView s, TextRange range)
    {
        var first = 0;
        while (first < s.Count - 1 && s[first].Range.End <= range.Start) first++;
        var end = first + 1;
        while (end < s.Count && s[end].Range.Start < range.End) end++;
        AddWords("reason", s, first, end, pairs: true);
        for (var i = first; i < end; i++)
        {
            if (s.Upos(i) is not (Upos.Noun or Upos.Verb or Upos.Adj or Upos.Propn)) continue;
            f.Add("reason~", s.Fine(i));
            f.Add("reason~~", s.Coarse(i));
        }
    }

    void AddWords(string where, SentenceView s, int first, int end, bool pairs)
    {
        for (var i = first; i < end; i++)
        {
            if (s.Upos(i) is not (Upos.Noun or Upos.Verb or Upos.Adj or Upos.Propn)) continue;
            f.Add(where, s.Lemma(i));
            if (pairs && i + 1 < end) f.Add(where, s.Lemma(i), s.Lemma(i + 1));
        }
    }

    void AddPhrases(string where, ImmutableArray<string> topics)
    {
        foreach (var topic in topics) if (phrases.Add((where, topic))) f.Add(where, "phrase", topic);
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
