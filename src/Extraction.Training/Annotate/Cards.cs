using System.Collections.Immutable;
using System.Security.Cryptography;
using Extraction.Annotate.Parse;
using Extraction.Annotate.Recognize;
using Extraction.Annotate.Tag;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>What the models' cards say besides scores: sources with licences and hashes.</summary>
internal static class Cards
{
    private const string Licence = "CC-BY-SA-4.0";
    private const string GumLicence = "CC-BY-4.0 (texts: CC-BY-2.5, CC-BY-SA-3.0, CC-BY-4.0, public domain)";

    public static ModelCard Tagger(TrainingData data, string models) => Card(
        Extraction.Annotate.Tag.Tagger.Name, TagFeatures.Version, "Parts of speech (UPOS and Penn XPOS) and lemmas; greedy averaged perceptron over words and their clusters.", Treebanks(data, models));

    public static ModelCard Parser(TrainingData data, string models) => Card(
        Extraction.Annotate.Parse.Parser.Name, ParseFeatures.Version, "Universal dependencies; greedy arc-hybrid parser, averaged perceptron over words and their clusters, dynamic oracle.", Treebanks(data, models));

    public static ModelCard Names(TrainingData data, string models) => Card(
        NameRecognizer.Name, NameFeatures.Version, "Names of persons, organisations, places and others; structured perceptron over words, their clusters and lists.",
        [
            Source(data, "UNER_English-EWT", "CC-BY-SA-4.0", "en_ewt-ud-train.early-0c7ce0d.iob2"),
            Source(data, "CrossNER_politics", "MIT (text: Wikipedia, CC-BY-SA-3.0)", "train.txt", "dev.txt"),
            Source(data, "wikigold", "CC-BY-4.0", "wikigold.conll.txt"),
            Source(data, "Phoenix_dictionaries", "MIT", "Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt"),
            Source(data, "GUM_open", GumLicence, GumFiles(data)),
            Source(data, "re3d_open", "OGL-UK-3.0, CC-BY-3.0-AU, CC-BY-SA-3.0, public domain",
                [.. Directory.GetFiles(Path.Combine(data.Root, "re3d_open"), "*.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Path.Combine(data.Root, "re3d_open"), path))]),
            Own("name-templates.txt", "CC-BY-SA-4.0"),
            Own("cities.txt", "CC-BY-4.0 (GeoNames)"),
            Own("first-names.txt", "MIT (faker)"),
            Own("last-names.txt", "MIT (faker)"),
            Source(data, "CLDR_en", "Unicode-3.0", "territories.json"),
            Clusters(models),
        ]);

    private static ImmutableArray<ModelSource> Treebanks(TrainingData data, string models) =>
    [
        Source(data, "UD_English-EWT", "CC-BY-SA-4.0", "en_ewt-ud-train.conllu"),
        Source(data, "GUM_open", GumLicence, GumFiles(data)),
        Clusters(models),
    ];

    private static string[] GumFiles(TrainingData data) =>
        [.. Directory.GetFiles(Path.Combine(data.Root, "GUM_open", "train")).Select(path => Path.GetRelativePath(Path.Combine(data.Root, "GUM_open"), path))];

    private static ModelSource Clusters(string models) =>
        new("models/clusters", "PDDL-1.0", ModelFolder.Load(models, WordClusters.Name, WordClusters.FeatureVersion).Card.Sha256);

    // A list that lies in this program.
    private static ModelSource Own(string list, string licence)
    {
        using var stream = typeof(Cards).Assembly.GetManifestResourceStream(list)!;
        return new ModelSource(list, licence, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static ModelCard Card(string name, int version, string about, ImmutableArray<ModelSource> sources) =>
        new(name, about, version, 0, string.Empty, Licence, sources, []);

    private static ModelSource Source(TrainingData data, string corpus, string licence, params string[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Order(StringComparer.Ordinal))
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(data.Root, corpus, file))));
        return new ModelSource(corpus, licence, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
