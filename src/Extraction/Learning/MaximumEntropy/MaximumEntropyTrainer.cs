namespace Extraction.Learning.MaximumEntropy;

/// <summary>How a model is fitted.</summary>
/// <param name="Bits">Binary logarithm of the number of feature slots.</param>
/// <param name="Epochs">Passes over the examples.</param>
/// <param name="LearningRate">FTRL's alpha.</param>
/// <param name="L1">Strength of the L1 penalty: higher means fewer weights.</param>
/// <param name="L2">Strength of the L2 penalty.</param>
/// <param name="Models">How many are fitted, each with its own order and dropout, and averaged: what one learned by chance is evened out.</param>
/// <param name="Dropout">Share of an example's features that are left out, anew in every epoch, so that no decision hangs on one of them.</param>
public sealed record TrainingOptions(int Bits = 18, int Epochs = 12, double LearningRate = 0.1, double L1 = 0.3, double L2 = 1.0, double Dropout = 0, int Models = 1);

/// <summary>
/// Fits a <see cref="MaximumEntropyModel"/> by FTRL-Proximal (McMahan et al., "Ad Click Prediction: a View from the
/// Trenches", KDD 2013): adaptive rates per weight, exact zeros through L1. Deterministic: the order of the examples is
/// shuffled by a fixed generator.
/// </summary>
public sealed class MaximumEntropyTrainer(int classes, TrainingOptions options)
{
    readonly List<uint[]> examples = [];
    readonly List<int> labels = [];
    readonly List<float> importance = [];

    public int Count => examples.Count;

    public void Add(Features features, int label, double weight = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, classes);
        examples.Add(features.Items.ToArray());
        labels.Add(label);
        importance.Add((float)weight);
    }

    public MaximumEntropyModel Fit()
    {
        var sum = new double[(classes - 1) << options.Bits];
        for (var m = 0; m < options.Models; m++)
        {
            var weights = FitOne(0x9E3779B97F4A7C15UL * (ulong)(m + 1));
            for (var i = 0; i < sum.Length; i++) sum[i] += weights[i] / options.Models;
        }

        return Quantize(sum);
    }

    double[] FitOne(ulong state)
    {
        var free = classes - 1;
        var size = free << options.Bits;
        var z = new double[size];
        var n = new double[size];
        var mask = (1u << options.Bits) - 1;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var scores = new double[classes];
        var kept = new List<uint>();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            Shuffle(order, ref state);
            foreach (var e in order)
            {
                Array.Clear(scores);
                kept.Clear();
                foreach (var item in examples[e])
                    if (options.Dropout == 0 || Next(ref state) >= options.Dropout) kept.Add(item);
                foreach (var item in kept)
                {
                    var at = (int)(item & mask) * free;
                    for (var c = 0; c < free; c++) scores[c + 1] += WeightOf(z[at + c], n[at + c]);
                }

                Softmax(scores);
                for (var c = 0; c < free; c++)
                {
                    var gradient = (scores[c + 1] - (labels[e] == c + 1 ? 1 : 0)) * importance[e];
                    if (Math.Abs(gradient) < 1e-6) continue;
                    var square = gradient * gradient;
                    foreach (var item in kept)
                    {
                        var at = ((int)(item & mask) * free) + c;
                        var sigma = (Math.Sqrt(n[at] + square) - Math.Sqrt(n[at])) / options.LearningRate;
                        z[at] += gradient - (sigma * WeightOf(z[at], n[at]));
                        n[at] += square;
                    }
                }
            }
        }

        for (var i = 0; i < z.Length; i++) z[i] = WeightOf(z[i], n[i]);
        return z;
    }

    MaximumEntropyModel Quantize(double[] weights)
    {
        var largest = 1e-9;
        foreach (var w in weights) largest = Math.Max(largest, Math.Abs(w));
        var scale = largest / 127;
        return new(classes, options.Bits, (float)scale, Array.ConvertAll(weights, w => (sbyte)Math.Round(w / scale)));
    }

    double WeightOf(double z, double n) =>
        Math.Abs(z) <= options.L1 ? 0 : -(z - (Math.Sign(z) * options.L1)) / (((1 + Math.Sqrt(n)) / options.LearningRate) + options.L2);

    static void Softmax(double[] scores)
    {
        var top = scores.Max();
        var total = 0.0;
        for (var c = 0; c < scores.Length; c++) total += scores[c] = Math.Exp(scores[c] - top);
        for (var c = 0; c < scores.Length; c++) scores[c] /= total;
    }

    static double Next(ref ulong state)
    {
        state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return (state >> 40) / (double)(1 << 24);
    }

    static void Shuffle(int[] order, ref ulong state)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = (int)(Next(ref state) * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
