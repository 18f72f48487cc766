namespace Extraction.Learning.MaximumEntropy;

/// <summary>
/// Fits a model that chooses one of several options (conditional logit, McFadden 1974): the probability of an option is the
/// softmax, over the options at hand, of <see cref="MaximumEntropyModel.Weigh"/>. Where several options are right their
/// probabilities are added up. Deterministic.
/// </summary>
public sealed class ChoiceTrainer
{
    readonly List<(uint[] Items, bool Right)[]> choices = [];
    readonly List<(uint[] Items, bool Right)> open = [];

    /// <summary>Number of choices.</summary>
    public int Count => choices.Count;

    /// <summary>Adds an option to the choice that is open.</summary>
    public void Add(Features option, bool right) => open.Add((option.Items.ToArray(), right));

    /// <summary>Closes a choice; one without a right option, or without a wrong one, teaches nothing.</summary>
    public void Close()
    {
        if (open.Exists(o => o.Right) && open.Exists(o => !o.Right)) choices.Add([.. open]);
        open.Clear();
    }

    public MaximumEntropyModel Fit(TrainingOptions options) => MaximumEntropyModel.Quantized(2, options.Bits, FtrlWeights.Mean(1 << options.Bits, options, (w, r) => FitOne(w, r, options)));

    void FitOne(FtrlWeights weights, SteadyRandom random, TrainingOptions options)
    {
        var mask = (1u << options.Bits) - 1;
        var order = Enumerable.Range(0, choices.Count).ToArray();
        var kept = new List<List<uint>>();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var choice = choices[at];
                while (kept.Count < choice.Length) kept.Add([]);
                var p = new double[choice.Length];
                for (var i = 0; i < choice.Length; i++)
                {
                    random.Keep(choice[i].Items, options.Dropout, kept[i]);
                    foreach (var item in kept[i]) p[i] += weights[(int)(item & mask)];
                }

                MaximumEntropyTrainer.Softmax(p);
                var right = 1e-12;
                for (var i = 0; i < choice.Length; i++) right += choice[i].Right ? p[i] : 0;
                for (var i = 0; i < choice.Length; i++)
                {
                    var gradient = p[i] - (choice[i].Right ? p[i] / right : 0);
                    if (Math.Abs(gradient) < 1e-4) continue;
                    foreach (var item in kept[i]) weights.Step((int)(item & mask), gradient);
                }
            }
        }
    }
}
