using System.Runtime.InteropServices;

namespace Extraction.Learning;

/// <summary>Vectors of frequent words, quantised to bytes. Words with vectors close by are used alike. Immutable; safe from many threads.</summary>
public sealed class WordVectors
{
    public const string Name = "vectors";

    /// <summary>Changes whenever the vectors mean something else to the models built on them.</summary>
    public const int FeatureVersion = 1;

    public const string WordsSection = "words";
    public const string ValuesSection = "values";
    public const string ScalesSection = "scales";
    readonly PackedMap words;
    readonly sbyte[] values;
    readonly float[] scales;

    public WordVectors(SectionFile weights)
    {
        words = PackedMap.Read(weights.Section(WordsSection));
        values = MemoryMarshal.Cast<byte, sbyte>(weights.Section(ValuesSection)).ToArray();
        scales = MemoryMarshal.Cast<byte, float>(weights.Section(ScalesSection)).ToArray();
        Dimensions = values.Length / scales.Length;
    }

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; }

    /// <exception cref="ModelException">The model is missing, damaged or of another version.</exception>
    public static WordVectors Load(string models) => new(ModelFolder.Load(models, Name, FeatureVersion).Weights);

    /// <summary>The row of a word, case aside, or -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > 40) return -1;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return words.Find(Hashing.Of(lower));
    }

    /// <summary>Writes the vector of a row.</summary>
    public void Write(int row, Span<float> vector)
    {
        var from = values.AsSpan(row * Dimensions, Dimensions);
        var scale = scales[row];
        for (var i = 0; i < from.Length; i++) vector[i] = from[i] * scale;
    }

    /// <summary>Packs vectors of one length as the weights of a model folder.</summary>
    public static byte[] Pack(IReadOnlyList<string> words, IReadOnlyList<float[]> vectors)
    {
        var map = new Dictionary<ulong, ushort>();
        var dimensions = vectors[0].Length;
        var values = new byte[words.Count * dimensions];
        var scales = new float[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            map.TryAdd(Hashing.Of(words[i]), (ushort)i);
            scales[i] = vectors[i].Max(MathF.Abs) / 127;
            for (var d = 0; d < dimensions; d++) values[(i * dimensions) + d] = (byte)(sbyte)MathF.Round(vectors[i][d] / scales[i]);
        }

        return SectionFile.Write((WordsSection, PackedMap.Pack(map)), (ValuesSection, values), (ScalesSection, MemoryMarshal.AsBytes(scales.AsSpan()).ToArray()));
    }
}
