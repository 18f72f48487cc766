using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Extraction.Learning.Neural;

/// <summary>
/// Dense arithmetic on row-major matrices of floats. Every output element is summed over the inner dimension in order, so
/// results do not depend on how wide the machine's vectors are. Code for such vectors is not compiled ahead of time; what is marked
/// is compiled well at once, where it would else run careless for the first articles, which is all that a short run has.
/// </summary>
public static class Kernels
{
    /// <summary>Columns of every matrix that is multiplied into are a multiple of this.</summary>
    public const int Lane = 16;

    // Columns worked on at once: with six rows of sums the registers are full, be they 32 of 512 bits or 16 of 256 bits.
    static int Wide => Vector512.IsHardwareAccelerated ? 4 * Lane : Lane;

    // With fewer rows it costs more to lay the columns of w side by side in memory than it brings.
    const int LeastPacked = 24;

    [ThreadStatic]
    static float[]? packed;

    /// <summary>
    /// A matrix (inner × cols) with the columns that are worked on at once laid side by side in memory, so that this need not be done for every product;
    /// empty where its columns are no multiple of these.
    /// </summary>
    public static float[] Panels(ReadOnlySpan<float> w, int inner, int cols)
    {
        var wide = Wide;
        if (cols % wide != 0) return [];
        var panels = new float[inner * cols];
        for (var c = 0; c < cols; c += wide)
            for (var k = 0; k < inner; k++) w.Slice((k * cols) + c, wide).CopyTo(panels.AsSpan((c * inner) + (k * wide), wide));
        return panels;
    }

    /// <summary><c>y += x · w</c>: x is rows × inner, w inner × cols, y rows × cols.</summary>
    /// <param name="x">The left matrix.</param>
    /// <param name="w">The right matrix.</param>
    /// <param name="y">Added to.</param>
    /// <param name="rows">Rows of x.</param>
    /// <param name="inner">Columns of x, rows of w.</param>
    /// <param name="cols">Columns of w.</param>
    /// <param name="panels">The <see cref="Panels"/> of w, or nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y, int rows, int inner, int cols, ReadOnlySpan<float> panels = default)
    {
        if (cols % Lane != 0 || x.Length < rows * inner || w.Length < inner * cols || y.Length < rows * cols) throw new ArgumentException("matrices do not fit");
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var w0 = ref MemoryMarshal.GetReference(w);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var wide = Wide;
        var c = 0;
        var panel = rows < LeastPacked || panels.Length > 0 ? [] : (packed is { } p && p.Length >= inner * wide ? p : packed = new float[inner * wide]);
        for (; c + wide <= cols; c += wide)
        {
            ref var from = ref Unsafe.Add(ref w0, c);
            var stride = cols;
            if (panels.Length > 0)
            {
                from = ref Unsafe.Add(ref MemoryMarshal.GetReference(panels), c * inner);
                stride = wide;
            }
            else if (panel.Length > 0)
            {
                for (var k = 0; k < inner; k++) w.Slice((k * cols) + c, wide).CopyTo(panel.AsSpan(k * wide, wide));
                from = ref MemoryMarshal.GetArrayDataReference(panel);
                stride = wide;
            }

            var r = 0;
            if (Vector512.IsHardwareAccelerated)
            {
                for (; r + 6 <= rows; r += 6) Block6(ref Unsafe.Add(ref x0, r * inner), ref from, ref Unsafe.Add(ref y0, (r * cols) + c), inner, stride, cols);
                for (; r < rows; r++) Block1(ref Unsafe.Add(ref x0, r * inner), ref from, ref Unsafe.Add(ref y0, (r * cols) + c), inner, stride);
            }
            else
            {
                for (; r + 6 <= rows; r += 6) Narrow6(ref Unsafe.Add(ref x0, r * inner), ref from, ref Unsafe.Add(ref y0, (r * cols) + c), inner, stride, cols);
                for (; r < rows; r++) Narrow(ref Unsafe.Add(ref x0, r * inner), ref from, ref Unsafe.Add(ref y0, (r * cols) + c), inner, stride);
            }
        }

        for (; c < cols; c += Lane)
            for (var r = 0; r < rows; r++)
                Narrow(ref Unsafe.Add(ref x0, r * inner), ref Unsafe.Add(ref w0, c), ref Unsafe.Add(ref y0, (r * cols) + c), inner, cols);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Narrow6(ref float x, ref float w, ref float y, int inner, int stride, int cols)
    {
        ref var x1 = ref Unsafe.Add(ref x, inner);
        ref var x2 = ref Unsafe.Add(ref x1, inner);
        ref var x3 = ref Unsafe.Add(ref x2, inner);
        ref var x4 = ref Unsafe.Add(ref x3, inner);
        ref var x5 = ref Unsafe.Add(ref x4, inner);
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default;
        Vector256<float> d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        for (var k = 0; k < inner; k++)
        {
            ref var row = ref Unsafe.Add(ref w, k * stride);
            var w0 = Vector256.LoadUnsafe(ref row);
            var w1 = Vector256.LoadUnsafe(ref row, Lane / 2);
            var v = Vector256.Create(Unsafe.Add(ref x, k));
            a0 = Vector256.FusedMultiplyAdd(v, w0, a0);
            a1 = Vector256.FusedMultiplyAdd(v, w1, a1);
            v = Vector256.Create(Unsafe.Add(ref x1, k));
            b0 = Vector256.FusedMultiplyAdd(v, w0, b0);
            b1 = Vector256.FusedMultiplyAdd(v, w1, b1);
            v = Vector256.Create(Unsafe.Add(ref x2, k));
            c0 = Vector256.FusedMultiplyAdd(v, w0, c0);
            c1 = Vector256.FusedMultiplyAdd(v, w1, c1);
            v = Vector256.Create(Unsafe.Add(ref x3, k));
            d0 = Vector256.FusedMultiplyAdd(v, w0, d0);
            d1 = Vector256.FusedMultiplyAdd(v, w1, d1);
            v = Vector256.Create(Unsafe.Add(ref x4, k));
            e0 = Vector256.FusedMultiplyAdd(v, w0, e0);
            e1 = Vector256.FusedMultiplyAdd(v, w1, e1);
            v = Vector256.Create(Unsafe.Add(ref x5, k));
            f0 = Vector256.FusedMultiplyAdd(v, w0, f0);
            f1 = Vector256.FusedMultiplyAdd(v, w1, f1);
        }

        Store(ref y, a0, a1);
        Store(ref Unsafe.Add(ref y, cols), b0, b1);
        Store(ref Unsafe.Add(ref y, 2 * cols), c0, c1);
        Store(ref Unsafe.Add(ref y, 3 * cols), d0, d1);
        Store(ref Unsafe.Add(ref y, 4 * cols), e0, e1);
        Store(ref Unsafe.Add(ref y, 5 * cols), f0, f1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Block6(ref float x, ref float w, ref float y, int inner, int stride, int cols)
    {
        ref var x1 = ref Unsafe.Add(ref x, inner);
        ref var x2 = ref Unsafe.Add(ref x1, inner);
        ref var x3 = ref Unsafe.Add(ref x2, inner);
        ref var x4 = ref Unsafe.Add(ref x3, inner);
        ref var x5 = ref Unsafe.Add(ref x4, inner);
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<float> b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default;
        Vector512<float> d0 = default, d1 = default, d2 = default, d3 = default;
        Vector512<float> e0 = default, e1 = default, e2 = default, e3 = default;
        Vector512<float> f0 = default, f1 = default, f2 = default, f3 = default;
        for (var k = 0; k < inner; k++)
        {
            ref var row = ref Unsafe.Add(ref w, k * stride);
            var w0 = Vector512.LoadUnsafe(ref row);
            var w1 = Vector512.LoadUnsafe(ref row, Lane);
            var w2 = Vector512.LoadUnsafe(ref row, 2 * Lane);
            var w3 = Vector512.LoadUnsafe(ref row, 3 * Lane);
            var v = Vector512.Create(Unsafe.Add(ref x, k));
            a0 = Vector512.FusedMultiplyAdd(v, w0, a0);
            a1 = Vector512.FusedMultiplyAdd(v, w1, a1);
            a2 = Vector512.FusedMultiplyAdd(v, w2, a2);
            a3 = Vector512.FusedMultiplyAdd(v, w3, a3);
            v = Vector512.Create(Unsafe.Add(ref x1, k));
            b0 = Vector512.FusedMultiplyAdd(v, w0, b0);
            b1 = Vector512.FusedMultiplyAdd(v, w1, b1);
            b2 = Vector512.FusedMultiplyAdd(v, w2, b2);
            b3 = Vector512.FusedMultiplyAdd(v, w3, b3);
            v = Vector512.Create(Unsafe.Add(ref x2, k));
            c0 = Vector512.FusedMultiplyAdd(v, w0, c0);
            c1 = Vector512.FusedMultiplyAdd(v, w1, c1);
            c2 = Vector512.FusedMultiplyAdd(v, w2, c2);
            c3 = Vector512.FusedMultiplyAdd(v, w3, c3);
            v = Vector512.Create(Unsafe.Add(ref x3, k));
            d0 = Vector512.FusedMultiplyAdd(v, w0, d0);
            d1 = Vector512.FusedMultiplyAdd(v, w1, d1);
            d2 = Vector512.FusedMultiplyAdd(v, w2, d2);
            d3 = Vector512.FusedMultiplyAdd(v, w3, d3);
            v = Vector512.Create(Unsafe.Add(ref x4, k));
            e0 = Vector512.FusedMultiplyAdd(v, w0, e0);
            e1 = Vector512.FusedMultiplyAdd(v, w1, e1);
            e2 = Vector512.FusedMultiplyAdd(v, w2, e2);
            e3 = Vector512.FusedMultiplyAdd(v, w3, e3);
            v = Vector512.Create(Unsafe.Add(ref x5, k));
            f0 = Vector512.FusedMultiplyAdd(v, w0, f0);
            f1 = Vector512.FusedMultiplyAdd(v, w1, f1);
            f2 = Vector512.FusedMultiplyAdd(v, w2, f2);
            f3 = Vector512.FusedMultiplyAdd(v, w3, f3);
        }

        Store(ref y, a0, a1, a2, a3);
        Store(ref Unsafe.Add(ref y, cols), b0, b1, b2, b3);
        Store(ref Unsafe.Add(ref y, 2 * cols), c0, c1, c2, c3);
        Store(ref Unsafe.Add(ref y, 3 * cols), d0, d1, d2, d3);
        Store(ref Unsafe.Add(ref y, 4 * cols), e0, e1, e2, e3);
        Store(ref Unsafe.Add(ref y, 5 * cols), f0, f1, f2, f3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Block1(ref float x, ref float w, ref float y, int inner, int stride)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        for (var k = 0; k < inner; k++)
        {
            ref var row = ref Unsafe.Add(ref w, k * stride);
            var v = Vector512.Create(Unsafe.Add(ref x, k));
            a0 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref row), a0);
            a1 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref row, Lane), a1);
            a2 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref row, 2 * Lane), a2);
            a3 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref row, 3 * Lane), a3);
        }

        Store(ref y, a0, a1, a2, a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Narrow(ref float x, ref float w, ref float y, int inner, int stride)
    {
        var a = Vector512<float>.Zero;
        for (var k = 0; k < inner; k++)
            a = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref x, k)), Vector512.LoadUnsafe(ref w, (nuint)(k * stride)), a);
        (Vector512.LoadUnsafe(ref y) + a).StoreUnsafe(ref y);
    }

    static void Store(ref float y, Vector256<float> v0, Vector256<float> v1)
    {
        (Vector256.LoadUnsafe(ref y) + v0).StoreUnsafe(ref y);
        (Vector256.LoadUnsafe(ref y, Lane / 2) + v1).StoreUnsafe(ref y, Lane / 2);
    }

    static void Store(ref float y, Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3)
    {
        (Vector512.LoadUnsafe(ref y) + v0).StoreUnsafe(ref y);
        (Vector512.LoadUnsafe(ref y, Lane) + v1).StoreUnsafe(ref y, Lane);
        (Vector512.LoadUnsafe(ref y, 2 * Lane) + v2).StoreUnsafe(ref y, 2 * Lane);
        (Vector512.LoadUnsafe(ref y, 3 * Lane) + v3).StoreUnsafe(ref y, 3 * Lane);
    }

    /// <summary><c>y += x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> x, Span<float> y)
    {
        var i = 0;
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        for (; i + Lane <= x.Length; i += Lane)
            (Vector512.LoadUnsafe(ref x0, (nuint)i) + Vector512.LoadUnsafe(ref y0, (nuint)i)).StoreUnsafe(ref y0, (nuint)i);
        for (; i < x.Length; i++) y[i] += x[i];
    }

    /// <summary>The inner product; lengths are a multiple of <see cref="Lane"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var sum = Vector512<float>.Zero;
        for (nuint i = 0; i < (nuint)x.Length; i += Lane) sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x0, i), Vector512.LoadUnsafe(ref y0, i), sum);
        return Vector512.Sum(sum);
    }

    /// <summary>Rows become columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(ReadOnlySpan<float> x, Span<float> y, int rows, int cols)
    {
        const int Tile = 4;
        if (x.Length < rows * cols || y.Length < rows * cols) throw new ArgumentException("matrices do not fit");
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        for (var r0 = 0; r0 < rows; r0 += Tile)
            for (var c0 = 0; c0 < cols; c0 += Tile)
            {
                if (Sse.IsSupported && r0 + Tile <= rows && c0 + Tile <= cols)
                {
                    Transpose4(ref Unsafe.Add(ref x0, (r0 * cols) + c0), ref Unsafe.Add(ref y0, (c0 * rows) + r0), rows, cols);
                    continue;
                }

                for (var r = r0; r < Math.Min(rows, r0 + Tile); r++)
                    for (var c = c0; c < Math.Min(cols, c0 + Tile); c++)
                        y[(c * rows) + r] = x[(r * cols) + c];
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Transpose4(ref float x, ref float y, int rows, int cols)
    {
        var (a, b) = (Vector128.LoadUnsafe(ref x), Vector128.LoadUnsafe(ref x, (nuint)cols));
        var (c, d) = (Vector128.LoadUnsafe(ref x, 2 * (nuint)cols), Vector128.LoadUnsafe(ref x, 3 * (nuint)cols));
        var (ab, cd) = (Sse.UnpackLow(a, b), Sse.UnpackLow(c, d));
        Sse.MoveLowToHigh(ab, cd).StoreUnsafe(ref y);
        Sse.MoveHighToLow(cd, ab).StoreUnsafe(ref y, (nuint)rows);
        (ab, cd) = (Sse.UnpackHigh(a, b), Sse.UnpackHigh(c, d));
        Sse.MoveLowToHigh(ab, cd).StoreUnsafe(ref y, 2 * (nuint)rows);
        Sse.MoveHighToLow(cd, ab).StoreUnsafe(ref y, 3 * (nuint)rows);
    }

    /// <summary>Hyperbolic tangents; lengths are a multiple of <see cref="Lane"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tanh(ReadOnlySpan<float> x, Span<float> y)
    {
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var one = Vector256<float>.One;
        for (nuint i = 0; i < (nuint)x.Length; i += Lane / 2)
        {
            var twice = Vector256.LoadUnsafe(ref x0, i);
            (one - ((one + one) / (Exp(twice + twice) + one))).StoreUnsafe(ref y0, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>
    /// e to the power of x, held to [-87, 87], with a relative error below 2e-7: a polynomial of degree six over what is left when whole powers of two
    /// are taken out (Cody and Waite, Software Manual for the Elementary Functions, 1980; coefficients of expf in Moshier's Cephes library).
    /// The framework's works in doubles and is called, not inlined, which for a gate costs more than the matrix product before it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // Added to a number it leaves the nearest whole one in the lowest bits.
        var round = Vector256.Create(12_582_912f);
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(-87f)), Vector256.Create(87f));
        var shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), round);
        var n = shifted - round;
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(2.12194440e-4f), r);
        var p = Vector256.Create(1.9875691500e-4f);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.3981999507e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(8.3334519073e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(4.1665795894e-2f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.6666665459e-1f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(5.0000001201e-1f));
        p = Vector256.FusedMultiplyAdd(p, r * r, r + Vector256<float>.One);
        return p * (Vector256.ShiftLeft(shifted.AsInt32(), 23) + Vector256.Create(127 << 23)).AsSingle();
    }
}
