using System.Collections.Immutable;
using Extraction.Learning;
using Extraction.Learning.MaximumEntropy;

namespace Extraction.Relate.Scoring;

/// <summary>Our own models of this room: one maximum entropy model a task, all in one file.</summary>
public sealed class RelationModels : IRelationScorer
{
    public const string Name = "relations";

    /// <summary>Changes whenever a feature changes its meaning: weights of another version are refused.</summary>
    public const int FeatureVersion = 8;

    readonly ImmutableArray<MaximumEntropyModel> models;

    public RelationModels(IEnumerable<MaximumEntropyModel> models, string version)
    {
        this.models = [.. models];
        Version = version;
    }

    public string Version { get; }

    public double Weigh(RelationTask task, Features features) => models[(int)task].Weigh(features);

    /// <summary>The models as the weights of a model folder: a section a task.</summary>
    public byte[] ToSections() => SectionFile.Write([.. Enum.GetValues<RelationTask>().Select(t => (SectionOf(t), Bytes(models[(int)t])))]);

    /// <exception cref="ModelException">The model is missing, damaged or of another version.</exception>
    public static RelationModels Load(string models)
    {
        var folder = ModelFolder.Load(models, Name, FeatureVersion);
        try
        {
            return new(Enum.GetValues<RelationTask>().Select(t => Read(folder.Weights.Section(SectionOf(t)))).ToList(), $"{Name}-{folder.Card.Sha256[..8]}");
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new ModelException($"{Path.Combine(models, Name, ModelFolder.WeightsName)}: {fault.Message}. Restore it, or retrain: extraction train {Name}", fault);
        }
    }

    static string SectionOf(RelationTask task) => task.ToString().ToLowerInvariant();

    static byte[] Bytes(MaximumEntropyModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        model.Save(writer);
        writer.Flush();
        return stream.ToArray();
    }

    static MaximumEntropyModel Read(ReadOnlySpan<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        return MaximumEntropyModel.Load(reader);
    }
}
