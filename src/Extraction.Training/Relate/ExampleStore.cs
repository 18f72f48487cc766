using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Scoring;

namespace Extraction.Training.Relate;

/// <summary>The examples of every task, and the models fitted to them.</summary>
public sealed class ExampleStore(Func<RelationTask, TrainingOptions> options)
{
    readonly MaximumEntropyTrainer[] trainers =
        [.. Enum.GetValues<RelationTask>().Select(t => new MaximumEntropyTrainer(2, options(t)))];

    public void Add(RelationTask task, Features features, int label) => trainers[(int)task].Add(features, label);

    /// <summary>One model a task, in the order of the tasks.</summary>
    public List<MaximumEntropyModel> Fit(Action<string> progress)
    {
        var models = new MaximumEntropyModel[trainers.Length];
        Parallel.For(0, trainers.Length, i => models[i] = trainers[i].Fit());
        foreach (var task in Enum.GetValues<RelationTask>())
            if (trainers[(int)task].Count > 0) progress($"{task}: {trainers[(int)task].Count} examples");
        return [.. models];
    }
}
