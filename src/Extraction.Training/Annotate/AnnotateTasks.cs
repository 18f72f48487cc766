using System.Collections.Immutable;
using Extraction.Annotate.Parse;
using Extraction.Annotate.Recognize;
using Extraction.Annotate.Tag;
using Extraction.Documents;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>Trains, measures and saves the models of Annotate: what the command <c>train</c> calls.</summary>
public static class AnnotateTasks
{
    private const int TemplateFillings = 25;

    private static readonly NameType[] Three = [NameType.Person, NameType.Organization, NameType.Location];

    /// <summary>The models by name, in the order in which they build on each other.</summary>
    public static readonly ImmutableArray<string> Names = [Tagger.Name, Parser.Name, NameRecognizer.Name];

    /// <summary>Trains one model; the parser and the names need a saved tagger.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="data">Folder of the corpora.</param>
    /// <param name="models">Folder of the models.</param>
    /// <param name="progress">Told in plain sentences how it goes.</param>
    /// <returns>The saved card, with what was measured.</returns>
    public static ModelCard Train(string name, string data, string models, Action<string> progress)
    {
        var corpora = new TrainingData(data);
        return name switch
        {
            Tagger.Name => TrainTagger(corpora, models, progress),
            Parser.Name => TrainParser(corpora, models, progress),
            NameRecognizer.Name => TrainNames(corpora, models, progress),
            _ => throw new ArgumentException($"there is no model \"{name}\"; there are {string.Join(", ", Names)}", nameof(name)),
        };
    }

    private static ModelCard TrainTagger(TrainingData data, string models, Action<string> progress)
    {
        var weights = TaggerTrainer.Train(data.Trees(), WordClusters.Load(models), rounds: 8, most: 360_000, progress);
        var clusters = WordClusters.Load(models);
        var file = SectionFile.Read(weights);
        weights = SurenessSearch.Settle(weights, enough => Scores.Tagging(new TagModels(new Tagger(file) { Enough = enough }, clusters), data.EwtDev).Xpos, progress);
        return SaveTagger(data, models, weights, progress);
    }

    private static ModelCard SaveTagger(TrainingData data, string models, byte[] weights, Action<string> progress)
    {
        var tagger = new TagModels(new Tagger(SectionFile.Read(weights)), WordClusters.Load(models));
        var scores = new List<ModelScore>();
        foreach (var (corpus, sentences, guide) in Treebanks(data))
        {
            var (upos, xpos, lemma) = Scores.Tagging(tagger, sentences);
            scores.Add(Score($"UPOS, {corpus}, gold tokens", upos, guide ? 94.5 : null));
            scores.Add(Score($"XPOS, {corpus}, gold tokens", xpos));
            scores.Add(Score($"lemmas, {corpus}, gold tokens", lemma));
        }

        return Save(models, Cards.Tagger(data, models), weights, scores, progress);
    }

    private static ModelCard TrainParser(TrainingData data, string models, Action<string> progress)
    {
        var trees = data.Trees();
        var tagger = LoadTagger(models);
        var jackknife = Jackknife.Of(trees, tagger.Tagger, tagger.Clusters, progress);
        var weights = ParserTrainer.Train(trees, jackknife.Tags, tagger.Clusters, rounds: 8, most: 1_000_000, progress);
        var file = SectionFile.Read(weights);
        weights = SurenessSearch.Settle(weights, enough => Scores.Parsing(tagger, new Parser(file) { Enough = enough }, data.EwtDev).Labelled, progress);
        return SaveParser(data, models, weights, progress);
    }

    private static ModelCard SaveParser(TrainingData data, string models, byte[] weights, Action<string> progress)
    {
        var tagger = LoadTagger(models);
        var parser = new Parser(SectionFile.Read(weights));
        var scores = new List<ModelScore>();
        foreach (var (corpus, sentences, guide) in Treebanks(data))
        {
            var (unlabelled, labelled) = Scores.Parsing(tagger, parser, sentences);
            scores.Add(Score($"LAS, {corpus}, gold tokens, own tags", labelled, guide ? 82 : null));
            scores.Add(Score($"UAS, {corpus}, gold tokens, own tags", unlabelled));
        }

        return Save(models, Cards.Parser(data, models), weights, scores, progress);
    }

    private static ModelCard TrainNames(TrainingData data, string models, Action<string> progress)
    {
        var tagger = LoadTagger(models);
        var jackknife = Jackknife.Of(data.Trees(), tagger.Tagger, tagger.Clusters, progress);
        ImmutableArray<NamedSentence> sentences =
            [.. data.UnerTrain, .. data.GumNamed("train"), .. data.Politics("train"), .. data.Politics("dev"), .. data.Wikigold, .. data.Re3d, .. NameTemplates.Fill(TemplateFillings)];
        var weights = NameTrainer.Train(sentences, (sentence, words) => jackknife.Tags(sentence.Id, words), tagger.Clusters, NameListBuilder.Build(data.Root), rounds: 12, most: 250_000, progress);
        var file = SectionFile.Read(weights);
        weights = SurenessSearch.Settle(weights, enough => Scores.Names(tagger, new NameRecognizer(file) { Enough = enough }, data.UnerDev, Three).F1, progress);
        return SaveNames(data, models, weights, progress);
    }

    private static ModelCard SaveNames(TrainingData data, string models, byte[] weights, Action<string> progress)
    {
        var tagger = LoadTagger(models);
        var names = new NameRecognizer(SectionFile.Read(weights));
        var test = Scores.Names(tagger, names, data.UnerTest, Three);
        var scores = new[]
        {
            Score("names F1 (PER, ORG, LOC), UNER EWT test, sentence by sentence", test.F1, 80),
            Score("names precision, UNER EWT test", test.Precision),
            Score("names recall, UNER EWT test", test.Recall),
            Score("names F1, UNER EWT test, document by document", Scores.NamesInDocuments(tagger, names, data.UnerTest, Three).F1),
            Score("persons F1, UNER EWT test", Scores.Names(tagger, names, data.UnerTest, NameType.Person).F1),
            Score("organisations F1, UNER EWT test", Scores.Names(tagger, names, data.UnerTest, NameType.Organization).F1),
            Score("places F1, UNER EWT test", Scores.Names(tagger, names, data.UnerTest, NameType.Location).F1),
            Score("names F1 (PER, ORG, LOC), UNER EWT dev, sentence by sentence", Scores.Names(tagger, names, data.UnerDev, Three).F1),
            Score("names F1 (PER, ORG, LOC), CrossNER politics test", Scores.Names(tagger, names, data.Politics("test"), Three).F1),
            Score("names F1 (PER, ORG, LOC), GUM news test and dev, cut from its entities", Scores.Names(tagger, names, data.GumNamed("test", "news").AddRange(data.GumNamed("dev", "news")), Three).F1),
        };
        return Save(models, Cards.Names(data, models), weights, scores, progress);
    }

    private static IEnumerable<(string, ImmutableArray<TreeSentence>, bool Guide)> Treebanks(TrainingData data) =>
    [
        ("EWT test", data.EwtTest, true),
        ("EWT dev", data.EwtDev, false),
        ("GUM news test", data.Gum("test", "news"), false),
        ("GUM open test", data.Gum("test"), false),
        ("PUD", data.Pud, false),
    ];

    private static ModelCard Save(string models, ModelCard card, byte[] weights, IEnumerable<ModelScore> scores, Action<string> progress)
    {
        var saved = ModelFolder.Save(models, card with { Scores = [.. scores] }, weights);
        File.WriteAllText(Path.Combine(models, saved.Name, "README.md"), CardReadme.Render(saved));
        foreach (var score in saved.Scores)
            progress($"{saved.Name}: {score.Measure}: {score.Value:F2}{(score.Guide is { } guide ? $" (guide {guide})" : string.Empty)}");
        progress($"{saved.Name}: {saved.Bytes:N0} bytes");
        return saved;
    }

    private static ModelScore Score(string measure, double value, double? guide = null) => new(measure, Math.Round(value, 2), guide);

    private static TagModels LoadTagger(string models) =>
        new(new Tagger(ModelFolder.Load(models, Tagger.Name, TagFeatures.Version).Weights), WordClusters.Load(models));
}
