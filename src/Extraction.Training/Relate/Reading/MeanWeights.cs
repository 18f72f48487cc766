using Extraction.Learning.Neural;
using Extraction.Relate.Reading;

namespace Extraction.Training.Relate.Reading;

/// <summary>
/// The mean of a network's weights at several moments of its training, which reads more evenly than any one of them (Izmailov
/// et al., "Averaging Weights Leads to Wider Optima and Better Generalization", UAI 2018).
/// </summary>
sealed class MeanWeights
{
    readonly Dictionary<string, float[]> sums = new(StringComparer.Ordinal);
    int count;

    public void Add(ReadingNetwork network)
    {
        count++;
        foreach (var p in network.Parameters)
        {
            if (!sums.TryGetValue(p.Name, out var sum)) sums[p.Name] = sum = new float[p.Value.Length];
            Kernels.Add(p.Value, sum);
        }
    }

    public void WriteTo(ReadingNetwork network)
    {
        foreach (var p in network.Parameters)
        {
            var sum = sums[p.Name];
            for (var i = 0; i < sum.Length; i++) p.Value[i] = sum[i] / count;
        }
    }
}
