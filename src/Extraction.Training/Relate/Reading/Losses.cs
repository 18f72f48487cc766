using Extraction.Learning.Neural;
using Extraction.Relate.Reading;

namespace Extraction.Training.Relate.Reading;

/// <summary>Losses; each returns its value and adds its gradient to the scores'.</summary>
static class Losses
{
    /// <summary>Of one row's columns as classes of which one is right.</summary>
    public static double CrossEntropy(Tensor scores, int row, Range columns, int right, float weight)
    {
        var from = scores.Row(row)[columns];
        Span<double> p = stackalloc double[from.Length];
        Choice.Softmax(from, p);
        var grad = scores.GradRow(row)[columns];
        for (var k = 0; k < p.Length; k++) grad[k] += weight * (float)(p[k] - (k == right ? 1 : 0));
        return -weight * Math.Log(p[right] + 1e-12);
    }

    /// <summary>Of a run of rows, scored by their first column, as candidates of which any of the right ones will do.</summary>
    public static double Marginal(Tensor scores, int first, int end, Func<int, bool> isRight, float weight)
    {
        if (end == first) return 0;
        var p = Choice.AmongRows(scores, first, end);
        var mass = 0.0;
        for (var i = first; i < end; i++) if (isRight(i)) mass += p[i - first];
        if (mass == 0) return 0;
        for (var i = first; i < end; i++)
            scores.GradRow(i)[0] += weight * (float)(p[i - first] - (isRight(i) ? p[i - first] / mass : 0));
        return -weight * Math.Log(mass + 1e-12);
    }
}
