using System.Collections.Immutable;
using Extraction.Learning;
using Extraction.Learning.MaximumEntropy;
using Extraction.Learning.Trees;

namespace Extraction.Relate.Scoring;

/// <summary>
/// Our own models of this room, all in one file: a maximum entropy model a task. Whether a record is right is asked of trees too, which
/// see the same record in numbers; the answer is the mean of both log-odds.
/// </summary>
public sealed class RelationModels : IRelationScorer
{
    public const string Name = "relations";

    /// <summary>Changes whenever a feature changes its meaning: weights of another version are refused.</summary>
    public const int FeatureVersion = 10;

    const string TreesSection = "accept.trees";

    readonly ImmutableArray<MaximumEntropyModel> models;
    readonly BoostedTrees trees;

    public RelationModels(IEnumerable<MaximumEntropyModel> models, BoostedTrees trees, string version)
    {
        this.models = [.. models];
        this.trees = trees;
        Version = version;
    }

    public string Version { get; }

    public double Weigh(RelationTask task, Features features)
    {
        var weight = models[(int)task].Weigh(features);
        return task == RelationTask.Accept ? (weight + trees.Weigh(features.Values)) / 2 : weight;
    }

    /// <summary>The models as the weights of a model folder: a section a task.</summary>
    public byte[] ToSections() => SectionFile.Write([
        .. Enum.GetValues<RelationTask>().Select(t => (SectionOf(t), Bytes(models[(int)t].Save))),
        (TreesSection, Bytes(trees.Save)),
    ]);

    /// <exception cref="ModelException">The model is missing, damaged or of another version.</exception>
    public static RelationModels Load(string models)
    {
        var folder = ModelFolder.Load(models, Name, FeatureVersion);
        try
        {
            return new(
                Enum.GetValues<RelationTask>().Select(t => Read(folder.Weights.Section(SectionOf(t)), MaximumEntropyModel.Load)).ToList(),
                Read(folder.Weights.Section(TreesSection), BoostedTrees.Load), $"{Name}-{folder.Card.Sha256[..8]}");
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new ModelException($"{Path.Combine(models, Name, ModelFolder.WeightsName)}: {fault.Message}. Restore it, or retrain: extraction train {Name}", fault);
        }
    }

    static string SectionOf(RelationTask task) => task.ToString().ToLowerInvariant();

    static byte[] Bytes(Action<BinaryWriter> save)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        save(writer);
        writer.Flush();
        return stream.ToArray();
    }

    static T Read<T>(ReadOnlySpan<byte> bytes, Func<BinaryReader, T> load)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        return load(reader);
    }
}
