using Extraction.Learning.MaximumEntropy;
using Extraction.Relate;
using Extraction.Relate.Accept;
using Extraction.Relate.Anchors;
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
    /// <summary>How each task is fitted; chosen on the development split.</summary>
    static TrainingOptions OptionsOf(RelationTask task) => task switch
    {
        RelationTask.Reason => new(Bits: 18, Epochs: 4, L1: 0.5, Dropout: 0.15, Models: 3),
        RelationTask.Target or RelationTask.FirstTarget => new(Bits: 19, Epochs: 7, L1: 0.3, LearningRate: 0.15, Dropout: 0.2, Models: 4),
        _ => new(Bits: 18, Epochs: 8, L1: 0.3, LearningRate: 0.15, Dropout: 0.2, Models: 4),
    };

    /// <summary>Parts of the training split, each read by models that have not seen it.</summary>
    const int Folds = 5;

    /// <param name="articles">The training split.</param>
    /// <param name="knowledge">What the features draw on.</param>
    /// <param name="version">Name and version to give the models.</param>
    /// <param name="progress">Takes a line at a time on what is being done.</param>
    public static RelationModels Train(IReadOnlyList<TrainingArticle> articles, RelateKnowledge knowledge, string version, Action<string> progress)
    {
        // What each article looks like to models that have not seen it: the mistakes that later steps must live with.
        var guides = new Dictionary<TrainingArticle, RelationModels>(ReferenceEqualityComparer.Instance);
        for (var fold = 0; fold < Folds; fold++)
        {
            progress($"guide {fold + 1} of {Folds}");
            var part = fold;
            var examples = new ExampleStore(OptionsOf);
            foreach (var article in articles.Where((_, i) => i % Folds != part)) CollectFirst(article, knowledge, examples, null);
            var guide = new RelationModels(examples.Fit(_ => { }), "guide");
            foreach (var article in articles.Where((_, i) => i % Folds == part)) guides[article] = guide;
        }

        var accept = new MaximumEntropyTrainer(2, OptionsOf(RelationTask.Accept));
        for (var fold = 0; fold < Folds; fold++)
        {
            progress($"fold {fold + 1} of {Folds}");
            var part = fold;
            var examples = new ExampleStore(OptionsOf);
            foreach (var article in articles.Where((_, i) => i % Folds != part)) CollectSteps(article, knowledge, examples, guides[article], withRest: false);
            var models = new RelationModels(examples.Fit(_ => { }), "fold");
            foreach (var article in articles.Where((_, i) => i % Folds == part)) CollectAccept(article, knowledge, models, accept);
        }

        progress($"{RelationTask.Accept}: {accept.Count} examples");
        var all = new ExampleStore(OptionsOf);
        foreach (var article in articles) CollectSteps(article, knowledge, all, guides[article], withRest: true);
        var fitted = all.Fit(progress);
        fitted[(int)RelationTask.Accept] = accept.Fit();
        return new(fitted, version);
    }

    /// <summary>Questions of the first reading, as gold walks through the article and, given a guide, as that model does.</summary>
    static void CollectFirst(TrainingArticle article, RelateKnowledge knowledge, ExampleStore examples, RelationModels? guide)
    {
        var document = new DocumentView(article.Document, knowledge);
        var gold = new GoldJudge(new(document, article.Records), (task, f, label) => examples.Add(First(task), f, label));
        new ArticleReader(gold, new()).Read(document, FirstReading.None);
        if (guide is not null) new ArticleReader(new GuidedJudge(gold, new ModelJudge(guide, second: false)), new()).Read(document, FirstReading.None);
    }

    /// <summary>Questions of both readings; the second knows what the guide found in the first.</summary>
    static void CollectSteps(TrainingArticle article, RelateKnowledge knowledge, ExampleStore examples, RelationModels guide, bool withRest)
    {
        CollectFirst(article, knowledge, examples, guide);
        var document = new DocumentView(article.Document, knowledge);
        var first = new FirstReading(new ArticleReader(new ModelJudge(guide, second: false), new()).Read(document, FirstReading.None));
        var gold = new GoldJudge(new(document, article.Records), examples.Add);
        new ArticleReader(new GuidedJudge(gold, new ModelJudge(guide, second: false)), new()).Read(document, first);
        var merged = EventMerger.Merge(document, new ArticleReader(gold, new()).Read(document, first));
        if (!withRest) return;
        var dates = new DateChooser(gold);
        var reasons = new ReasonChooser(gold, new());
        foreach (var e in merged)
        {
            dates.Choose(document, e);
            reasons.Choose(document, e);
        }
    }

    static void CollectAccept(TrainingArticle article, RelateKnowledge knowledge, RelationModels models, MaximumEntropyTrainer accept)
    {
        if (!Relevance.Matches(article.Document.Text)) return;
        var document = new DocumentView(article.Document, knowledge);
        var first = new FirstReading(new ArticleReader(new ModelJudge(models, second: false), new()).Read(document, FirstReading.None));
        var merged = EventMerger.Merge(document, new ArticleReader(new ModelJudge(models, second: true), new()).Read(document, first));
        var right = GoldMatch.Match(merged, article.Records);
        var features = new Features();
        foreach (var e in merged)
        {
            if (right.TryGetValue(e, out var record) && record.Optional) continue;
            AcceptFeatures.For(features, e, merged);
            accept.Add(features, right.ContainsKey(e) ? 1 : 0);
        }
    }

    static RelationTask First(RelationTask task) => task switch
    {
        RelationTask.Act => RelationTask.FirstAct,
        RelationTask.Status => RelationTask.FirstStatus,
        RelationTask.Actor => RelationTask.FirstActor,
        RelationTask.Target => RelationTask.FirstTarget,
        _ => task,
    };
}
