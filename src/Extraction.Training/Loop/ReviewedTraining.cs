using System.Collections.Immutable;
using System.Text;
using Extraction.Clean;
using Extraction.Documents;
using Extraction.Training.Corpus;
using Extraction.Training.Relate;

namespace Extraction.Training.Loop;

/// <summary>
/// Reviewed articles as the trainer takes them. A whole one goes in as it is: what no record says is no sanction. Of one that was
/// reviewed in part only the sentences go in of which every record was decided; the trainer never sees the rest, neither as right nor as wrong.
/// </summary>
public static class ReviewedTraining
{
    /// <summary>How often the network reads a reviewed article while it reads one of the corpus once: they are few, and what the user wants to be right.</summary>
    const int TimesRead = 2;

    public static ImmutableArray<TrainingArticle> Read(IReadOnlyList<ReviewedArticle> articles, IAnnotator annotator)
    {
        var cleaner = new Cleaner(new(), new NoIssues());
        var read = new TrainingArticle[articles.Count][];
        Parallel.For(0, articles.Count, i => read[i] = [.. Read(articles[i], cleaner).Select(a => Place(a, articles[i], annotator))]);
        return [.. read.SelectMany(a => a)];
    }

    /// <summary>The blocks that may be learnt from.</summary>
    public static Article Cut(Article article, ReviewedArticle reviewed)
    {
        if (reviewed.Line.Whole) return article;
        var (finder, text, units) = (new QuoteFinder(article.Text), reviewed.Line.Text, Units(reviewed.Line.Text));
        var known = reviewed.Line.Reviewed.Select(r => new TextRange(units[r[0]], units[r[1]]))
            .Select(r => finder.Nearest(r.Of(text), r)).OfType<TextRange>().Distinct().OrderBy(r => r.Start).ToList();
        var blocks = from block in article.Blocks
                     from range in known
                     where block.Range.Overlaps(range)
                     select new Block(block.Kind, new(Math.Max(block.Range.Start, range.Start), Math.Min(block.Range.End, range.End)));
        return article with { Blocks = [.. blocks] };
    }

    static IEnumerable<Article> Read(ReviewedArticle reviewed, Cleaner cleaner)
    {
        var line = reviewed.Line;
        var raw = new RawDocument(line.DocumentId, Encoding.UTF8.GetBytes(line.Text), BodyFormat.PlainText, "utf-8", new(line.Title, line.Published, line.Url));
        return cleaner.Clean(raw).Select(a => Cut(a, reviewed)).Where(a => !a.Blocks.IsEmpty);
    }

    static TrainingArticle Place(Article article, ReviewedArticle reviewed, IAnnotator annotator)
    {
        var finder = new QuoteFinder(article.Text);
        bool Shown(TextRange range) => article.Blocks.Any(b => b.Range.Overlaps(range));
        var records = reviewed.Records.Select(r => TrainingArticles.Place(Gold(r), finder))
            .Select(r => r with { Evidence = [.. r.Evidence.Where(Shown)] }).Where(r => !r.Evidence.IsEmpty);
        return new(annotator.Annotate(article), [.. records], TimesRead);
    }

    static GoldRecord Gold(SanctionsRecord r) => new()
    {
        Actor = r.Actor,
        ActorText = r.ActorText,
        ActorAgency = r.ActorAgency,
        Action = r.Action,
        Status = r.Status,
        ActionText = r.ActionText,
        Target = r.Target,
        TargetText = r.TargetText,
        TargetType = r.TargetType,
        Date = r.Date,
        DateText = r.DateText,
        DateBasis = r.DateBasis,
        Justification = r.Justification,
        Evidence = [.. r.Evidence.Select(e => e.Text)],
    };

    /// <summary>For every code point, and the end, where it stands in UTF-16.</summary>
    static List<int> Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) units.Add(i);
        units.Add(text.Length);
        return units;
    }
}
