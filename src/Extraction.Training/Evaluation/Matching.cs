using System.Collections.Immutable;
using Extraction.Training.Corpus;

namespace Extraction.Training.Evaluation;

/// <summary>A prediction and the gold record that it was matched with, by their indices in the document.</summary>
public readonly record struct Pair(int Prediction, int Gold);

/// <summary>One-to-one matching of a document's predictions with its gold records, the most alike first.</summary>
public static class Matching
{
    /// <param name="predictions">Of one document.</param>
    /// <param name="golds">Of the same document.</param>
    /// <param name="same">Which pairs may match, targets aside.</param>
    /// <param name="bonus">Added to the likeness of targets and of the other fields to break ties; null for none.</param>
    public static ImmutableArray<Pair> Match(
        ImmutableArray<Prediction> predictions,
        ImmutableArray<GoldRecord> golds,
        Func<Prediction, GoldRecord, bool> same,
        Func<Prediction, GoldRecord, double>? bonus = null)
    {
        var candidates = new List<(double Score, Pair Pair)>();
        for (var i = 0; i < predictions.Length; i++)
            for (var j = 0; j < golds.Length; j++)
            {
                if (!same(predictions[i], golds[j]))
                    continue;
                var likeness = Comparing.TargetLikeness(predictions[i].Target ?? "", golds[j]);
                if (likeness < Comparing.LeastTarget)
                    continue;
                var score = likeness + (Comparing.SameDate(predictions[i], golds[j]) ? 0.01 : 0) + (Comparing.SameJustification(predictions[i], golds[j]) ? 0.01 : 0)
                    - (golds[j].Optional ? 0.005 : 0);
                candidates.Add((score + (bonus?.Invoke(predictions[i], golds[j]) ?? 0), new Pair(i, j)));
            }

        var pairs = ImmutableArray.CreateBuilder<Pair>();
        var used = new HashSet<int>();
        var taken = new HashSet<int>();
        foreach (var (_, pair) in candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Pair.Prediction).ThenBy(c => c.Pair.Gold))
            if (!used.Contains(pair.Prediction) && !taken.Contains(pair.Gold))
            {
                used.Add(pair.Prediction);
                taken.Add(pair.Gold);
                pairs.Add(pair);
            }

        return pairs.ToImmutable();
    }
}
