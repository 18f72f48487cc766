using Extraction.Learning;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Training.Relate.Reading;

namespace Extraction.Training.Relate;

/// <summary>Trains the models of Relate from annotated articles: the network that reads, and what decides about its records.</summary>
public sealed class RelationTrainer(RelateKnowledge knowledge, WordVectors vectors, Action<string> progress)
{
    /// <summary>
    /// The network taught by half of the articles reads them once less: they are fewer, and it would be surer of them than the one that the program
    /// reads with is of all. For the same reason it has no second round.
    /// </summary>
    static ReadingOptions ForHalf(ReadingOptions options) => options with
    {
        First = options.First with { Epochs = Math.Max(1, options.First.Epochs - 1), Averaged = Math.Max(1, options.First.Averaged - 1) },
        Second = options.Second with { Epochs = 0 },
    };

    /// <summary>How each task is fitted; chosen on the development split.</summary>
    public static TrainingOptions OptionsOf(RelationTask task) => task switch
    {
        RelationTask.Reason => new(Bits: 20, Epochs: 4, L1: 0.8, Dropout: 0.15, Models: 2),
        RelationTask.Date => new(Bits: 20, Epochs: 8, L1: 0.6, LearningRate: 0.15, Dropout: 0.2, Models: 3),
        RelationTask.Topic => new(Bits: 21, Epochs: 5, L1: 2.5, LearningRate: 0.15, Dropout: 0.1),
        _ => new(Bits: 18, Epochs: 8, L1: 0.3, LearningRate: 0.15, Dropout: 0.2, Models: 4),
    };

    /// <summary>
    /// What decides about records must learn from what the network proposes on articles that it has not seen, as it will when the program runs:
    /// every second article teaches a network of its own, and they learn from the others as it reads them.
    /// </summary>
    /// <param name="articles">The training split.</param>
    /// <param name="options">How the network is fitted.</param>
    /// <returns>The weights of the network, and the other models.</returns>
    public (byte[] Reading, RelationModels Relations) Train(IReadOnlyList<TrainingArticle> articles, ReadingOptions options)
    {
        var cases = articles.Select(a => TrainingCase.Of(a, knowledge)).ToList();
        var examples = new ExampleStore();
        progress("a network taught by half of the articles, which reads the other half");
        var half = Fit(cases.Where((_, i) => i % 2 == 1), ForHalf(options), _ => { });
        var reader = new NetworkReader(ReadingModel.Read(SectionFile.Read(half), vectors, "half"), new());
        foreach (var c in cases.Where((_, i) => i % 2 == 0)) c.Collect(reader, examples);
        var relations = examples.Fit(OptionsOf, progress);
        return (Fit(cases, options, progress), relations);
    }

    byte[] Fit(IEnumerable<TrainingCase> cases, ReadingOptions options, Action<string> tell) =>
        new ReadingTrainer(vectors, options).Train([.. cases.SelectMany(c => Enumerable.Repeat((c.Document, c.Labels), c.Article.Times))], tell);
}
