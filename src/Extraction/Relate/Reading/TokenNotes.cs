using Extraction.Learning.Neural;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>What a reader noted at the tokens of an article besides its proposals: how likely each is part of a reason, of an act's date.</summary>
public sealed class TokenNotes
{
    /// <summary>No notes: every probability is 0.</summary>
    public static readonly TokenNotes None = new();

    readonly Dictionary<int, (double[] Start, double[] Inside, double[] Date, List<(int First, int End)> Reasons)> sentences = [];

    internal void Add(SentenceView s, Tensor scores, int offset)
    {
        var (start, inside, date) = (new double[s.Count], new double[s.Count], new double[s.Count]);
        Span<double> p = stackalloc double[3];
        for (var i = 0; i < s.Count; i++)
        {
            var row = scores.Row(offset + i);
            Choice.Softmax(row[TagLayout.Reason], p);
            (start[i], inside[i]) = (p[1], p[2]);
            Choice.Softmax(row[TagLayout.Date], p[..2]);
            date[i] = p[1];
        }

        var reasons = SpanDecoder.Decode(scores, offset, s, TagLayout.Reason, 0.5).ConvertAll(r => (r.Span.First, r.Span.End));
        sentences[s.Number] = (start, inside, date, reasons);
    }

    /// <summary>Stretches that look like reasons.</summary>
    public IReadOnlyList<(int First, int End)> Reasons(SentenceView s) => sentences.TryGetValue(s.Number, out var n) ? n.Reasons : [];

    /// <summary>Probability that a reason begins at a token.</summary>
    public double ReasonStarts(SentenceView s, int i) => sentences.TryGetValue(s.Number, out var n) ? n.Start[i] : 0;

    /// <summary>Probability that a reason goes on at a token; 0 past the end.</summary>
    public double ReasonGoesOn(SentenceView s, int i) => i < s.Count && sentences.TryGetValue(s.Number, out var n) ? n.Inside[i] : 0;

    /// <summary>Mean probability that tokens are within a reason.</summary>
    public double ReasonCovers(SentenceView s, int first, int end)
    {
        if (!sentences.TryGetValue(s.Number, out var n)) return 0;
        var sum = 0.0;
        for (var i = first; i < end; i++) sum += n.Start[i] + n.Inside[i];
        return sum / (end - first);
    }

    /// <summary>Mean probability that tokens are the date of an act.</summary>
    public double IsDate(SentenceView s, int first, int end)
    {
        if (!sentences.TryGetValue(s.Number, out var n)) return 0;
        var sum = 0.0;
        for (var i = first; i < end; i++) sum += n.Date[i];
        return sum / (end - first);
    }
}
