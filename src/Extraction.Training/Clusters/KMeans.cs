using System.Numerics;
using System.Runtime.InteropServices;

namespace Extraction.Training.Clusters;

/// <summary>Spherical k-means (Dhillon and Modha, "Concept Decompositions for Large Sparse Text Data", 2001). Deterministic: it starts from evenly spaced points.</summary>
public static class KMeans
{
    /// <param name="points">Vectors of length 1.</param>
    /// <param name="k">Number of clusters.</param>
    /// <param name="rounds">Passes over the points.</param>
    /// <returns>The cluster of each point, and the centres.</returns>
    public static (int[] Cluster, float[][] Centres) Fit(float[][] points, int k, int rounds)
    {
        var centres = new float[k][];
        for (var c = 0; c < k; c++) centres[c] = (float[])points[(int)((long)c * points.Length / k)].Clone();
        var cluster = new int[points.Length];
        for (var round = 0; round < rounds; round++)
        {
            Parallel.For(0, points.Length, i => cluster[i] = Nearest(points[i], centres));
            var sums = new double[k][];
            for (var c = 0; c < k; c++) sums[c] = new double[points[0].Length];
            for (var i = 0; i < points.Length; i++)
                for (var d = 0; d < points[i].Length; d++) sums[cluster[i]][d] += points[i][d];
            for (var c = 0; c < k; c++)
            {
                var length = Math.Sqrt(sums[c].Sum(x => x * x));
                if (length > 0) centres[c] = Array.ConvertAll(sums[c], x => (float)(x / length));
            }
        }

        return (cluster, centres);
    }

    static int Nearest(float[] point, float[][] centres)
    {
        var (best, top) = (0, float.MinValue);
        for (var c = 0; c < centres.Length; c++)
        {
            var dot = Dot(point, centres[c]);
            if (dot > top) (best, top) = (c, dot);
        }

        return best;
    }

    static float Dot(float[] a, float[] b)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        var total = Vector.Sum(sum);
        for (var i = x.Length * Vector<float>.Count; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }
}
