using Extraction.Learning;

namespace Extraction.Relate.Reading;

/// <summary>From hashes of features to rows of a network's tables.</summary>
public interface IFeatureIndex
{
    /// <summary>The row, or -1 for a feature that training did not keep.</summary>
    int Find(ulong feature);
}

/// <summary>The index of a trained network.</summary>
public sealed class PackedFeatureIndex(PackedMap map) : IFeatureIndex
{
    public int Find(ulong feature) => map.Find(feature);
}
