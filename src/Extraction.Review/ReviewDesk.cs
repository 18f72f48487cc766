using Extraction.Documents;
using Extraction.Review.Decisions;
using Extraction.Review.Overview;
using Extraction.Review.Queue;
using Extraction.Review.Records;

namespace Extraction.Review;

/// <summary>
/// Everything under review: the records, their articles and what was decided. All members may be called from many threads.
/// The extraction is only read; decisions are only added.
/// </summary>
public sealed class ReviewDesk : IDisposable
{
    readonly Lock gate = new();
    readonly List<ReviewItem> items = [];
    readonly Dictionary<string, ReviewItem> byId = new(StringComparer.Ordinal);
    readonly Dictionary<(string, int), List<int>> byArticle = [];
    readonly Ledger ledger = new();
    readonly QueryRunner queries;
    readonly DecisionFile file;
    readonly ArticleFile? articles;
    readonly TimeProvider clock;
    IReadOnlyList<ReviewItem>? bare;

    /// <exception cref="IOException">A file cannot be read, or another review writes to the decisions.</exception>
    /// <exception cref="FormatException">A line is no record.</exception>
    public ReviewDesk(ReviewOptions options, TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        foreach (var record in RecordFile.Read(options.Records, options.Reader))
        {
            Add(record, addedAt: 0);
        }

        Extracted = items.Count;
        queries = new(items, ledger, Extracted);
        articles = options.Articles is null ? null : new(options.Articles);
        var (decisions, broken) = DecisionFile.Read(options.DecisionsOrDefault);
        BrokenLines = broken;
        foreach (var decision in decisions)
        {
            Take(decision);
        }

        file = new(options.DecisionsOrDefault);
    }

    /// <summary>Records that the extractor made.</summary>
    public int Extracted { get; }

    public bool HasArticles => articles is not null;

    /// <summary>Lines of the decisions file that could not be read.</summary>
    public IReadOnlyList<int> BrokenLines { get; }

    /// <summary>Reads from records and ledger while nothing else changes them.</summary>
    public T Look<T>(Func<IReadOnlyList<ReviewItem>, Ledger, T> look)
    {
        lock (gate)
        {
            return look(items, ledger);
        }
    }

    public IReadOnlyList<ReviewItem> Find(RecordQuery query)
    {
        lock (gate)
        {
            return query.State == "bare" ? queries.Run(Bare(), query) : queries.Run(query);
        }
    }

    public OverviewCounts Overview(RecordQuery query)
    {
        lock (gate)
        {
            return OverviewBuilder.Build(queries.Run(query), ledger);
        }
    }

    public ReviewItem? Item(string id)
    {
        lock (gate)
        {
            return ById(id);
        }
    }

    /// <summary>All records of an article, in the order of the queue's items.</summary>
    public IReadOnlyList<ReviewItem> OfArticle(string document, int article)
    {
        lock (gate)
        {
            return byArticle.TryGetValue((document, article), out var list) ? [.. list.Select(i => items[i])] : [];
        }
    }

    /// <summary>The article's text, or null where it is not at hand.</summary>
    public string? Text(SanctionsRecord record) => articles?.Find(record.DocumentId, record.Article)?.Text;

    /// <summary>Stores a decision; one that was stored before is given back as it was.</summary>
    /// <exception cref="DecisionException">It makes no sense.</exception>
    public Decision Decide(DecisionRequest request)
    {
        lock (gate)
        {
            if (request.Key is not null && ledger.ByKey(request.Key) is { } before)
            {
                return before;
            }

            var decision = DecisionMaker.Make(request, ById, ledger, clock.GetUtcNow());
            file.Append(decision);
            return Take(decision);
        }
    }

    public void Dispose()
    {
        file.Dispose();
        articles?.Dispose();
    }

    ReviewItem? ById(string id)
    {
        if (BareArticles.IsBare(id))
        {
            Bare();
        }

        return byId.GetValueOrDefault(id);
    }

    /// <summary>Looked for when first asked for: all articles are read.</summary>
    IReadOnlyList<ReviewItem> Bare()
    {
        if (bare is null)
        {
            var known = items.Take(Extracted).Select(item => (item.Record.DocumentId, item.Record.Article)).ToHashSet();
            bare = articles is null ? [] : BareArticles.Of(articles, known.Contains);
            foreach (var item in bare)
            {
                byId.Add(item.Record.Id, item);
            }
        }

        return bare;
    }

    Decision Take(Decision decision)
    {
        var taken = ledger.Add(decision);
        if (taken is { What: Verdict.Add, Content: { } content } && !byId.ContainsKey(taken.Record))
        {
            Add(content, taken.Sequence);
        }

        return taken;
    }

    void Add(SanctionsRecord record, long addedAt)
    {
        var item = new ReviewItem(items.Count, record, addedAt);
        items.Add(item);
        byId.Add(record.Id, item);
        if (!byArticle.TryGetValue((record.DocumentId, record.Article), out var list))
        {
            byArticle.Add((record.DocumentId, record.Article), list = []);
        }

        list.Add(item.Index);
    }
}
