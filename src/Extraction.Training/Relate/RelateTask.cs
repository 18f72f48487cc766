using Extraction.Annotate;
using Extraction.Knowledge;
using Extraction.Learning;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Training.Corpus;
using Extraction.Training.Loop;
using Extraction.Training.Relate.Reading;

namespace Extraction.Training.Relate;

/// <summary>Trains and saves the models of Relate: what <c>train relations</c> calls.</summary>
public static class RelateTask
{
    /// <param name="corpus">The corpus folder, with its <c>train</c> split.</param>
    /// <param name="models">Folder of the models; those of Annotate and the clusters must be there.</param>
    /// <param name="progress">Told in plain sentences how it goes.</param>
    /// <param name="reviewed">Articles to learn from besides the corpus, or null.</param>
    /// <param name="options">How the network is fitted; as shipped where null.</param>
    public static ModelCard Train(string corpus, string models, Action<string> progress, ReviewedSource? reviewed = null, ReadingOptions? options = null)
    {
        var split = Path.Combine(corpus, "train");
        var annotator = Annotator.Load(models);
        var articles = TrainingArticles.Read(split, annotator);
        if (reviewed is not null)
        {
            var more = ReviewedTraining.Read(reviewed.Articles, annotator);
            progress($"relations: {more.Length} reviewed articles, {more.Sum(a => a.Records.Length)} records");
            articles = [.. articles, .. more];
        }

        progress($"relations: {articles.Length} articles, {articles.Sum(a => a.Records.Length)} records");
        var trainer = new RelationTrainer(new(AuthorityLexicon.Default, WordClusters.Load(models)), WordVectors.Load(models), s => progress("relations: " + s));
        var (reading, relations) = trainer.Train(articles, options ?? new());
        ModelSource[] sources = [new("corpus/train, our own annotated articles", "that of this repository", CorpusReader.Hash(split)), .. reviewed?.Sources ?? [], .. Sources(models)];
        var network = new ModelCard(
            ReadingModel.Name, "Reads an article: targets, acts, status and actors of sanctions events; simple recurrent units over word vectors and features.",
            ReadingModel.FeatureVersion, 0, "", "CC-BY-SA-4.0", [.. sources], []);
        var saved = ModelFolder.Save(models, network, reading);
        progress($"{ReadingModel.Name}: saved, {saved.Bytes:N0} bytes");
        var card = new ModelCard(
            RelationModels.Name, "Reasons, dates, measures, objectives and confidence of sanctions events; log-linear over hashed features, and boosted trees for the confidence.",
            RelationModels.FeatureVersion, 0, "", "CC-BY-SA-4.0",
            [.. sources, new($"models/{ReadingModel.Name}", "see its card", saved.Sha256)], []);
        saved = ModelFolder.Save(models, card, relations.ToSections());
        progress($"{RelationModels.Name}: saved, {saved.Bytes:N0} bytes");
        return saved;
    }

    // The features come from these models: their cards tell the rest.
    static IEnumerable<ModelSource> Sources(string models) =>
        ((string[])["tagger", "parser", "names", WordClusters.Name, WordVectors.Name]).Select(name => new ModelSource($"models/{name}", "see its card", ModelFolder.Hash(File.ReadAllBytes(Path.Combine(models, name, ModelFolder.WeightsName)))));
}
