using Extraction.Learning.Neural;

namespace Extraction.Relate.Reading;

/// <summary>Probabilities of scores, and what is chosen by them.</summary>
public static class Choice
{
    /// <summary>Probabilities of scores.</summary>
    public static void Softmax(ReadOnlySpan<float> scores, Span<double> p)
    {
        var max = float.MinValue;
        foreach (var x in scores) max = Math.Max(max, x);
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++) sum += p[i] = Math.Exp(scores[i] - max);
        for (var i = 0; i < scores.Length; i++) p[i] /= sum;
    }

    /// <summary>Probabilities of a run of rows, scored by their first column, of which one is right.</summary>
    public static double[] AmongRows(Tensor scores, int first, int end)
    {
        var raw = new float[end - first];
        for (var i = first; i < end; i++) raw[i - first] = scores.Row(i)[0];
        var p = new double[raw.Length];
        Softmax(raw, p);
        return p;
    }

    /// <summary>Probabilities of the classes in some columns, by their mean score over the tokens of a span.</summary>
    public static void OfSpan(Tensor scores, int offset, Span span, Range columns, Span<double> p)
    {
        Span<float> mean = stackalloc float[p.Length];
        for (var i = span.First; i < span.End; i++)
        {
            var row = scores.Row(offset + i)[columns];
            for (var k = 0; k < mean.Length; k++) mean[k] += row[k] / (span.End - span.First);
        }

        Softmax(mean, p);
    }

    /// <summary>Index of the highest; the first of equals.</summary>
    public static int Best(ReadOnlySpan<double> p)
    {
        var best = 0;
        for (var k = 1; k < p.Length; k++) if (p[k] > p[best]) best = k;
        return best;
    }
}
