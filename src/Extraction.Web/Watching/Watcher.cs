using Extraction.Documents;
using Extraction.Ingest;
using Extraction.Web.Listings;

namespace Extraction.Web.Watching;

/// <summary>What one round of <c>watch</c> did.</summary>
/// <param name="Pages">New pages that were read or given up.</param>
/// <param name="Again">Pages that could not be had and are tried again.</param>
/// <param name="Records">Records added.</param>
public sealed record PollCounts(int Pages, int Again, long Records);

/// <summary>
/// Asks feeds and sitemaps again and again, and reads each page that they list once. A page that cannot be had for a passing reason is tried
/// at some more polls; then, and where the reason is lasting, it is an issue.
/// </summary>
/// <param name="source">Fetches pages.</param>
/// <param name="lists">Reads feeds.</param>
/// <param name="journal">What was done.</param>
/// <param name="extract">Documents → records, articles and issues as lines.</param>
/// <param name="tries">At how many polls a page is tried.</param>
/// <param name="added">Called when the journal has taken records; null where nobody follows.</param>
public sealed class Watcher(
    WebSource source,
    ListSource lists,
    WatchJournal journal,
    Func<IReadOnlyList<SourceItem>, CancellationToken, Task<Extracted>> extract,
    int tries,
    Func<CancellationToken, Task>? added = null)
{
    /// <summary>Pages that are read together: little is done again after a crash, and records appear soon.</summary>
    const int Together = 16;

    /// <summary>Feeds that fail, so that each failure is said when it begins and not at every poll.</summary>
    readonly HashSet<string> failing = new(StringComparer.Ordinal);

    /// <summary>Asks all feeds once, and reads what is new.</summary>
    public async Task<PollCounts> PollAsync(IReadOnlyList<WebTarget> targets, CancellationToken cancellation)
    {
        var begun = new HashSet<string>(StringComparer.Ordinal);
        var batch = new List<WebItem>();
        var counts = new PollCounts(0, 0, 0);
        await foreach (var item in NewAsync(targets, cancellation).ConfigureAwait(false))
        {
            if (item.Link is { } link && (journal.IsDone(link.Address.AbsoluteUri) || !begun.Add(link.Address.AbsoluteUri)))
            {
                continue;
            }

            batch.Add(item);
            if (batch.Count == Together)
            {
                counts = Sum(counts, await ReadAsync(batch, cancellation).ConfigureAwait(false));
                batch.Clear();
            }
        }

        return batch.Count == 0 ? counts : Sum(counts, await ReadAsync(batch, cancellation).ConfigureAwait(false));
    }

    async IAsyncEnumerable<WebItem> NewAsync(IReadOnlyList<WebTarget> targets, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var page in journal.Waiting.ToList())
        {
            yield return WebItem.Of(new ListedLink(new(page.Address), page.Published, page.Changed));
        }

        foreach (var target in targets)
        {
            var faults = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var item in lists.ItemsAsync(target, cancellation).ConfigureAwait(false))
            {
                // Entries without a link come at every poll, and mean nothing new.
                if (item.Link is not null || (item.Settled is SourceFault fault && faults.Add(Key(target, fault)) && failing.Add(Key(target, fault))))
                {
                    yield return item;
                }
            }

            failing.RemoveWhere(key => key.StartsWith(target.Given + "\n", StringComparison.Ordinal) && !faults.Contains(key));
        }
    }

    async Task<PollCounts> ReadAsync(List<WebItem> batch, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(batch.Select(item => OneAsync(item, cancellation))).ConfigureAwait(false);
        var known = journal.Waiting.ToDictionary(page => page.Address, page => page.Tries, StringComparer.Ordinal);
        var again = new List<WaitingPage>();
        var settled = new List<string>();
        var items = new List<SourceItem>();
        foreach (var (item, isPassing, link) in read)
        {
            var address = link?.Address.AbsoluteUri;
            if (link is not null && isPassing && known.GetValueOrDefault(address!) + 1 is var tried && tried < tries)
            {
                again.Add(new(address!, tried, link.Published, link.Changed));
                continue;
            }

            items.Add(item);
            if (address is not null)
            {
                settled.Add(address);
            }
        }

        var extracted = items.Count == 0 ? Extracted.Nothing : await extract(items, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        journal.Commit(extracted.Lines, settled, again);
        if (added is not null && extracted.Records > 0)
        {
            await added(cancellation).ConfigureAwait(false);
        }

        return new(settled.Count, again.Count, extracted.Records);
    }

    async Task<(SourceItem Item, bool IsPassing, ListedLink? Link)> OneAsync(WebItem item, CancellationToken cancellation)
    {
        if (item.Link is not { } link)
        {
            return (item.Settled!, false, null);
        }

        var (read, isPassing) = await source.TryAsync(link, cancellation).ConfigureAwait(false);
        return (read, isPassing, link);
    }

    static string Key(WebTarget target, SourceFault fault) => $"{target.Given}\n{fault.Issue.Code} {fault.Issue.DocumentId}";

    static PollCounts Sum(PollCounts a, PollCounts b) => new(a.Pages + b.Pages, a.Again + b.Again, a.Records + b.Records);
}
