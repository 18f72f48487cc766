using Extraction.Documents;
using Extraction.Review.Decisions;
using Extraction.Review.Records;

namespace Extraction.Review.Queue;

/// <summary>Answers queries over records in memory. Sorted orders are made once; a query is one pass over them.</summary>
public sealed class QueryRunner(IReadOnlyList<ReviewItem> items, Ledger ledger, int extracted)
{
    const int CachedQueries = 24;

    readonly Dictionary<string, int[]> orders = new(StringComparer.Ordinal);
    readonly Dictionary<RecordQuery, ReviewItem[]> cache = [];

    /// <summary>The records that match, in order.</summary>
    public IReadOnlyList<ReviewItem> Run(RecordQuery query)
    {
        query = query with { AsOf = Math.Min(query.AsOf, ledger.Last) };
        if (cache.TryGetValue(query, out var known))
        {
            return known;
        }

        var words = Words(query);
        IEnumerable<int> order = Order(query.Sort);
        order = query.Descending ? order.Reverse() : order;
        var added = Enumerable.Range(extracted, items.Count - extracted).Where(i => items[i].AddedAt <= query.AsOf && ledger.Exists(items[i]));
        ReviewItem[] found = [.. order.Concat(added).Select(i => items[i]).Where(item => Matches(item, query, words))];
        if (cache.Count >= CachedQueries)
        {
            cache.Clear();
        }

        return cache[query] = found;
    }

    /// <summary>The articles without a record that match and of which the reviewer has not yet said that there is none, nor what it is.</summary>
    public IReadOnlyList<ReviewItem> Run(IReadOnlyList<ReviewItem> bare, RecordQuery query)
    {
        var words = Words(query);
        var added = items.Skip(extracted).Where(item => ledger.Verdict(item.Record.Id, query.Who, query.AsOf) is not null)
            .Select(item => (item.Record.DocumentId, item.Record.Article)).ToHashSet();
        return [.. bare.Where(item => Is(query.Document, item.Record.DocumentId) && Array.TrueForAll(words, Contains(item, item.Record))
            && ledger.Verdict(item.Record.Id, query.Who, query.AsOf) is null && !added.Contains((item.Record.DocumentId, item.Record.Article)))];
    }

    static string[] Words(RecordQuery query) => query.Text?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    bool Matches(ReviewItem item, RecordQuery query, string[] words)
    {
        var current = ledger.Current(item.Record);
        return Is(query.Actor, current.Actor) && Is(query.Target, current.Target) && Is(query.Action, current.Action) && Is(query.Status, current.Status)
            && Is(query.Document, current.DocumentId)
            && current.Confidence >= query.MinConfidence && (current.Confidence < query.MaxConfidence || query.MaxConfidence >= 1)
            && (query.Objective is null || (query.Objective == "none" ? current.Objectives.IsEmpty : current.Objectives.Contains(query.Objective)))
            && IsDated(current.Date, query.Date)
            && HasState(item, query)
            && (words.Length == 0 || Array.TrueForAll(words, Contains(item, current)));
    }

    static Predicate<string> Contains(ReviewItem item, SanctionsRecord current)
    {
        var text = ReferenceEquals(current, item.Record) ? item.Haystack : ReviewItem.TextOf(current);
        return word => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    bool HasState(ReviewItem item, RecordQuery query) => query.State switch
    {
        null or "all" => true,
        "open" => ledger.Verdict(item.Record.Id, query.Who, query.AsOf) is null,
        "decided" => ledger.Verdict(item.Record.Id, query.Who, query.AsOf) is not null,
        "conflict" => ledger.Verdicts(item.Record.Id, query.AsOf).Select(d => d.Stands).Distinct().Count() > 1,
        "standing" => ledger.Stands(item, query.AsOf),
        "judged" => item.AddedAt == 0 && ledger.Verdict(item.Record.Id, asOf: query.AsOf) is not null,
        var state => ledger.Verdict(item.Record.Id, query.Who, query.AsOf)?.What == state,
    };

    static bool Is(string? wanted, string value) => wanted is null || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);

    static bool IsDated(string? date, string? wanted) => wanted is null
        || (wanted == "none" ? date is null || date.StartsWith('X') : date is not null && date.StartsWith(wanted, StringComparison.Ordinal));

    int[] Order(string sort)
    {
        if (!orders.TryGetValue(sort, out var order))
        {
            var all = Enumerable.Range(0, extracted);
            var text = StringComparer.OrdinalIgnoreCase;
            orders[sort] = order = sort switch
            {
                "actor" => [.. all.OrderBy(i => items[i].Record.Actor, text).ThenBy(i => items[i].Record.Target, text)],
                "target" => [.. all.OrderBy(i => items[i].Record.Target, text)],
                "date" => [.. all.OrderBy(i => items[i].Record.Date ?? "~", StringComparer.Ordinal)],
                "status" => [.. all.OrderBy(i => items[i].Record.Status, text).ThenBy(i => items[i].Record.Confidence)],
                "action" => [.. all.OrderBy(i => items[i].Record.Action, text).ThenBy(i => items[i].Record.Confidence)],
                "document" => [.. all.OrderBy(i => items[i].Record.DocumentId, StringComparer.Ordinal).ThenBy(i => items[i].Record.Article)],
                _ => [.. all.OrderBy(i => items[i].Record.Confidence)],
            };
        }

        return order;
    }
}
