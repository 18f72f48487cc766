using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Flow;

/// <summary>
/// The end of the line: takes the documents in order, one at a time, and writes their records, articles and issues. All outputs
/// get their names together when the run's checks have passed; until then none has one.
/// </summary>
/// <param name="sinks">Where records go.</param>
/// <param name="articles">Where the article texts go, or null.</param>
/// <param name="issues">Where issues go, or null.</param>
/// <param name="notice">Told of every issue as it is written, or null.</param>
/// <param name="checkpoint">Makes the run one that can be resumed, or null.</param>
/// <param name="copies">Finds near-identical copies, or null.</param>
public sealed class RunOutputs(
    ImmutableArray<ISink> sinks, LineFile? articles, LineFile? issues, Action<Issue>? notice = null, Checkpoint? checkpoint = null, CopyLedger? copies = null) : IAsyncDisposable
{
    public RunLedger Ledger { get; } = new();

    internal bool WantsArticles => articles is not null;

    internal bool WantsSketches => copies is not null;

    /// <summary>Takes up the run that was broken off, where there is one; else begins anew.</summary>
    internal CheckpointState? Begin(bool resume)
    {
        var state = checkpoint?.Begin(resume);
        if (state is { IsComplete: false })
        {
            copies?.Resume(copies.File?.Length ?? 0);
        }

        return state;
    }

    internal async ValueTask OpenAsync(CancellationToken cancellation)
    {
        foreach (var file in Files)
        {
            file.Open();
        }

        foreach (var sink in sinks)
        {
            await sink.OpenAsync(cancellation).ConfigureAwait(false);
        }
    }

    internal async ValueTask StoreAsync(Parcel<ArticleRecords> parcel, CancellationToken cancellation)
    {
        if (checkpoint is not null)
        {
            await checkpoint.PassAsync(parcel.Trail.Piece, Ledger, cancellation).ConfigureAwait(false);
        }

        foreach (var issue in parcel.Trail.Issues)
        {
            notice?.Invoke(issue);
        }

        if (issues is not null && !parcel.Trail.Issues.IsEmpty)
        {
            await issues.WriteAsync(parcel.Trail.Issues.Select(IssueLine.Of), JsonLines.Issue, cancellation).ConfigureAwait(false);
        }

        if (articles is not null)
        {
            await articles.WriteAsync(parcel.Trail.Articles.Select(ArticleLine.Of), JsonLines.Article, cancellation).ConfigureAwait(false);
        }

        var records = new List<SanctionsRecord>();
        foreach (var item in parcel.Items)
        {
            records.AddRange(copies is null ? item.Records : await copies.SettleAsync(item, cancellation).ConfigureAwait(false));
        }

        if (records.Count > 0)
        {
            foreach (var sink in sinks)
            {
                await sink.WriteAsync(records, cancellation).ConfigureAwait(false);
            }
        }

        Ledger.Stored(records);
        Ledger.Settle(parcel);
    }

    /// <summary>Stores all outputs for good, and then publishes them, records last: where they are, the rest is.</summary>
    internal async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        foreach (var file in Files)
        {
            await file.FlushAsync(cancellation).ConfigureAwait(false);
        }

        foreach (var sink in sinks)
        {
            await sink.FlushAsync(cancellation).ConfigureAwait(false);
        }

        if (checkpoint is not null)
        {
            await checkpoint.CompleteAsync(Ledger, cancellation).ConfigureAwait(false);
        }

        foreach (var file in Files)
        {
            await file.CompleteAsync(cancellation).ConfigureAwait(false);
        }

        foreach (var sink in sinks)
        {
            await sink.CompleteAsync(cancellation).ConfigureAwait(false);
        }

        checkpoint?.End();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sink in sinks)
        {
            await sink.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var file in Files)
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }
    }

    IEnumerable<LineFile> Files => new[] { articles, issues, copies?.File }.OfType<LineFile>();
}
