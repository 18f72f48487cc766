using System.Collections.Immutable;
using Extraction.Clean;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Training.Corpus;

namespace Extraction.Training.Relate;

/// <summary>Annotated articles of a corpus folder, cleaned and read by the annotator, with their records in place.</summary>
public static class TrainingArticles
{
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
            articles[i] = [.. pages.Select(a => new TrainingArticle(annotator.Annotate(a), Records(documents[i], a, pages.Count)))];
        });
        return [.. articles.SelectMany(a => a)];
    }

    // Where a page was split otherwise than the annotator did, records go wherever their evidence is found.
    static ImmutableArray<TrainingRecord> Records(CorpusDocument document, Article article, int articles)
    {
        var finder = new QuoteFinder(article.Text);
        return [.. document.Records.Where(r => articles == 1 || r.Article == article.Number).Select(r => Place(r, finder))];
    }

    internal static TrainingRecord Place(GoldRecord r, QuoteFinder finder) => new()
    {
        Actor = Canonical(r.Actor),
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

    // "G7" is the Group of Seven that the reader finds.
    static string Canonical(string actor) =>
        AuthorityLexicon.Default.TryName(actor, out var entry) && entry is { Agency: null, Kind: AuthorityKind.State or AuthorityKind.Body } ? entry.Name : actor;
}
