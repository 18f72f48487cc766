namespace Extraction.Learning.MaximumEntropy;

/// <summary>
/// Multinomial logistic regression over hashed binary features: the probability of each class is the softmax of its
/// weights' sum. Immutable; safe to use from many threads.
/// </summary>
public sealed class MaximumEntropyModel
{
    readonly sbyte[] weights;
    readonly float scale;
    readonly uint mask;

    internal MaximumEntropyModel(int classes, int bits, float scale, sbyte[] weights)
    {
        Classes = classes;
        Bits = bits;
        this.scale = scale;
        this.weights = weights;
        mask = (1u << bits) - 1;
    }

    /// <summary>Number of classes, at least 2. Class 0 is the one whose weights are all zero ("none").</summary>
    public int Classes { get; }

    /// <summary>Binary logarithm of the number of feature slots, 10 to 22.</summary>
    public int Bits { get; }

    /// <summary>Writes the probability of each class; they sum to 1.</summary>
    public void Predict(Features features, Span<double> probabilities)
    {
        Span<int> sums = stackalloc int[Classes];
        sums.Clear();
        var free = Classes - 1;
        foreach (var item in features.Items)
        {
            var at = (int)(item & mask) * free;
            for (var c = 0; c < free; c++) sums[c + 1] += weights[at + c];
        }

        var top = 0;
        for (var c = 1; c < Classes; c++) top = Math.Max(top, sums[c]);
        var total = 0.0;
        for (var c = 0; c < Classes; c++) total += probabilities[c] = Math.Exp((sums[c] - top) * scale);
        for (var c = 0; c < Classes; c++) probabilities[c] /= total;
    }

    /// <summary>Of a model of two classes: the log-odds of class 1.</summary>
    public double Weigh(Features features)
    {
        var sum = 0;
        foreach (var item in features.Items) sum += weights[item & mask];
        return sum * scale;
    }

    /// <summary>A model with weights rounded to signed bytes of one scale.</summary>
    internal static MaximumEntropyModel Quantized(int classes, int bits, double[] weights)
    {
        var largest = 1e-9;
        foreach (var w in weights) largest = Math.Max(largest, Math.Abs(w));
        var scale = largest / 127;
        return new(classes, bits, (float)scale, Array.ConvertAll(weights, w => (sbyte)Math.Round(w / scale)));
    }

    /// <summary>
    /// Layout, little endian: int32 classes, int32 bits, single scale, int32 count of non-zero weights, then for each
    /// a 7-bit encoded gap from the last index and the weight as a signed byte.
    /// </summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Classes);
        writer.Write(Bits);
        writer.Write(scale);
        writer.Write(weights.Count(w => w != 0));
        var last = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            writer.Write7BitEncodedInt(i - last);
            writer.Write(weights[i]);
            last = i;
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no such model.</exception>
    public static MaximumEntropyModel Load(BinaryReader reader)
    {
        var classes = reader.ReadInt32();
        var bits = reader.ReadInt32();
        var scale = reader.ReadSingle();
        var count = reader.ReadInt32();
        if (classes is < 2 or > 64 || bits is < 10 or > 22 || count < 0 || !float.IsFinite(scale))
            throw new InvalidDataException("not a maximum entropy model");
        var weights = new sbyte[(classes - 1) << bits];
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            at += reader.Read7BitEncodedInt();
            if ((uint)at >= (uint)weights.Length) throw new InvalidDataException("a weight lies outside the model");
            weights[at] = reader.ReadSByte();
        }

        return new(classes, bits, scale, weights);
    }
}
