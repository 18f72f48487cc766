using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning.Neural;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>A span with its probability.</summary>
public readonly record struct ScoredSpan(Span Span, double P);

/// <summary>The best sequence of outside, begin, inside over a sentence (Viterbi), and the spans in it.</summary>
public static class SpanDecoder
{
    /// <param name="scores">Scores of all tags.</param>
    /// <param name="offset">Row of the sentence's first token.</param>
    /// <param name="s">The sentence.</param>
    /// <param name="range">Columns of outside, begin, inside.</param>
    /// <param name="eagerness">Added to begin and inside: above 0 finds more spans.</param>
    /// <param name="parts">A form that stands between spans and in none, or null.</param>
    public static List<ScoredSpan> Decode(Tensor scores, int offset, SentenceView s, Range range, double eagerness, string? parts = null)
    {
        var n = s.Count;
        var p = new double[n, 3];
        Span<double> one = stackalloc double[3];
        for (var i = 0; i < n; i++)
        {
            Probabilities(scores, offset, s, i, range, parts, one);
            for (var k = 0; k < 3; k++) p[i, k] = one[k];
        }

        var best = new double[n, 3];
        var from = new int[n, 3];
        for (var i = 0; i < n; i++)
            for (var k = 0; k < 3; k++)
            {
                var top = k == 2 ? double.NegativeInfinity : 0;
                if (i > 0)
                {
                    top = double.NegativeInfinity;
                    for (var before = 0; before < 3; before++)
                        if (!(k == 2 && before == 0) && best[i - 1, before] > top) (top, from[i, k]) = (best[i - 1, before], before);
                }

                best[i, k] = top + Math.Log(p[i, k] + 1e-9) + (k > 0 ? eagerness : 0);
            }

        var tags = new int[n];
        for (var (i, k) = (n - 1, Top(best, n - 1)); i >= 0; i--)
        {
            tags[i] = k;
            k = from[i, k];
        }

        var found = new List<ScoredSpan>();
        for (var i = 0; i < n; i++)
        {
            if (tags[i] != 1) continue;
            var end = i + 1;
            while (end < n && tags[end] == 2) end++;
            end = Closed(s, i, end);
            var sure = P(scores, offset, s, i, end, range, parts);
            if (end < n && tags[end] == 0) end = Whole(s, i, end);
            var first = Opened(s, i, end);
            found.Add(new(new(s, first, end, s.HeadOf(first, end)), sure));
        }

        return found;
    }

    // "to abduct members of minorities": the verb is no part of whom it strikes.
    static int Opened(SentenceView s, int first, int end)
    {
        while (first < end - 1 && s[first].Xpos is "VB" or "VBP" or "VBZ" or "VBD") first++;
        return first;
    }

    // "their properties and" ends before what joins it to the next; "Bank Melli (BM" with its bracket, or before it.
    static int Closed(SentenceView s, int first, int end)
    {
        var open = -1;
        for (var i = first; i < end; i++) open = s.Form(i) switch { "(" => i, ")" => -1, _ => open };
        if (open >= 0) end = end < s.Count && s.Form(end) == ")" ? end + 1 : Math.Max(first + 1, open);
        end = BeforeOwner(s, first, end);
        end = Unquoted(s, first, end);
        while (end > first + 1 && s.Upos(end - 1) is Upos.Cconj or Upos.Adp or Upos.Det) end--;
        return end;
    }

    // "Viktor" of "Viktor Filippovich Rashnikov": the name goes on.
    static int Whole(SentenceView s, int first, int end)
    {
        foreach (var name in s.Names)
            if (name.Type == NameType.Person && name.First >= first && name.First < end && end < name.End && s.Upos(end) == Upos.Propn) return name.End;
        return end;
    }

    // "NATSUMI (Marinova Freight Limited)": the name in brackets is another's.
    static int BeforeOwner(SentenceView s, int first, int end)
    {
        if (end - first < 4 || s.Form(end - 1) != ")") return end;
        foreach (var name in s.Names)
            if (name.End == end - 1 && name.First > first + 1 && s.Form(name.First - 1) == "(" && name.End - name.First > name.First - 1 - first && TitleWords.IsLegalForm(s.Form(name.End - 1))) return name.First - 1;
        return end;
    }

    // "Ricardo "Ti Bwa" with the end of the nickname and the surname behind it, or before it.
    static int Unquoted(SentenceView s, int first, int end)
    {
        const int Far = 3;
        var (quotes, last) = (0, first);
        for (var i = first; i < end; i++)
            if (s.Form(i) == "\"") (quotes, last) = (quotes + 1, i);
        if (quotes % 2 == 0) return end;
        var close = end;
        while (close < s.Count && close < end + Far && s.Form(close) != "\"") close++;
        if (s.Form(close) != "\"") return Math.Max(first + 1, last);
        end = close + 1;
        while (end < s.Count && s.Upos(end) == Upos.Propn) end++;
        return end;
    }

    /// <summary>Geometric mean of the probabilities that a stretch begins with its first token and goes on with the others.</summary>
    public static double P(Tensor scores, int offset, SentenceView s, int first, int end, Range range, string? parts = null)
    {
        Span<double> p = stackalloc double[3];
        var log = 0.0;
        for (var i = first; i < end; i++)
        {
            Probabilities(scores, offset, s, i, range, parts, p);
            log += Math.Log(p[i == first ? 1 : 2] + 1e-9);
        }

        return Math.Exp(log / (end - first));
    }

    // What goes on behind a part is another span.
    static void Probabilities(Tensor scores, int offset, SentenceView s, int i, Range range, string? parts, Span<double> p)
    {
        Choice.Softmax(scores.Row(offset + i)[range], p);
        if (parts is null) return;
        if (s.Form(i) == parts) (p[0], p[1], p[2]) = (1, 0, 0);
        else if (i > 0 && s.Form(i - 1) == parts) (p[1], p[2]) = (p[1] + p[2], 0);
    }

    static int Top(double[,] scores, int i) => scores[i, 0] >= scores[i, 1] && scores[i, 0] >= scores[i, 2] ? 0 : scores[i, 1] >= scores[i, 2] ? 1 : 2;
}
