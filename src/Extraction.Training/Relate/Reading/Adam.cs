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

    /// <summary>Parameters move side by side, in as many shares.</summary>
    const int Shares = 2;
    readonly Dictionary<Parameter, (float[] M, float[] V)> moments = parameters.ToDictionary(p => p, p => (new float[p.Value.Length], new float[p.Value.Length]));
    int steps;

    /// <summary>One step against the sum of some workers' gradients, which are cleared.</summary>
    public void Step(IReadOnlyList<Gradients> workers, float rate)
    {
        steps++;
        var total = workers[0];
        // Made here, where no other thread makes one.
        foreach (var w in workers)
            foreach (var p in parameters) _ = w.Of(p);
        foreach (var other in workers.Skip(1))
            foreach (var p in parameters.Where(p => p.IsSparse)) JoinRows(p, total, other);
        var squares = new double[Shares];
        Parallel.For(0, Shares, share =>
        {
            foreach (var p in parameters)
            {
                if (p.IsSparse)
                {
                    foreach (var row in RowsOf(p, total, share)) squares[share] += SquareNorm(total.Of(p).AsSpan(row * p.Cols, p.Cols));
                    continue;
                }

                var mine = total.Of(p).AsSpan(ShareOf(p, share));
                foreach (var other in workers.Skip(1)) Kernels.Add(other.Of(p).AsSpan(ShareOf(p, share)), mine);
                squares[share] += SquareNorm(mine);
            }
        });
        var norm = Math.Sqrt(squares.Sum());
        var scale = norm > MaxNorm ? (float)(MaxNorm / norm) : 1;
        var (c1, c2) = (1 - MathF.Pow(Beta1, steps), 1 - MathF.Pow(Beta2, steps));
        Parallel.For(0, Shares, share =>
        {
            foreach (var p in parameters)
            {
                var g = total.Of(p);
                if (p.IsSparse)
                {
                    foreach (var row in RowsOf(p, total, share)) Move(p, g, row * p.Cols, (row + 1) * p.Cols, scale, rate, c1, c2);
                    continue;
                }

                var mine = ShareOf(p, share);
                Move(p, g, mine.Start.Value, mine.End.Value, scale, rate, c1, c2);
            }
        });
        Parallel.ForEach(workers, w => w.Clear());
    }

    static Range ShareOf(Parameter p, int share)
    {
        var lanes = p.Value.Length / Kernels.Lane;
        return (lanes * share / Shares * Kernels.Lane)..(lanes * (share + 1) / Shares * Kernels.Lane);
    }

    static IEnumerable<int> RowsOf(Parameter p, Gradients total, int share)
    {
        var rows = total.Touched(p).Rows;
        for (var i = share; i < rows.Count; i += Shares) yield return rows[i];
    }

    static void JoinRows(Parameter p, Gradients total, Gradients other)
    {
        var (to, from) = (total.Of(p), other.Of(p));
        foreach (var row in other.Touched(p).Rows)
        {
            Kernels.Add(from.AsSpan(row * p.Cols, p.Cols), to.AsSpan(row * p.Cols, p.Cols));
            total.Touched(p).Add(row);
        }
    }

    static double SquareNorm(ReadOnlySpan<float> values) => Kernels.Dot(values, values);

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
