using System.Buffers;

namespace Extraction.Learning.Neural;

/// <summary>
/// Runs a network over one document and, where gradients are asked for, remembers how to go back. Not safe for many threads;
/// returns its memory when disposed.
/// </summary>
public sealed partial class Tape(Gradients? gradients = null, Random? random = null) : IDisposable
{
    readonly ArrayPool<float> memory = gradients?.Memory ?? ArrayPool<float>.Shared;
    readonly List<float[]> rented = [];
    readonly List<Action> back = [];

    public bool IsRecording => gradients is not null;

    /// <summary>A matrix of zeros.</summary>
    public Tensor New(int rows, int cols) => new(rows, cols, Rent(rows * cols), IsRecording ? Rent(rows * cols) : null);

    /// <summary>A matrix of zeros to be filled by the caller, of which no gradient is wanted.</summary>
    public Tensor Constant(int rows, int cols) => new(rows, cols, Rent(rows * cols), null);

    /// <summary>Walks back from the losses; gradients of parameters add up in what the tape was given.</summary>
    public void Backward()
    {
        for (var i = back.Count - 1; i >= 0; i--) back[i]();
        back.Clear();
    }

    public void Dispose()
    {
        foreach (var array in rented) memory.Return(array);
        rented.Clear();
    }

    float[] Rent(int length)
    {
        var array = memory.Rent(Math.Max(1, length));
        Array.Clear(array, 0, length);
        rented.Add(array);
        return array;
    }

    void Record(Action step)
    {
        if (IsRecording) back.Add(step);
    }

    /// <summary><c>x · w (+ bias)</c>.</summary>
    public Tensor Linear(Tensor x, Parameter w, Parameter? bias = null)
    {
        var y = New(x.Rows, w.Cols);
        if (bias is not null) for (var r = 0; r < y.Rows; r++) bias.Value.CopyTo(y.Row(r));
        Kernels.MultiplyAdd(x.Data, w.Value, y.Data, x.Rows, w.Rows, w.Cols, w.Panels);
        Record(() =>
        {
            if (!x.IsConstant)
            {
                var turned = Rent(w.Value.Length);
                Kernels.Transpose(w.Value, turned, w.Rows, w.Cols);
                Kernels.MultiplyAdd(y.Grad, turned, x.Grad, x.Rows, w.Cols, w.Rows);
            }

            var columns = Rent(x.Rows * x.Cols);
            Kernels.Transpose(x.Data, columns, x.Rows, x.Cols);
            Kernels.MultiplyAdd(columns, y.Grad, gradients!.Of(w), w.Rows, x.Rows, w.Cols);
            if (bias is null) return;
            var sum = gradients.Of(bias);
            for (var r = 0; r < y.Rows; r++) Kernels.Add(y.GradRow(r), sum);
        });
        return y;
    }

    public Tensor Add(Tensor a, Tensor b)
    {
        var y = New(a.Rows, a.Cols);
        a.Data.CopyTo(y.Data);
        Kernels.Add(b.Data, y.Data);
        Record(() =>
        {
            Kernels.Add(y.Grad, a.Grad);
            Kernels.Add(y.Grad, b.Grad);
        });
        return y;
    }

    /// <summary>Rows of <paramref name="x"/> in the given order; row -1 is zeros.</summary>
    public Tensor Gather(Tensor x, int[] rows)
    {
        var y = New(rows.Length, x.Cols);
        for (var i = 0; i < rows.Length; i++)
            if (rows[i] >= 0) x.Row(rows[i]).CopyTo(y.Row(i));
        Record(() =>
        {
            for (var i = 0; i < rows.Length; i++)
                if (rows[i] >= 0) Kernels.Add(y.GradRow(i), x.GradRow(rows[i]));
        });
        return y;
    }

    /// <summary>Sums of rows of a table: row i of the result sums <c>ids[starts[i]..starts[i + 1]]</c>.</summary>
    public Tensor Bag(Parameter table, int[] starts, int[] ids)
    {
        var y = New(starts.Length - 1, table.Cols);
        for (var i = 0; i < y.Rows; i++)
            for (var k = starts[i]; k < starts[i + 1]; k++)
                Kernels.Add(table.Value.AsSpan(ids[k] * table.Cols, table.Cols), y.Row(i));
        Record(() =>
        {
            var sum = gradients!.Of(table);
            var touched = gradients.Touched(table);
            for (var i = 0; i < y.Rows; i++)
                for (var k = starts[i]; k < starts[i + 1]; k++)
                {
                    Kernels.Add(y.GradRow(i), sum.AsSpan(ids[k] * table.Cols, table.Cols));
                    touched.Add(ids[k]);
                }
        });
        return y;
    }

    /// <summary>For every row the mean of the rows of its group; zeros for group -1.</summary>
    public Tensor GroupMean(Tensor x, int[] groups)
    {
        var y = New(x.Rows, x.Cols);
        var count = groups.Length == 0 ? 0 : groups.Max() + 1;
        var sizes = new int[count];
        foreach (var g in groups) if (g >= 0) sizes[g]++;
        var means = Rent(count * x.Cols);
        Spread(x.Data, y.Data);
        Record(() =>
        {
            Array.Clear(means, 0, count * x.Cols);
            Spread(y.Grad, x.Grad);
        });
        return y;

        void Spread(ReadOnlySpan<float> from, Span<float> to)
        {
            for (var i = 0; i < groups.Length; i++)
                if (groups[i] >= 0) Kernels.Add(from.Slice(i * x.Cols, x.Cols), means.AsSpan(groups[i] * x.Cols, x.Cols));
            for (var g = 0; g < count; g++)
                foreach (ref var m in means.AsSpan(g * x.Cols, x.Cols)) m /= sizes[g];
            for (var i = 0; i < groups.Length; i++)
                if (groups[i] >= 0) Kernels.Add(means.AsSpan(groups[i] * x.Cols, x.Cols), to.Slice(i * x.Cols, x.Cols));
        }
    }

    public Tensor Tanh(Tensor x)
    {
        var y = New(x.Rows, x.Cols);
        var from = x.Data;
        var to = y.Data;
        Kernels.Tanh(from, to);
        Record(() =>
        {
            var v = y.Data;
            var g = y.Grad;
            var down = x.Grad;
            for (var i = 0; i < v.Length; i++) down[i] += g[i] * (1 - (v[i] * v[i]));
        });
        return y;
    }

    /// <summary>
    /// While recording, drops columns: the same ones in every row (Gal and Ghahramani, "A Theoretically Grounded Application of
    /// Dropout in Recurrent Neural Networks", NIPS 2016).
    /// </summary>
    public Tensor Dropout(Tensor x, float rate)
    {
        if (!IsRecording || rate <= 0) return x;
        var y = New(x.Rows, x.Cols);
        var mask = Rent(x.Cols);
        for (var c = 0; c < x.Cols; c++) mask[c] = random!.NextSingle() < rate ? 0 : 1 / (1 - rate);
        for (var r = 0; r < x.Rows; r++)
        {
            var from = x.Row(r);
            var to = y.Row(r);
            for (var c = 0; c < from.Length; c++) to[c] = from[c] * mask[c];
        }

        Record(() =>
        {
            for (var r = 0; r < x.Rows; r++)
            {
                var from = y.GradRow(r);
                var to = x.GradRow(r);
                for (var c = 0; c < from.Length; c++) to[c] += from[c] * mask[c];
            }
        });
        return y;
    }
}
