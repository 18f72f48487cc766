namespace Extraction.Learning.MaximumEntropy;

/// <summary>
/// A growing bag of hashed binary features. Reused from example to example: <see cref="Clear"/>, then <see cref="Add(string)"/>.
/// Hashing is 32-bit FNV-1a over UTF-16 units with a final avalanche, so that a model trained anywhere reads the same anywhere.
/// </summary>
public sealed class Features
{
    uint[] items = new uint[256];
    float[] values = new float[96];
    int measured;

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Items => items.AsSpan(0, Count);

    /// <summary>What was measured besides, for models that compare numbers: always as many, in the same order.</summary>
    public ReadOnlySpan<float> Values => values.AsSpan(0, measured);

    public void Clear()
    {
        Count = 0;
        measured = 0;
    }

    public void AddValue(double value)
    {
        if (measured == values.Length) Array.Resize(ref values, measured * 2);
        values[measured++] = (float)value;
    }

    public void Add(string name)
    {
        Push(Finish(Mix(Seed, name)));
    }

    public void Add(string name, string? value)
    {
        Push(Finish(Mix(Mix(Mix(Seed, name), "="), value)));
    }

    public void Add(string name, string? first, string? second)
    {
        Push(Finish(Mix(Mix(Mix(Mix(Mix(Seed, name), "="), first), "|"), second)));
    }

    public void Add(string name, string? first, string? second, string? third)
    {
        Push(Finish(Mix(Mix(Mix(Mix(Mix(Mix(Mix(Seed, name), "="), first), "|"), second), "|"), third)));
    }

    public void Add(string name, int value)
    {
        Push(Finish((Mix(Mix(Seed, name), "#") ^ (uint)value) * Prime));
    }

    public void Add(string name, int value, string? second)
    {
        Push(Finish(Mix(Mix((Mix(Mix(Seed, name), "#") ^ (uint)value) * Prime, "|"), second)));
    }

    public void Add(string name, bool value)
    {
        if (value) Add(name);
    }

    /// <summary>A probability in half steps of its log-odds, every step below it set, so that a linear model can bend it.</summary>
    public void AddDegrees(string name, double probability)
    {
        var logit = Math.Clamp(Math.Log((probability + 1e-4) / (1 - probability + 1e-4)), -4, 7);
        for (var step = -8; step <= 14 && step / 2.0 <= logit; step++) Add(name, step);
    }

    /// <summary>What another bag held.</summary>
    public void AddAll(ReadOnlySpan<uint> others)
    {
        foreach (var item in others) Push(item);
    }

    /// <summary>All of another bag, each joined with a value.</summary>
    public void AddAll(Features others, string with)
    {
        var h = Mix(Seed, with);
        foreach (var item in others.Items) Push(Finish((item ^ h) * Prime));
    }

    /// <summary>A small class of a number: 0, 1, 2, 3, 4 (4 to 6), 5 (7 to 11), 6 (12 to 20), 7 (more).</summary>
    public static int Bucket(int n) => n switch { < 0 => -Bucket(-n), <= 3 => n, <= 6 => 4, <= 11 => 5, <= 20 => 6, _ => 7 };

    /// <summary>A number beside the largest of its kind: "most", "half", "less" (an eighth or more), "no".</summary>
    public static string Rank(double number, double most) => number >= most ? "most" : number >= most / 2 ? "half" : number >= most / 8 ? "less" : "no";

    const uint Seed = 2166136261;
    const uint Prime = 16777619;

    static uint Mix(uint h, string? s)
    {
        if (s is null) return (h ^ 0xFFFF) * Prime;
        foreach (var c in s) h = (h ^ c) * Prime;
        return h;
    }

    static uint Finish(uint h)
    {
        h ^= h >> 16;
        h *= 0x85ebca6b;
        h ^= h >> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >> 16);
    }

    void Push(uint h)
    {
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        items[Count++] = h;
    }
}
