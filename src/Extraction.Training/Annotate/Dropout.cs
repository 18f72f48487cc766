namespace Extraction.Training.Annotate;

/// <summary>
/// Leaves a share of the features out at random, others at each decision, so that a model does not lean on a few of them (Hinton et al. 2012), and now
/// and then all but the first ones, so that these can decide alone (see <see cref="Extraction.Learning.Sureness"/>). Deterministic.
/// </summary>
/// <param name="share">How many of all features are left out.</param>
/// <param name="firstAlone">How often all but the first are.</param>
/// <param name="first">How many are the first ones.</param>
/// <param name="seed">Another one, other features.</param>
internal sealed class Dropout(double share, double firstAlone, int first, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Moves the features that stay to the front, in order, and gives them.</summary>
    public Span<ulong> Thin(Span<ulong> features)
    {
        if (_random.NextDouble() < firstAlone)
            return features[..first];
        var kept = 0;
        foreach (var feature in features)
        {
            if (_random.NextDouble() >= share)
                features[kept++] = feature;
        }

        return features[..kept];
    }
}
