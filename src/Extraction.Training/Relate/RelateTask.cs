using Extraction.Annotate;
using Extraction.Knowledge;
using Extraction.Learning;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Training.Corpus;

namespace Extraction.Training.Relate;

/// <summary>Trains and saves the relation models: what <c>train relations</c> calls.</summary>
public static class RelateTask
{
    /// <param name="corpus">The corpus folder, with its <c>train</c> split.</param>
    /// <param name="models">Folder of the models; those of Annotate and the clusters must be there.</param>
    /// <param name="progress">Told in plain sentences how it goes.</param>
    public static ModelCard Train(string corpus, string models, Action<string> progress)
    {
        var split = Path.Combine(corpus, "train");
        var articles = TrainingArticles.Read(split, Annotator.Load(models));
        progress($"relations: {articles.Length} articles, {articles.Sum(a => a.Records.Length)} records");
        var trained = RelationTrainer.Train(articles, new(AuthorityLexicon.Default, WordClusters.Load(models)), RelationModels.Name, s => progress("relations: " + s));
        var card = new ModelCard(
            RelationModels.Name, "Acts, status, actors, targets, reasons, dates and confidence of sanctions events; maximum entropy over hashed features.",
            RelationModels.FeatureVersion, 0, "", "CC-BY-SA-4.0",
            [new("corpus/train, our own annotated articles", "that of this repository", CorpusReader.Hash(split)), .. AnnotateSources(models)], []);
        var saved = ModelFolder.Save(models, card, trained.ToSections());
        progress($"relations: saved, {saved.Bytes:N0} bytes");
        return saved;
    }

    // The features come from these models: their cards tell the rest.
    static IEnumerable<ModelSource> AnnotateSources(string models) =>
        ((string[])["tagger", "parser", "names", WordClusters.Name]).Select(name => new ModelSource($"models/{name}", "see its card", ModelFolder.Hash(File.ReadAllBytes(Path.Combine(models, name, ModelFolder.WeightsName)))));
}
