using System.Collections.Immutable;

namespace Extraction.Training.Evaluation;

/// <summary>Predictions whose confidence lies in one tenth.</summary>
/// <param name="From">Lower bound of confidence; the upper is a tenth more.</param>
/// <param name="Count">How many.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Right">The share of them whose core is right.</param>
public readonly record struct ReliabilityBin(double From, int Count, double Confidence, double Right);

/// <summary>What a threshold on confidence would give.</summary>
public readonly record struct ThresholdRow(double Least, Tally Core);

/// <summary>Whether confidence says what it should.</summary>
/// <param name="Error">Expected calibration error over ten bins of equal width (Naeini et al. 2015): mean of |right - confidence|, weighted by count.</param>
/// <param name="Bins">The bins that hold predictions.</param>
/// <param name="Thresholds">Core figures of the predictions with at least so much confidence.</param>
public sealed record Calibration(double Error, ImmutableArray<ReliabilityBin> Bins, ImmutableArray<ThresholdRow> Thresholds)
{
    private const int Count = 10;

    /// <summary>Null where predictions carry no confidence. Matches of optional records count neither way.</summary>
    public static Calibration? Of(ImmutableArray<DocumentResult> documents)
    {
        var points = new List<(double Confidence, bool Right)>();
        foreach (var document in documents)
        {
            var core = document.Core.ToDictionary(p => p.Prediction, p => document.Gold[p.Gold].Optional);
            for (var i = 0; i < document.Predictions.Length; i++)
                if (document.Predictions[i].Confidence is { } confidence && !(core.TryGetValue(i, out var optional) && optional))
                    points.Add((confidence, core.ContainsKey(i)));
        }

        if (points.Count == 0)
            return null;
        var bins = points.GroupBy(p => Math.Clamp((int)(p.Confidence * Count), 0, Count - 1)).OrderBy(b => b.Key)
            .Select(b => new ReliabilityBin((double)b.Key / Count, b.Count(), b.Average(p => p.Confidence), b.Average(p => p.Right ? 1.0 : 0.0)))
            .ToImmutableArray();
        var error = bins.Sum(b => Math.Abs(b.Right - b.Confidence) * b.Count) / points.Count;
        var gold = documents.Sum(d => d.CoreTally.Gold);
        var thresholds = Enumerable.Range(0, Count).Select(t => (double)t / Count)
            .Select(least => (least, kept: points.Where(p => p.Confidence >= least).ToList()))
            .Select(t => new ThresholdRow(t.least, new Tally(t.kept.Count(p => p.Right), t.kept.Count, gold)));
        return new Calibration(error, bins, [.. thresholds]);
    }
}
