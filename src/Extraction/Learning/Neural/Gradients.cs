using System.Buffers;

namespace Extraction.Learning.Neural;

/// <summary>Gradients of the parameters of a network, summed over what one worker has read.</summary>
public sealed class Gradients
{
    // A piece of an article takes some hundred matrices, more than the shared pool keeps; what it does not keep is large garbage.
    const int MostOfASize = 512;

    readonly Dictionary<Parameter, float[]> sums = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Parameter, RowSet> touched = new(ReferenceEqualityComparer.Instance);

    /// <summary>Where a tape that adds to these gradients takes its memory from.</summary>
    public ArrayPool<float> Memory { get; } = ArrayPool<float>.Create(1 << 24, MostOfASize);

    public float[] Of(Parameter p)
    {
        if (!sums.TryGetValue(p, out var sum)) sums[p] = sum = new float[p.Value.Length];
        return sum;
    }

    /// <summary>Rows of a sparse parameter that have a gradient.</summary>
    public RowSet Touched(Parameter p)
    {
        if (!touched.TryGetValue(p, out var rows)) touched[p] = rows = new(p.Rows);
        return rows;
    }

    public void Clear()
    {
        foreach (var (p, sum) in sums)
        {
            if (!p.IsSparse)
            {
                Array.Clear(sum);
                continue;
            }

            foreach (var row in Touched(p).Rows) sum.AsSpan(row * p.Cols, p.Cols).Clear();
            Touched(p).Clear();
        }
    }
}

/// <summary>Rows of a table, each once, in the order in which they came.</summary>
public sealed class RowSet(int count)
{
    readonly bool[] has = new bool[count];
    readonly List<int> rows = [];

    public IReadOnlyList<int> Rows => rows;

    public void Add(int row)
    {
        if (has[row]) return;
        has[row] = true;
        rows.Add(row);
    }

    public void Clear()
    {
        foreach (var row in rows) has[row] = false;
        rows.Clear();
    }
}
