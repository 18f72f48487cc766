using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Extraction.Learning;
using Extraction.Learning.Neural;

namespace Extraction.Relate.Reading;

/// <summary>A trained network with the indexes of its features. Immutable; safe from many threads.</summary>
public sealed class ReadingModel
{
    public const string Name = "reading";

    /// <summary>Changes whenever a feature changes its meaning: weights of another version are refused.</summary>
    public const int FeatureVersion = 5;

    const string TokensSection = "tokens";
    const string PairsSection = "pairs";
    const string ShapeSection = "shape";

    public ReadingModel(ReadingNetwork network, PackedMap tokens, PackedMap pairs, WordVectors vectors, string version)
    {
        Network = network;
        Tokens = new PackedFeatureIndex(tokens);
        Pairs = new PackedFeatureIndex(pairs);
        Vectors = vectors;
        Version = version;
    }

    public ReadingNetwork Network { get; }

    public IFeatureIndex Tokens { get; }

    public IFeatureIndex Pairs { get; }

    public WordVectors Vectors { get; }

    public string Version { get; }

    /// <exception cref="ModelException">The model, or the vectors it needs, is missing, damaged or of another version.</exception>
    public static ReadingModel Load(string models)
    {
        var folder = ModelFolder.Load(models, Name, FeatureVersion);
        try
        {
            return Read(folder.Weights, WordVectors.Load(models), $"{Name}-{folder.Card.Sha256[..8]}");
        }
        catch (InvalidDataException fault)
        {
            throw new ModelException($"{Path.Combine(models, Name, ModelFolder.WeightsName)}: {fault.Message}. Restore it, or retrain: extraction train {Name}", fault);
        }
    }

    /// <exception cref="InvalidDataException">A section is missing or has the wrong length.</exception>
    public static ReadingModel Read(SectionFile weights, WordVectors vectors, string version)
    {
        var shape = MemoryMarshal.Cast<byte, int>(weights.Section(ShapeSection));
        var network = new ReadingNetwork(shape[0], shape[1], vectors.Dimensions);
        foreach (var p in network.Parameters)
        {
            if (IsMatrix(p)) ReadRows(p, weights.Section(p.Name));
            else ReadHalves(p, weights.Section(p.Name));
            p.Settle();
        }

        return new(network, PackedMap.Read(weights.Section(TokensSection)), PackedMap.Read(weights.Section(PairsSection)), vectors, version);
    }

    /// <summary>Packs a network as the weights of a model folder: tables and matrices as bytes with a scale a row, the rest as 16-bit floats.</summary>
    public static byte[] Pack(ReadingNetwork network, IReadOnlyDictionary<ulong, ushort> tokens, IReadOnlyDictionary<ulong, ushort> pairs)
    {
        var shape = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(shape, tokens.Count);
        BinaryPrimitives.WriteInt32LittleEndian(shape.AsSpan(4), pairs.Count);
        return SectionFile.Write([
            (ShapeSection, shape), (TokensSection, PackedMap.Pack(tokens)), (PairsSection, PackedMap.Pack(pairs)),
            .. network.Parameters.Select(p => (p.Name, IsMatrix(p) ? RowBytes(p) : HalfBytes(p)))]);
    }

    // Biases, and the four rows of a recurrent unit's own weights, are few and matter for all.
    static bool IsMatrix(Parameter p) => p.Rows > 4;

    static byte[] HalfBytes(Parameter p) => MemoryMarshal.AsBytes(Array.ConvertAll(p.Value, x => (Half)x).AsSpan()).ToArray();

    static void ReadHalves(Parameter p, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 2 * p.Value.Length) throw new InvalidDataException($"the section \"{p.Name}\" has the wrong length");
        var halves = MemoryMarshal.Cast<byte, Half>(bytes);
        for (var i = 0; i < halves.Length; i++) p.Value[i] = (float)halves[i];
    }

    static byte[] RowBytes(Parameter p)
    {
        var bytes = new byte[p.Rows * (p.Cols + 4)];
        for (var r = 0; r < p.Rows; r++)
        {
            var row = p.Value.AsSpan(r * p.Cols, p.Cols);
            var scale = 1e-9f;
            foreach (var x in row) scale = Math.Max(scale, MathF.Abs(x) / 127);
            var to = bytes.AsSpan(r * (p.Cols + 4), p.Cols + 4);
            BinaryPrimitives.WriteSingleLittleEndian(to, scale);
            for (var i = 0; i < row.Length; i++) to[4 + i] = (byte)(sbyte)MathF.Round(row[i] / scale);
        }

        return bytes;
    }

    static void ReadRows(Parameter p, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != p.Rows * (p.Cols + 4)) throw new InvalidDataException($"the section \"{p.Name}\" has the wrong length");
        for (var r = 0; r < p.Rows; r++)
        {
            var from = bytes.Slice(r * (p.Cols + 4), p.Cols + 4);
            var scale = BinaryPrimitives.ReadSingleLittleEndian(from);
            var row = p.Value.AsSpan(r * p.Cols, p.Cols);
            for (var i = 0; i < row.Length; i++) row[i] = (sbyte)from[4 + i] * scale;
        }
    }
}
