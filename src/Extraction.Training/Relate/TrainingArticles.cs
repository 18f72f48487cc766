using System.Collections.Immutable;
using Extraction.Clean;
using Extraction.Documents;
using Extraction.Training.Corpus;

namespace Extraction.Training.Relate;

/// <summary>Annotated articles of a corpus folder, cleaned and read by the annotator, with their records in place.</summary>
public static class TrainingArticles
{
    /// <summary>
    /// How often the network reads what is like the world: reviewed articles, and those of the folder <see cref="Real"/> of a split.
    /// The others are many, and fuller of records than real pages.
    /// </summary>
    public const int TimesReal = 2;

    /// <summary>The folder of articles that are modelled on real pages.</summary>
    const string Real = "real";

    /// <param name="folder">A split of the corpus.</param>
    /// <param name="annotator">Reads the articles as it will when the program runs.</param>
    public static ImmutableArray<TrainingArticle> Read(string folder, IAnnotator annotator)
    {
        var cleaner = new Cleaner(new(), new NoIssues());
        var documents = CorpusReader.Read(folder);
        var articles = new TrainingArticle[documents.Length][];
        Parallel.For(0, documents.Length, i =>
        {
            var pages = cleaner.Clean(documents[i].ToRaw());
            articles[i] = [.. pages.Select(a => Of(documents[i], annotator.Annotate(a), pages.Count))];
        });
        return [.. articles.SelectMany(a => a)];
    }

    static TrainingArticle Of(CorpusDocument document, AnnotatedDocument article, int pages)
    {
        var read = new TrainingArticle(article, Records(document, article.Article, pages));
        // Their reasons were measured to teach the wrong thing as long as no second reader has settled them (corpus/EXPERIMENTS.md).
        return Path.GetFileName(Path.GetDirectoryName(document.Source)) == Real ? read with { Times = TimesReal, IsSettled = false } : read;
    }

    // Where a page was split otherwise than the annotator did, records go wherever their evidence is found.
    static ImmutableArray<TrainingRecord> Records(CorpusDocument document, Article article, int articles)
    {
        var finder = new QuoteFinder(article.Text);
        return [.. document.Records.Where(r => articles == 1 || r.Article == article.Number).Select(r => Place(r, finder))];
    }

    internal static TrainingRecord Place(GoldRecord r, QuoteFinder finder) => new()
    {
        Actor = r.Actor,
        Action = Enum.Parse<ActKind>(r.Action, ignoreCase: true),
        Status = Enum.Parse<ActStatus>(r.Status, ignoreCase: true),
        TargetNames = [r.Target, .. r.TargetText is { } text ? [text] : Array.Empty<string>(), .. r.TargetAliases],
        TargetType = r.TargetType ?? "",
        ActionText = r.ActionText,
        ActorText = r.ActorText,
        DateText = r.DateText,
        Dates = [r.Date, .. r.DateAlternatives],
        Reasons = [r.Justification, .. r.JustificationAlternatives],
        Evidence = [.. r.Evidence.SelectMany(e => finder.FindAll(e))],
        Measures = r.Measures,
        Objectives = r.Objectives,
        Optional = r.Optional,
    };
}
