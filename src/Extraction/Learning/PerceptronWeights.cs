using System.Numerics;

namespace Extraction.Learning;

/// <summary>
/// Weights in training: a multiclass perceptron whose result is the average over all steps (Freund and Schapire 1999).
/// A feature gets weights only after it took part in a number of updates (Goldberg and Elhadad 2011, "Learning sparser
/// perceptron models"), which keeps models small at no loss. Deterministic; not for several threads.
/// </summary>
public sealed class PerceptronWeights(int labels, int minUpdates)
{
    private readonly byte[] _pending = new byte[1 << 24];
    private ulong[] _keys = new ulong[1 << 16];
    private int[] _rowOf = new int[1 << 16];
    private float[] _weights = new float[labels << 10];
    private double[] _stepped = new double[labels << 10];
    private ulong[] _features = new ulong[1 << 10];
    private int _count;
    private long _step = 1;

    public int Labels => labels;

    /// <summary>Counts one decision; call it once for each, updated or not.</summary>
    public void NextStep() => _step++;

    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        scores[..labels].Clear();
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row < 0)
                continue;
            var weights = _weights.AsSpan(row * labels, labels);
            var at = 0;
            for (; at <= labels - Vector<float>.Count; at += Vector<float>.Count)
                (new Vector<float>(scores[at..]) + new Vector<float>(weights[at..])).CopyTo(scores[at..]);
            for (; at < labels; at++)
                scores[at] += weights[at];
        }
    }

    /// <summary>Moves all features towards <paramref name="right"/> and away from <paramref name="wrong"/> (-1: no such label).</summary>
    public void Update(ReadOnlySpan<ulong> features, int right, int wrong, float by = 1f)
    {
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row < 0)
            {
                ref var pending = ref _pending[feature & ((1 << 24) - 1)];
                if (++pending < minUpdates)
                    continue;
                pending = 0;
                row = Add(feature);
            }

            if (right >= 0)
                Change((row * labels) + right, by);
            if (wrong >= 0)
                Change((row * labels) + wrong, -by);
        }
    }

    /// <summary>The averaged weights, the <paramref name="most"/> heaviest of them, packed for use.</summary>
    public byte[] Pack(int most)
    {
        var threshold = Threshold(most);
        var rows = new List<(ulong, (int, float)[])>();
        var kept = new List<(int, float)>();
        for (var row = 0; row < _count; row++)
        {
            kept.Clear();
            for (var label = 0; label < labels; label++)
            {
                var value = Average((row * labels) + label);
                if (Math.Abs(value) > threshold)
                    kept.Add((label, value));
            }

            if (kept.Count > 0)
                rows.Add((_features[row], kept.ToArray()));
        }

        return PackedWeights.Pack(labels, rows);
    }

    private float Threshold(int most)
    {
        var magnitudes = new List<float>();
        for (var at = 0; at < _count * labels; at++)
        {
            if (_weights[at] != 0 || _stepped[at] != 0)
                magnitudes.Add(Math.Abs(Average(at)));
        }

        if (magnitudes.Count <= most)
            return 0f;
        magnitudes.Sort();
        return magnitudes[^most];
    }

    private float Average(int at) => (float)(_weights[at] - (_stepped[at] / _step));

    private void Change(int at, float by)
    {
        _weights[at] += by;
        _stepped[at] += (double)by * _step;
    }

    private int Find(ulong feature)
    {
        var mask = (uint)(_keys.Length - 1);
        for (var slot = (uint)(feature >> 32) & mask; ; slot = (slot + 1) & mask)
        {
            if (_rowOf[slot] == 0)
                return -1;
            if (_keys[slot] == feature)
                return _rowOf[slot] - 1;
        }
    }

    private int Add(ulong feature)
    {
        if (2 * (_count + 1) > _keys.Length)
            Rehash();
        if (_count == _features.Length)
        {
            Array.Resize(ref _features, 2 * _count);
            Array.Resize(ref _weights, 2 * _count * labels);
            Array.Resize(ref _stepped, 2 * _count * labels);
        }

        _features[_count] = feature;
        Insert(feature, ++_count);
        return _count - 1;
    }

    private void Rehash()
    {
        _keys = new ulong[2 * _keys.Length];
        _rowOf = new int[_keys.Length];
        for (var row = 0; row < _count; row++)
            Insert(_features[row], row + 1);
    }

    private void Insert(ulong feature, int rowPlusOne)
    {
        var mask = (uint)(_keys.Length - 1);
        var slot = (uint)(feature >> 32) & mask;
        while (_rowOf[slot] != 0)
            slot = (slot + 1) & mask;
        _keys[slot] = feature;
        _rowOf[slot] = rowPlusOne;
    }
}
