using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Extraction.Learning.Neural;

namespace Extraction.Training.Relate.Reading;

/// <summary>Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019); rows of sparse tables move only when touched.</summary>
public sealed class Adam(IReadOnlyList<Parameter> parameters, float decay)
{
    const float Beta1 = 0.9f;
    const float Beta2 = 0.98f;
    const float MaxNorm = 5;

    /// <summary>Rows of a table move side by side, in as many shares.</summary>
    const int Shares = 2;
    readonly Dictionary<Parameter, (float[] M, float[] V)> moments = parameters.ToDictionary(p => p, p => (new float[p.Value.Length], new float[p.Value.Length]));
    int steps;

    /// <summary>One step against the sum of some workers' gradients, which are cleared.</summary>
    public void Step(IReadOnlyList<Gradients> workers, float rate)
    {
        steps++;
        var total = workers[0];
        foreach (var other in workers.Skip(1))
            foreach (var p in parameters) Join(p, total, other);
        var norm = Math.Sqrt(parameters.Sum(p => SquareNorm(p, total)));
        var scale = norm > MaxNorm ? (float)(MaxNorm / norm) : 1;
        var (c1, c2) = (1 - MathF.Pow(Beta1, steps), 1 - MathF.Pow(Beta2, steps));
        foreach (var p in parameters)
        {
            var g = total.Of(p);
            if (!p.IsSparse)
            {
                Move(p, g, 0, g.Length, scale, rate, c1, c2);
                continue;
            }

            var rows = total.Touched(p).Rows;
            Parallel.For(0, Shares, share =>
            {
                for (var i = share; i < rows.Count; i += Shares) Move(p, g, rows[i] * p.Cols, (rows[i] + 1) * p.Cols, scale, rate, c1, c2);
            });
        }

        Parallel.ForEach(workers, w => w.Clear());
    }

    static void Join(Parameter p, Gradients total, Gradients other)
    {
        var (to, from) = (total.Of(p), other.Of(p));
        if (!p.IsSparse)
        {
            Kernels.Add(from, to);
            return;
        }

        foreach (var row in other.Touched(p).Rows)
        {
            Kernels.Add(from.AsSpan(row * p.Cols, p.Cols), to.AsSpan(row * p.Cols, p.Cols));
            total.Touched(p).Add(row);
        }
    }

    static double SquareNorm(Parameter p, Gradients g)
    {
        var values = g.Of(p);
        if (!p.IsSparse) return Kernels.Dot(values, values);
        var sum = 0.0;
        foreach (var row in g.Touched(p).Rows) sum += Kernels.Dot(values.AsSpan(row * p.Cols, p.Cols), values.AsSpan(row * p.Cols, p.Cols));
        return sum;
    }

    void Move(Parameter p, float[] g, int first, int end, float scale, float rate, float c1, float c2)
    {
        var (m, v) = moments[p];
        var i = first;
        for (; i + Kernels.Lane <= end; i += Kernels.Lane)
        {
            var at = (nuint)i;
            ref var value = ref MemoryMarshal.GetArrayDataReference(p.Value);
            ref var m0 = ref MemoryMarshal.GetArrayDataReference(m);
            ref var v0 = ref MemoryMarshal.GetArrayDataReference(v);
            var x = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(g), at) * scale;
            var mean = (Vector512.LoadUnsafe(ref m0, at) * Beta1) + (x * (1 - Beta1));
            var square = (Vector512.LoadUnsafe(ref v0, at) * Beta2) + (x * x * (1 - Beta2));
            mean.StoreUnsafe(ref m0, at);
            square.StoreUnsafe(ref v0, at);
            var old = Vector512.LoadUnsafe(ref value, at);
            var move = (mean / Vector512.Create(c1) / (Vector512.Sqrt(square / Vector512.Create(c2)) + Vector512.Create(1e-8f))) + (old * decay);
            (old - (move * rate)).StoreUnsafe(ref value, at);
        }

        if (i < end) throw new ArgumentException("columns are no multiple of a vector");
    }
}
