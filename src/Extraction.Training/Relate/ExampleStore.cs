using Extraction.Learning.MaximumEntropy;
using Extraction.Learning.Trees;
using Extraction.Relate.Scoring;

namespace Extraction.Training.Relate;

/// <summary>The examples of every task, and the models fitted to them.</summary>
public sealed class ExampleStore
{
    readonly Dictionary<RelationTask, ChoiceTrainer> choices = new() { [RelationTask.Reason] = new(), [RelationTask.Date] = new() };
    readonly Dictionary<RelationTask, MaximumEntropyTrainer> questions = new() { [RelationTask.Accept] = new(2), [RelationTask.Topic] = new(2) };

    readonly BoostedTreesTrainer trees = new();

    /// <summary>Adds an answered question, or an option of the choice that is open.</summary>
    public void Add(RelationTask task, Features features, bool right)
    {
        if (task == RelationTask.Accept) trees.Add(features.Values, right);
        if (choices.TryGetValue(task, out var choice)) choice.Add(features, right);
        else questions[task].Add(features, right ? 1 : 0);
    }

    /// <summary>Closes a choice: all its options are added.</summary>
    public void Close(RelationTask task) => choices[task].Close();

    /// <summary>What follows is of another article.</summary>
    public void NextArticle() => trees.NextGroup();

    /// <summary>The models that they teach.</summary>
    public RelationModels Fit(Func<RelationTask, TrainingOptions> options, Action<string> progress)
    {
        var tasks = Enum.GetValues<RelationTask>();
        var models = new MaximumEntropyModel[tasks.Length];
        Parallel.For(0, tasks.Length, i => models[i] = choices.TryGetValue(tasks[i], out var choice) ? choice.Fit(options(tasks[i])) : questions[tasks[i]].Fit(options(tasks[i])));
        foreach (var task in tasks)
            progress($"{task}: {(choices.TryGetValue(task, out var choice) ? choice.Count : questions[task].Count)} examples");
        return new(models, trees.Fit(new()), RelationModels.Name);
    }
}
