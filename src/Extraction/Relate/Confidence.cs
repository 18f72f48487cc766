using Extraction.Relate.Merge;

namespace Extraction.Relate;

/// <summary>Probability that actor, action, status and target of a record are all right.</summary>
static class Confidence
{
    public static double Of(MergedEvent e)
    {
        var miss = 1.0;
        foreach (var p in e.Proposals) miss *= 1 - p.P;
        return Math.Round((1 - miss) * e.Best.StatusP, 3);
    }
}
