using Extraction.Knowledge;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate;
using Extraction.Relate.Dates;
using Extraction.Relate.Merge;
using Extraction.Relate.Reasons;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;

namespace Extraction.Training.Relate;

/// <summary>Trains the models of Relate from annotated articles.</summary>
public static class RelationTrainer
{
    /// <summary>How each task is fitted; set by cross-validation on the training split.</summary>
    static TrainingOptions OptionsOf(RelationTask task) => task switch
    {
        RelationTask.Reason => new(Bits: 18, Epochs: 6, L1: 0.5),
        RelationTask.Target => new(Bits: 19, Epochs: 10, L1: 0.3),
        _ => new(Bits: 18, Epochs: 12, L1: 0.3),
    };

    /// <param name="articles">The training split.</param>
    /// <param name="version">Name and version to give the models.</param>
    /// <param name="progress">Takes a line at a time on what is being done.</param>
    public static RelationModels Train(IReadOnlyList<GoldArticle> articles, string version, Action<string> progress)
    {
        var trainers = Enum.GetValues<RelationTask>().Select(t => new MaximumEntropyTrainer(RelationTasks.Classes(t), OptionsOf(t))).ToArray();
        foreach (var article in articles) Collect(article, (task, f, label, weight) => trainers[(int)task].Add(f, label, weight));
        var models = new List<MaximumEntropyModel>();
        foreach (var task in Enum.GetValues<RelationTask>())
        {
            progress($"{task}: {trainers[(int)task].Count} examples");
            models.Add(trainers[(int)task].Fit());
        }

        return new(models, version);
    }

    static void Collect(GoldArticle article, Action<RelationTask, Features, int, double> example)
    {
        var document = new DocumentView(article.Document, AuthorityLexicon.Default);
        var judge = new GoldJudge(new(document, article.Records), example);
        var options = new RelateOptions();
        var merged = EventMerger.Merge(document, new ArticleReader(judge, options).Read(document));
        var dates = new DateChooser(judge);
        var reasons = new ReasonChooser(judge, options);
        foreach (var e in merged)
        {
            dates.Choose(document, e);
            reasons.Choose(document, e);
        }
    }
}
