using Extraction.Learning.MaximumEntropy;
using Extraction.Relate;
using Extraction.Relate.Accept;
using Extraction.Relate.Dates;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Merge;
using Extraction.Relate.Reasons;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;

namespace Extraction.Training.Relate;

/// <summary>Trains the models of Relate from annotated articles.</summary>
public static class RelationTrainer
{
    /// <summary>How each task is fitted; set by cross-validation on the training split.</summary>
    static TrainingOptions OptionsOf(RelationTask task) => X(task switch
    {
        RelationTask.Reason => new(Bits: 18, Epochs: 6, L1: 0.5),
        RelationTask.Target => new(Bits: 19, Epochs: 10, L1: 0.3),
        _ => new(Bits: 18, Epochs: 12, L1: 0.3),
    });
    static TrainingOptions X(TrainingOptions o)
    {
        double E(string n, double d) => Environment.GetEnvironmentVariable(n) is { Length: > 0 } v ? double.Parse(v, System.Globalization.CultureInfo.InvariantCulture) : d;
        return o with { L1 = E("X_L1", o.L1), L2 = E("X_L2", o.L2), Dropout = E("X_DROP", o.Dropout), Epochs = (int)E("X_EPOCHS", o.Epochs), LearningRate = E("X_LR", o.LearningRate) };
    }

    /// <summary>Parts of the training split, each read by models that have not seen it.</summary>
    const int Folds = 5;

    /// <param name="articles">The training split.</param>
    /// <param name="knowledge">What the features draw on.</param>
    /// <param name="version">Name and version to give the models.</param>
    /// <param name="progress">Takes a line at a time on what is being done.</param>
    public static RelationModels Train(IReadOnlyList<GoldArticle> articles, RelateKnowledge knowledge, string version, Action<string> progress)
    {
        // What each article looks like to models that have not seen it: the mistakes that later steps must live with.
        var guides = new RelationModels[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            progress($"guide {fold + 1} of {Folds}");
            var part = fold;
            guides[fold] = new(TrainSteps(articles.Where((_, i) => i % Folds != part), knowledge, null, stepsOnly: true, _ => { }), "guide");
        }

        var guideOf = articles.Select((a, i) => (a, i)).ToDictionary(x => x.a, x => guides[x.i % Folds], ReferenceEqualityComparer.Instance as IEqualityComparer<GoldArticle>);
        var accept = new MaximumEntropyTrainer(2, OptionsOf(RelationTask.Accept));
        for (var fold = 0; fold < Folds; fold++)
        {
            progress($"fold {fold + 1} of {Folds}");
            var part = fold;
            var models = TrainSteps(articles.Where((_, i) => i % Folds != part), knowledge, guideOf, stepsOnly: true, _ => { });
            foreach (var article in articles.Where((_, i) => i % Folds == part)) CollectAccept(article, knowledge, new(models, "fold"), accept);
        }

        progress($"{RelationTask.Accept}: {accept.Count} examples");
        return new([.. TrainSteps(articles, knowledge, guideOf, stepsOnly: false, progress).SkipLast(1), accept.Fit()], version);
    }

    static List<MaximumEntropyModel> TrainSteps(IEnumerable<GoldArticle> articles, RelateKnowledge knowledge, Dictionary<GoldArticle, RelationModels>? guides, bool stepsOnly, Action<string> progress)
    {
        var trainers = Enum.GetValues<RelationTask>().Select(t => new MaximumEntropyTrainer(RelationTasks.Classes(t), OptionsOf(t))).ToArray();
        foreach (var article in articles)
        {
            void Add(RelationTask task, Features f, int label, double weight) => trainers[(int)task].Add(f, label, weight);
            Collect(article, knowledge, null, stepsOnly, Add);
            if (guides is not null) Collect(article, knowledge, guides[article], stepsOnly, Add);
        }

        var models = new List<MaximumEntropyModel>();
        foreach (var task in Enum.GetValues<RelationTask>())
        {
            if (trainers[(int)task].Count > 0) progress($"{task}: {trainers[(int)task].Count} examples");
            models.Add(trainers[(int)task].Fit());
        }

        return models;
    }

    static void Collect(GoldArticle article, RelateKnowledge knowledge, RelationModels? guide, bool stepsOnly, Action<RelationTask, Features, int, double> example)
    {
        var document = new DocumentView(article.Document, knowledge);
        var judge = new GoldJudge(new(document, article.Records), example);
        var options = new RelateOptions();
        if (guide is not null)
        {
            new ArticleReader(new GuidedJudge(judge, new ModelJudge(guide)), options).Read(document);
            return;
        }

        var merged = EventMerger.Merge(document, new ArticleReader(judge, options).Read(document));
        if (stepsOnly) return;
        var dates = new DateChooser(judge);
        var reasons = new ReasonChooser(judge, options);
        foreach (var e in merged)
        {
            dates.Choose(document, e);
            reasons.Choose(document, e);
        }
    }

    static void CollectAccept(GoldArticle article, RelateKnowledge knowledge, RelationModels models, MaximumEntropyTrainer accept)
    {
        if (!Relevance.Matches(article.Document.Text)) return;
        var document = new DocumentView(article.Document, knowledge);
        var merged = EventMerger.Merge(document, new ArticleReader(new ModelJudge(models), new()).Read(document));
        var right = GoldMatch.Match(merged, article.Records);
        var features = new Features();
        foreach (var e in merged)
        {
            if (right.TryGetValue(e, out var record) && record.Optional) continue;
            AcceptFeatures.For(features, e, merged);
            accept.Add(features, right.ContainsKey(e) ? 1 : 0);
        }
    }
}
