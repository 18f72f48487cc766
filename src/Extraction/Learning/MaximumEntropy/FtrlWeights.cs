namespace Extraction.Learning.MaximumEntropy;

/// <summary>
/// Weights that are fitted by FTRL-Proximal (McMahan et al., "Ad Click Prediction: a View from the Trenches", KDD 2013):
/// adaptive rates per weight, exact zeros through L1.
/// </summary>
sealed class FtrlWeights(int size, TrainingOptions options)
{
    readonly double[] z = new double[size];
    readonly double[] n = new double[size];

    public double this[int i] =>
        Math.Abs(z[i]) <= options.L1 ? 0 : -(z[i] - (Math.Sign(z[i]) * options.L1)) / (((1 + Math.Sqrt(n[i])) / options.LearningRate) + options.L2);

    public void Step(int i, double gradient)
    {
        var square = gradient * gradient;
        var sigma = (Math.Sqrt(n[i] + square) - Math.Sqrt(n[i])) / options.LearningRate;
        z[i] += gradient - (sigma * this[i]);
        n[i] += square;
    }

    /// <summary>The mean of what several fits, each with its own order and dropout, learned.</summary>
    /// <param name="size">Number of weights.</param>
    /// <param name="options">How many, and how.</param>
    /// <param name="fit">Fits one.</param>
    public static double[] Mean(int size, TrainingOptions options, Action<FtrlWeights, SteadyRandom> fit)
    {
        var sum = new double[size];
        for (var m = 0; m < options.Models; m++)
        {
            var weights = new FtrlWeights(size, options);
            fit(weights, new(0x9E3779B97F4A7C15UL * (ulong)(m + 1)));
            for (var i = 0; i < size; i++) sum[i] += weights[i] / options.Models;
        }

        return sum;
    }
}

/// <summary>A fixed generator: the same numbers on every machine.</summary>
sealed class SteadyRandom(ulong state)
{
    /// <summary>At least 0, below 1.</summary>
    public double Next()
    {
        state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return (state >> 40) / (double)(1 << 24);
    }

    public void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = (int)(Next() * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    /// <summary>The features that a dropout leaves.</summary>
    public void Keep(uint[] features, double dropout, List<uint> kept)
    {
        kept.Clear();
        foreach (var item in features)
            if (dropout == 0 || Next() >= dropout) kept.Add(item);
    }
}
