using Extraction.Knowledge.Dates;
using Extraction.Learning;
using Extraction.Relate.Dates;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>Something that may date the act upon a target.</summary>
/// <param name="Source">Words, the publication date, or none.</param>
/// <param name="Number">Of words their place among the article's dates; of the others the target's number.</param>
public readonly record struct DateOption(DateSource Source, int Number);

/// <summary>Pairs every target with the dates near it, with the publication date, and with none.</summary>
public sealed class DateReader(IFeatureIndex index)
{
    /// <summary>Sentences before and after the target in which its date is sought; the first ones of the article always are.</summary>
    const int Back = 12;
    const int Ahead = 10;
    const int FirstSentences = 3;

    /// <summary>Words of the article that give a date.</summary>
    sealed record Words(int Row, SentenceView Sentence, DateExpression Expression, int First, int Head, ulong Age, int InSentence);

    /// <param name="spans">Targets, in order.</param>
    /// <param name="sentences">The sentences read in one piece.</param>
    /// <param name="offsets">Where each of those sentences' tokens start.</param>
    /// <returns>The inputs, and for each candidate what it is.</returns>
    public (PairInputs Inputs, List<DateOption> Options) Read(IReadOnlyList<Span> spans, ReadOnlySpan<SentenceView> sentences, IReadOnlyDictionary<int, int> offsets)
    {
        var pairs = new PairTable(index, 320);
        var (options, tokens) = (new List<DateOption>(), new List<int>());
        if (spans.Count == 0) return (pairs.ToInputs([], []), options);
        var view = sentences[0].View;
        var dates = new List<Words>();
        foreach (var (words, number) in Dates(view, offsets))
        {
            dates.Add(words with { Row = options.Count });
            options.Add(new(DateSource.Words, number));
            tokens.Add(offsets[words.Sentence.Number] + words.Expression.Core - words.Sentence.Sentence.First);
        }

        DateSource[] others = view.Document.Article.Published is null ? [DateSource.None] : [DateSource.None, DateSource.Published];
        for (var q = 0; q < spans.Count; q++)
        {
            var t = spans[q];
            var here = (ulong)Math.Min(3, dates.Find(d => d.Sentence == t.Sentence)?.InSentence ?? 0);
            foreach (var source in others)
            {
                pairs.Begin(q, options.Count);
                options.Add(new(source, q));
                tokens.Add(offsets[t.Sentence.Number] + t.Head);
                pairs.Add(0, (ulong)source);
                pairs.Add(1, (ulong)source, here);
                pairs.Add(2, (ulong)source, (ulong)Math.Min(t.Sentence.Number, 6));
                pairs.Add(3, (ulong)source, (ulong)others.Length - 1);
            }

            foreach (var d in dates)
            {
                var distance = d.Sentence.Number - t.Sentence.Number;
                if (distance is < -Back or > Ahead && d.Sentence.Number > FirstSentences) continue;
                pairs.Begin(q, d.Row);
                AddFeatures(pairs, t, d, distance, spans);
            }
        }

        return (pairs.ToInputs(spans.Select(s => offsets[s.Sentence.Number] + s.Head), tokens), options);
    }

    // Their ages are those of the past: whether the act lies ahead is not known here.
    static IEnumerable<(Words Words, int Number)> Dates(DocumentView view, IReadOnlyDictionary<int, int> offsets)
    {
        var published = view.Document.Article.Published;
        var inSentence = view.Dates.CountBy(d => d.Sentence).ToDictionary();
        for (var i = 0; i < view.Dates.Length; i++)
        {
            var x = view.Dates[i];
            if (!offsets.ContainsKey(x.Sentence)) continue;
            var s = view.Sentences[x.Sentence];
            var (first, end) = (x.First - s.Sentence.First, x.End - s.Sentence.First);
            yield return (new(0, s, x, first, s.HeadOf(first, end), Hashing.Of(DateAge.Of(published, view.PastDates[i].Edtf)), inSentence[x.Sentence]), i);
        }
    }

    static void AddFeatures(PairTable pairs, Span t, Words d, int distance, IReadOnlyList<Span> spans)
    {
        var s = d.Sentence;
        var form = (ulong)d.Expression.Shape.Form;
        var far = SpanPlaces.Distance(distance);
        var before = Hashing.Of(s.Lemma(d.First - 1));
        pairs.Add(10, far);
        pairs.Add(11, form, far);
        pairs.Add(12, d.Age, far);
        pairs.Add(13, before, form);
        pairs.Add(14, (ulong)Math.Min(s.Number, FirstSentences), (ulong)s.Kind);
        pairs.Add(15, SpanPlaces.NamedIn(s, t, spans), far);
        pairs.Add(16, d.Age, form);
        pairs.Add(17, (ulong)Math.Min(d.InSentence, 4), far);
        pairs.Add(18, d.First == 0 ? 1ul : 2ul, far);
        if (s != t.Sentence) return;
        pairs.Add(20, SpanPlaces.Side(t, d.First), before);
        SpanPlaces.Add(pairs, 21, t, d.First, d.Head, spans);
    }
}

/// <summary>What the reader of an article believes to date the act upon a target.</summary>
/// <param name="None">Probability that nothing does.</param>
/// <param name="Published">Probability that it is the news of the day of publication.</param>
/// <param name="At">By the number of a date of the article the probability that its words do.</param>
public sealed record DateVotes(double None, double Published, IReadOnlyDictionary<int, double> At)
{
    /// <summary>From the scores of the pairs <c>[first, end)</c> of a target.</summary>
    internal static DateVotes Of(Learning.Neural.Tensor scores, PairInputs inputs, List<DateOption> options, int first, int end)
    {
        var p = Choice.AmongRows(scores, first, end);
        var (none, published, at) = (0.0, 0.0, new Dictionary<int, double>());
        for (var i = first; i < end; i++)
        {
            var option = options[inputs.Candidate[i]];
            if (option.Source == DateSource.None) none = p[i - first];
            else if (option.Source == DateSource.Published) published = p[i - first];
            else at[option.Number] = p[i - first];
        }

        return new(none, published, at);
    }
}
