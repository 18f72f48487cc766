using System.Collections.Immutable;

namespace Extraction.Training.Annotate;

/// <summary>The corpora in the data folder, read when asked for.</summary>
/// <param name="Root">The folder that holds one folder for each corpus.</param>
public sealed record TrainingData(string Root)
{
    public ImmutableArray<TreeSentence> EwtTrain => Trees("UD_English-EWT", "en_ewt-ud-train.conllu");

    public ImmutableArray<TreeSentence> EwtDev => Trees("UD_English-EWT", "en_ewt-ud-dev.conllu");

    public ImmutableArray<TreeSentence> EwtTest => Trees("UD_English-EWT", "en_ewt-ud-test.conllu");

    public ImmutableArray<TreeSentence> Pud => Trees("UD_English-PUD", "en_pud-ud-test.conllu");

    /// <summary>The open part of GUM: <paramref name="part"/> is train, dev or test; <paramref name="genre"/> may be "news".</summary>
    public ImmutableArray<TreeSentence> Gum(string part, string genre = "") =>
        [.. Directory.GetFiles(Path.Combine(Root, "GUM_open", part), $"GUM_{genre}*.conllu").Order(StringComparer.Ordinal).SelectMany(ConlluReader.ReadFile)];

    /// <summary>What tagger and parser learn from: EWT and GUM, their words joined to ours; a sentence with a compound adjective stands there parted too, as other programs and the test sets part it.</summary>
    public ImmutableArray<TreeSentence> Trees() => [.. EwtTrain.Concat(Gum("train")).SelectMany(Retokenizer.Variants)];

    /// <summary>UNER's training part in our tokens: words joined by way of the treebank's sentence of the same id.</summary>
    public ImmutableArray<NamedSentence> UnerTrain
    {
        get
        {
            var trees = EwtTrain.ToDictionary(tree => tree.Id, StringComparer.Ordinal);
            return [.. NameReaders.Uner(File("UNER_English-EWT", "en_ewt-ud-train.early-0c7ce0d.iob2"))
                .Select(sentence => trees.TryGetValue(sentence.Id, out var tree) ? sentence.Join(tree) : sentence)];
        }
    }

    public ImmutableArray<NamedSentence> UnerDev => [.. NameReaders.Uner(File("UNER_English-EWT", "en_ewt-ud-dev.iob2"))];

    public ImmutableArray<NamedSentence> UnerTest => [.. NameReaders.Uner(File("UNER_English-EWT", "en_ewt-ud-test.iob2"))];

    public ImmutableArray<NamedSentence> Politics(string part) => [.. NameReaders.CrossNer(File("CrossNER_politics", part + ".txt"))];

    public ImmutableArray<NamedSentence> Wikigold => [.. NameReaders.Wikigold(File("wikigold", "wikigold.conll.txt"))];

    /// <summary>Names of the open part of GUM.</summary>
    public ImmutableArray<NamedSentence> GumNamed(string part, string genre = "") => [.. Gum(part, genre).Select(GumNames.Read)];

    /// <summary>Names of re3d's government and Wikipedia documents on Syria and Iraq.</summary>
    public ImmutableArray<NamedSentence> Re3d =>
        [.. Directory.GetDirectories(Path.Combine(Root, "re3d_open")).Order(StringComparer.Ordinal).SelectMany(Re3dReader.Read)];

    private ImmutableArray<TreeSentence> Trees(string corpus, string file) => [.. ConlluReader.ReadFile(File(corpus, file))];

    private string File(string corpus, string file) => Path.Combine(Root, corpus, file);
}
