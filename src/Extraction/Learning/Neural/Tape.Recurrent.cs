using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Extraction.Learning.Neural;

public sealed partial class Tape
{
    /// <summary>
    /// A simple recurrent unit over the rows (Lei, Zhang, Wang, Dai and Artzi, "Simple Recurrent Units for Highly Parallelizable
    /// Recurrence", EMNLP 2018). <paramref name="u"/> holds, side by side, candidate, forget gate, output gate and shortcut
    /// before their nonlinearities; <paramref name="v"/> has four rows: weights of the state in the two gates, and their biases.
    /// </summary>
    public Tensor Recurrent(Tensor u, Parameter v, bool backwards)
    {
        var h = u.Cols / 4;
        var y = New(u.Rows, h);
        var states = Rent((u.Rows + 1) * h);
        for (var step = 0; step < u.Rows; step++)
        {
            var t = backwards ? u.Rows - 1 - step : step;
            Forward(u.Row(t), v.Value, states.AsSpan(step * h, h), states.AsSpan((step + 1) * h, h), y.Row(t), h);
        }

        Record(() =>
        {
            var carry = Rent(h);
            var dv = gradients!.Of(v);
            for (var step = u.Rows - 1; step >= 0; step--)
            {
                var t = backwards ? u.Rows - 1 - step : step;
                Back(u.Row(t), v.Value, states.AsSpan(step * h, h), states.AsSpan((step + 1) * h, h), y.GradRow(t), carry.AsSpan(0, h), u.GradRow(t), dv, h);
            }
        });
        return y;
    }

    // Gates are written back into u in place of their inputs: the way back needs them, not the inputs.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Forward(Span<float> u, float[] v, Span<float> before, Span<float> after, Span<float> y, int h)
    {
        ref var u0 = ref MemoryMarshal.GetReference(u);
        ref var v0 = ref MemoryMarshal.GetArrayDataReference(v);
        ref var b0 = ref MemoryMarshal.GetReference(before);
        ref var a0 = ref MemoryMarshal.GetReference(after);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        for (nuint i = 0; i < (nuint)h; i += Kernels.Lane / 2)
        {
            var n = (nuint)h;
            var c = Vector256.LoadUnsafe(ref b0, i);
            var x = Vector256.LoadUnsafe(ref u0, i);
            var f = Kernels.Sigmoid(Vector256.LoadUnsafe(ref u0, n + i) + (Vector256.LoadUnsafe(ref v0, i) * c) + Vector256.LoadUnsafe(ref v0, (2 * n) + i));
            var r = Kernels.Sigmoid(Vector256.LoadUnsafe(ref u0, (2 * n) + i) + (Vector256.LoadUnsafe(ref v0, n + i) * c) + Vector256.LoadUnsafe(ref v0, (3 * n) + i));
            var s = Vector256.LoadUnsafe(ref u0, (3 * n) + i);
            var next = (f * c) + ((Vector256<float>.One - f) * x);
            next.StoreUnsafe(ref a0, i);
            ((r * next) + ((Vector256<float>.One - r) * s)).StoreUnsafe(ref y0, i);
            f.StoreUnsafe(ref u0, n + i);
            r.StoreUnsafe(ref u0, (2 * n) + i);
        }
    }

    static void Back(Span<float> u, float[] v, Span<float> before, Span<float> after, Span<float> dy, Span<float> carry, Span<float> du, float[] dv, int h)
    {
        ref var u0 = ref MemoryMarshal.GetReference(u);
        ref var v0 = ref MemoryMarshal.GetArrayDataReference(v);
        ref var du0 = ref MemoryMarshal.GetReference(du);
        ref var dv0 = ref MemoryMarshal.GetArrayDataReference(dv);
        ref var carry0 = ref MemoryMarshal.GetReference(carry);
        var n = (nuint)h;
        var one = Vector512<float>.One;
        for (nuint i = 0; i < n; i += Kernels.Lane)
        {
            var x = Vector512.LoadUnsafe(ref u0, i);
            var f = Vector512.LoadUnsafe(ref u0, n + i);
            var r = Vector512.LoadUnsafe(ref u0, (2 * n) + i);
            var s = Vector512.LoadUnsafe(ref u0, (3 * n) + i);
            var c = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(before), i);
            var next = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(after), i);
            var g = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(dy), i);
            var dnext = (g * r) + Vector512.LoadUnsafe(ref carry0, i);
            var df = dnext * (c - x) * f * (one - f);
            var dr = g * (next - s) * r * (one - r);
            Increase(ref du0, i, dnext * (one - f));
            Increase(ref du0, n + i, df);
            Increase(ref du0, (2 * n) + i, dr);
            Increase(ref du0, (3 * n) + i, g * (one - r));
            ((dnext * f) + (df * Vector512.LoadUnsafe(ref v0, i)) + (dr * Vector512.LoadUnsafe(ref v0, n + i))).StoreUnsafe(ref carry0, i);
            Increase(ref dv0, i, df * c);
            Increase(ref dv0, n + i, dr * c);
            Increase(ref dv0, (2 * n) + i, df);
            Increase(ref dv0, (3 * n) + i, dr);
        }
    }

    static void Increase(ref float x, nuint at, Vector512<float> by) => (Vector512.LoadUnsafe(ref x, at) + by).StoreUnsafe(ref x, at);

    /// <summary>Columns of two matrices side by side.</summary>
    public Tensor Beside(Tensor a, Tensor b)
    {
        var y = New(a.Rows, a.Cols + b.Cols);
        for (var r = 0; r < y.Rows; r++)
        {
            a.Row(r).CopyTo(y.Row(r));
            b.Row(r).CopyTo(y.Row(r)[a.Cols..]);
        }

        Record(() =>
        {
            for (var r = 0; r < y.Rows; r++)
            {
                Kernels.Add(y.GradRow(r)[..a.Cols], a.GradRow(r));
                Kernels.Add(y.GradRow(r)[a.Cols..], b.GradRow(r));
            }
        });
        return y;
    }
}
