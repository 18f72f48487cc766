using System.Collections.Immutable;
using Extraction.Learning.MaximumEntropy;

namespace Extraction.Relate.Scoring;

/// <summary>Our own models of this room: one maximum entropy model a task, all in one file.</summary>
public sealed class RelationModels : IRelationScorer
{
    /// <summary>Changes whenever a feature changes its meaning: weights of another version are refused.</summary>
    public const int FeatureVersion = 1;

    readonly ImmutableArray<MaximumEntropyModel> models;

    public RelationModels(IEnumerable<MaximumEntropyModel> models, string version)
    {
        this.models = [.. models];
        Version = version;
    }

    public string Version { get; }

    public void Score(RelationTask task, Features features, Span<double> probabilities) => models[(int)task].Predict(features, probabilities);

    public MaximumEntropyModel this[RelationTask task] => models[(int)task];

    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(FeatureVersion);
        foreach (var model in models) model.Save(writer);
    }

    /// <exception cref="InvalidDataException">The file is no such model, or of another feature version.</exception>
    public static RelationModels Load(Stream stream, string version)
    {
        using var reader = new BinaryReader(stream);
        var found = reader.ReadInt32();
        if (found != FeatureVersion) throw new InvalidDataException($"relation models are of feature version {found}, this program needs {FeatureVersion}: run 'train relations'");
        return new(Enum.GetValues<RelationTask>().Select(_ => MaximumEntropyModel.Load(reader)).ToList(), version);
    }
}
