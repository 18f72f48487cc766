using Extraction.Documents;
using Extraction.Review.Decisions;
using Extraction.Review.Records;

namespace Extraction.Review.Export;

/// <summary>Records with what holds of them, for files; read from disk without a lock on the review that may go on.</summary>
public sealed class ReviewSet
{
    ReviewSet(IReadOnlyList<ReviewItem> items, Ledger ledger, IReadOnlyList<int> brokenLines) => (Items, Ledger, BrokenLines) = (items, ledger, brokenLines);

    /// <summary>Extracted records in the order of their file, then the added ones.</summary>
    public IReadOnlyList<ReviewItem> Items { get; }

    public Ledger Ledger { get; }

    public IReadOnlyList<int> BrokenLines { get; }

    /// <param name="records">What was reviewed.</param>
    /// <param name="decisionFiles">One file or several, as several reviewers keep them apart; merged by time.</param>
    /// <param name="reader">Reads records that are no JSON Lines.</param>
    /// <param name="reviewer">Only this reviewer's decisions; all where null.</param>
    public static ReviewSet Read(string records, IEnumerable<string> decisionFiles, string? reviewer, Func<string, IEnumerable<SanctionsRecord>>? reader = null)
    {
        var items = RecordFile.Read(records, reader).Select((record, index) => new ReviewItem(index, record, 0)).ToList();
        var ledger = new Ledger();
        var broken = new List<int>();
        var decisions = new List<(string Time, Decision Decision)>();
        foreach (var file in decisionFiles)
        {
            if (!File.Exists(file))
            {
                throw new FileNotFoundException($"{file}: no such file: nothing was decided yet", file);
            }

            var (read, lines) = DecisionFile.Read(file);
            broken.AddRange(lines);
            var time = "";
            foreach (var decision in read)
            {
                // Clocks step back: within a file its order counts.
                time = string.CompareOrdinal(decision.At, time) > 0 ? decision.At : time;
                decisions.Add((time, decision));
            }
        }

        // A file may have begun as a copy of another.
        foreach (var (index, (_, decision)) in decisions.DistinctBy(d => d.Decision.Key).OrderBy(d => d.Time, StringComparer.Ordinal).Index())
        {
            if (reviewer is null || decision.Who == reviewer)
            {
                ledger.Add(decision);
            }

            // What another added may have been decided by the reviewer; it is no record where it was not.
            if (decision is { What: Verdict.Add, Content: { } content })
            {
                items.Add(new(items.Count, content, index + 1));
            }
        }

        return new(items, ledger, broken);
    }

    /// <summary>The articles in which something was decided: those with records in their order, then those confirmed to have none.</summary>
    public IEnumerable<ReviewedArticle> Articles(ArticleFile articles)
    {
        // An addition that was taken back leaves nothing to decide.
        var withRecords = Items.Where(item => item.AddedAt == 0 || Ledger.Exists(item)).GroupBy(item => (item.Record.DocumentId, item.Record.Article)).Select(article =>
        {
            var parts = article.ToLookup(item => Ledger.Verdict(item.Record.Id) is not null);
            return new ReviewedArticle(article.Key.DocumentId, article.Key.Article, [.. parts[true]], [.. parts[false]]);
        }).ToList();
        var known = withRecords.Select(a => (a.Document, a.Article)).ToHashSet();
        return withRecords.Where(a => a.Decided.Count > 0)
            .Concat(articles.Keys.Where(key => !known.Contains(key) && Ledger.Verdict(BareArticles.IdOf(key.Document, key.Article)) is not null)
                .Select(key => new ReviewedArticle(key.Document, key.Article, [], [])));
    }

    /// <summary>The records that hold after review: accepted, corrected or added, as they should be.</summary>
    public IEnumerable<SanctionsRecord> Reviewed() => Items
        .Select(item => (item.Record, Verdict: Ledger.Verdict(item.Record.Id)))
        .Where(r => r.Verdict is { What: Verdict.Accept or Verdict.Edit or Verdict.Add })
        .Select(r => (Before: r.Record, After: Ledger.Current(r.Record)))
        .Select(r => r.After.EventId == r.Before.EventId ? r.After with { EventId = DecisionMaker.EventIdOf(r.Before, r.After) } : r.After);
}
