namespace Extraction.Learning.Neural;

/// <summary>Gradients of the parameters of a network, summed over what one worker has read.</summary>
public sealed class Gradients
{
    readonly Dictionary<Parameter, float[]> sums = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Parameter, HashSet<int>> touched = new(ReferenceEqualityComparer.Instance);

    public float[] Of(Parameter p)
    {
        if (!sums.TryGetValue(p, out var sum)) sums[p] = sum = new float[p.Value.Length];
        return sum;
    }

    /// <summary>Rows of a sparse parameter that have a gradient.</summary>
    public HashSet<int> Touched(Parameter p)
    {
        if (!touched.TryGetValue(p, out var rows)) touched[p] = rows = [];
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

            foreach (var row in Touched(p)) sum.AsSpan(row * p.Cols, p.Cols).Clear();
            touched[p].Clear();
        }
    }
}
