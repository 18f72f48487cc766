using Extraction.Learning;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>A stretch of a sentence that the network takes for a target: tokens <c>[First, End)</c>.</summary>
public readonly record struct Span(SentenceView Sentence, int First, int End, int Head);

/// <summary>A mention of an authority and the sentence that it stands in.</summary>
public readonly record struct Mention(SentenceView Sentence, AuthorityMention Words);

/// <summary>Pairs every target with the authorities that may act upon it.</summary>
public sealed class PairReader(IFeatureIndex index)
{
    const int Back = 30;
    const int Ahead = 4;

    /// <param name="spans">Targets, in order.</param>
    /// <param name="sentences">The sentences read in one piece.</param>
    /// <param name="offsets">Where each of those sentences' tokens start.</param>
    /// <returns>The inputs, and for each pair the mention.</returns>
    public (PairInputs Inputs, List<Mention> Mentions) Read(IReadOnlyList<Span> spans, ReadOnlySpan<SentenceView> sentences, IReadOnlyDictionary<int, int> offsets)
    {
        var pairs = new PairTable(index, 200);
        var mentions = new List<Mention>();
        foreach (var s in sentences)
            foreach (var m in s.Authorities) mentions.Add(new(s, m));
        for (var q = 0; q < spans.Count; q++)
            for (var c = 0; c < mentions.Count; c++)
            {
                var distance = spans[q].Sentence.Number - mentions[c].Sentence.Number;
                if (distance is > Back or < -Ahead && mentions[c].Sentence.Number > 2) continue;
                pairs.Begin(q, c);
                AddFeatures(pairs, spans[q], mentions, c);
            }

        return (pairs.ToInputs(spans.Select(s => offsets[s.Sentence.Number] + s.Head), mentions.Select(m => offsets[m.Sentence.Number] + m.Words.Head)), mentions);
    }

    static void AddFeatures(PairTable pairs, Span t, List<Mention> mentions, int c)
    {
        var (s, m) = mentions[c];
        var kind = (ulong)m.Entry.Kind;
        var distance = (ulong)(t.Sentence.Number - s.Number is var d && d > 8 ? 8 + Math.Min(4, (d - 8) / 5) : Math.Max(d, -3) + 20);
        pairs.Add(0, distance);
        pairs.Add(1, kind);
        pairs.Add(2, kind, distance);
        pairs.Add(3, (ulong)(10 * s.View.ShareOf(m.Entry.Name)), s.View.SpeakerOf(m.Entry.Name) ? 1ul : 0);
        pairs.Add(4, (ulong)s.Kind, s.Number < 3 ? (ulong)s.Number : 3);
        var rel = Hashing.Of(s.Deprel(m.Head));
        var predicate = Hashing.Of(s.Lemma(Paths.Predicate(s, m.Head)));
        pairs.Add(5, rel, kind);
        pairs.Add(6, rel, predicate);
        pairs.Add(7, rel, distance);
        pairs.Add(8, TriggerPath.Above(s, m.Head).Path, distance is 20 ? 1ul : 0);
        pairs.Add(9, m.Entry.Agency is null ? 0ul : 1, kind);
        var between = 0;
        for (var k = c + 1; k < mentions.Count && mentions[k].Sentence.Number <= t.Sentence.Number; k++)
            if (mentions[k].Words.Entry.Name != m.Entry.Name && (mentions[k].Sentence != t.Sentence || mentions[k].Words.End <= t.First)) between++;
        pairs.Add(10, (ulong)Math.Min(between, 6), kind);
        pairs.Add(11, c == 0 ? 1ul : 0, kind);
        var name = Hashing.Of(m.Entry.Name);
        pairs.Add(16, name);
        pairs.Add(17, name, rel);
        if (s != t.Sentence) return;
        var inside = m.First < t.End && t.First < m.End;
        var before = m.End <= t.First;
        pairs.Add(12, inside ? 1ul : before ? 2ul : 3ul, kind);
        pairs.Add(13, Hashing.Of(Paths.Between(s, m.Head, t.Head)));
        pairs.Add(14, Hashing.Of(Paths.Between(s, m.Head, Paths.ListHead(s, t.Head))));
        pairs.Add(15, (ulong)Math.Min(12, before ? t.First - m.End : m.First - t.End), before ? 1ul : 0);
    }
}
