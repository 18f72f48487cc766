using System.Collections.Immutable;
using Extraction.Learning;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;
using Extraction.Training.Annotate;
using Extraction.Training.Clusters;
using Extraction.Training.Relate;

namespace Extraction.Training;

/// <summary>All models that <c>train</c> makes, in the order in which they build on each other.</summary>
public static class TrainingTasks
{
    public static readonly ImmutableArray<string> Names = [WordClusters.Name, WordVectors.Name, .. AnnotateTasks.Names, RelationModels.Name];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="data">Folder of the openly licensed corpora.</param>
    /// <param name="corpus">Folder of our own annotated articles.</param>
    /// <param name="models">Folder of the models.</param>
    /// <param name="progress">Told in plain sentences how it goes.</param>
    public static ModelCard Train(string name, string data, string corpus, string models, Action<string> progress) => name switch
    {
        WordClusters.Name => ClusterTask.Train(data, models, progress),
        WordVectors.Name => VectorTask.Train(data, models, progress),
        ReadingModel.Name or RelationModels.Name => RelateTask.Train(corpus, models, progress),
        _ => AnnotateTasks.Train(name, data, models, progress),
    };
}
