namespace Extraction.Learning.MaximumEntropy;

/// <summary>
/// Fits a <see cref="MaximumEntropyModel"/> to examples of its classes. Deterministic: the order of the examples is
/// shuffled by a fixed generator.
/// </summary>
public sealed class MaximumEntropyTrainer(int classes)
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

    public MaximumEntropyModel Fit(TrainingOptions options) =>
        MaximumEntropyModel.Quantized(classes, options.Bits, FtrlWeights.Mean((classes - 1) << options.Bits, options, (w, r) => FitOne(w, r, options)));

    void FitOne(FtrlWeights weights, SteadyRandom random, TrainingOptions options)
    {
        var free = classes - 1;
        var mask = (1u << options.Bits) - 1;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var scores = new double[classes];
        var kept = new List<uint>();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var e in order)
            {
                Array.Clear(scores);
                random.Keep(examples[e], options.Dropout, kept);
                foreach (var item in kept)
                    for (var c = 0; c < free; c++) scores[c + 1] += weights[((int)(item & mask) * free) + c];
                Softmax(scores);
                for (var c = 0; c < free; c++)
                {
                    var gradient = (scores[c + 1] - (labels[e] == c + 1 ? 1 : 0)) * importance[e];
                    if (Math.Abs(gradient) < 1e-6) continue;
                    foreach (var item in kept) weights.Step(((int)(item & mask) * free) + c, gradient);
                }
            }
        }
    }

    internal static void Softmax(Span<double> scores)
    {
        var top = double.NegativeInfinity;
        foreach (var s in scores) top = Math.Max(top, s);
        var total = 0.0;
        for (var c = 0; c < scores.Length; c++) total += scores[c] = Math.Exp(scores[c] - top);
        for (var c = 0; c < scores.Length; c++) scores[c] /= total;
    }
}
