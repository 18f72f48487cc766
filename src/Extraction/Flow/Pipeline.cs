using System.Collections.Immutable;
using System.Diagnostics;
using Extraction.Copies;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Ingest;

namespace Extraction.Flow;

/// <summary>The whole flow, top to bottom: raw articles in, sanctions records out.</summary>
public sealed class Pipeline(RunOptions options, Inputs inputs, Rooms rooms, RunOutputs outputs, IssueCollector issues, bool resume = false)
{
    readonly long start = Stopwatch.GetTimestamp();
    long storedBytes, resumedBytes, recordsMade;

    /// <summary>How far the run is; may be asked at any time.</summary>
    public RunProgress Progress => new(outputs.Ledger.Read, outputs.Ledger.RecordCount, Interlocked.Read(ref storedBytes), Stopwatch.GetElapsedTime(start), outputs.Ledger.FinishedCount, Interlocked.Read(ref resumedBytes));

    /// <summary>What was counted; complete when the run has ended, and as far as it came when it was stopped.</summary>
    public RunCounts Counts => outputs.Ledger.Count(outputs.Ledger.Rooms(), Interlocked.Read(ref recordsMade));

    /// <summary>Runs to the end and publishes, or throws and publishes nothing.</summary>
    /// <exception cref="StoreException">An output cannot be written.</exception>
    /// <exception cref="RunCheckException">The counts do not add up.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<RunCounts> RunAsync(CancellationToken cancellation)
    {
        var many = new DoorOptions(options.Workers, options.Capacity);
        var single = many with { Parallelism = 1 };
        using var line = new LineRun(issues, cancellation, (long)options.InFlightMegabytes << 20);
        outputs.Ledger.Rooms = () => line.Rooms;

        var state = outputs.Begin(resume);
        if (state is not null)
        {
            outputs.Ledger.Resume(state.Ledger);
            recordsMade = outputs.Ledger.RecordCount;
            if (state.IsComplete)
            {
                storedBytes = resumedBytes = inputs.StoredBytes(cancellation);
                return Counts;
            }
        }

        await outputs.OpenAsync(cancellation).ConfigureAwait(false);
        await line
            .From("ingest", Left(inputs.Pieces(cancellation), state?.Pieces ?? 0), Open, many, numbered => numbered.Piece.Weight)
            .Then("clean", rooms.Clean, many, none: "no-article", note: outputs.WantsArticles ? Remember : Count)
            .Keep("filter", rooms.IsRelevant, "irrelevant", many)
            .Keep("language", rooms.IsReadable, "not-english", many)
            .Then("annotate", rooms.Annotate, many)
            .Then("relate", rooms.Relate, many)
            .Then("record", (events, _) => Counted(Recorded(events)), many)
            .RunAsync(outputs.StoreAsync, single)
            .ConfigureAwait(false);

        var counts = Counts;
        RunChecks.Require(counts);
        await outputs.CompleteAsync(cancellation).ConfigureAwait(false);
        return counts;
    }

    /// <summary>The pieces with their numbers, without those that are done.</summary>
    IEnumerable<NumberedPiece> Left(IEnumerable<Piece> pieces, long done)
    {
        var number = 0L;
        foreach (var piece in pieces)
        {
            if (number >= done)
            {
                yield return new(number, piece);
            }
            else
            {
                Interlocked.Add(ref storedBytes, piece.StoredBytes);
                Interlocked.Add(ref resumedBytes, piece.StoredBytes);
            }

            number++;
        }
    }

    IEnumerable<Parcel<RawDocument>> Open(NumberedPiece numbered, CancellationToken cancellation)
    {
        var (number, piece) = numbered;
        var trail = Trail.Empty with { Piece = number };
        Interlocked.Add(ref storedBytes, piece.StoredBytes);
        return inputs.Read(piece, cancellation).Select(item => item switch
        {
            SourceDocument source => new Parcel<RawDocument>(item.DocumentId, [source.Document], trail with { Issues = source.Issues }),
            SourceFault fault => new(item.DocumentId, [], trail with { Issues = [fault.Issue] }),
            SourceSkip skip => new(item.DocumentId, [], trail with { Skips = [skip.Reason] }),
            _ => throw new InvalidOperationException($"no parcel for a {item.GetType().Name}"),
        });
    }

    ArticleRecords Recorded(DocumentEvents events)
    {
        var records = rooms.Record(events);
        return new(events.DocumentId, records, outputs.WantsSketches && !records.IsEmpty ? Sketcher.Of(events.Article) : null);
    }

    ArticleRecords Counted(ArticleRecords made)
    {
        Interlocked.Add(ref recordsMade, made.Records.Length);
        return made;
    }

    // A class: of a struct, every part of the graph would be compiled when the program starts.
    sealed record NumberedPiece(long Number, Piece Piece);

    static Trail Remember(Trail trail, ImmutableArray<Article> articles) => trail with { Articles = articles, Found = articles.Length };

    static Trail Count(Trail trail, ImmutableArray<Article> articles) => trail with { Found = articles.Length };
}

/// <summary>How far a run is.</summary>
/// <param name="Documents">Documents that have left the line.</param>
/// <param name="Records">Records stored.</param>
/// <param name="StoredBytes">Bytes of the input that have entered the line, as stored.</param>
/// <param name="Elapsed">Since the start.</param>
/// <param name="Relevant">Documents that went all the way.</param>
/// <param name="ResumedBytes">Bytes of them that an earlier run had done.</param>
public sealed record RunProgress(long Documents, long Records, long StoredBytes, TimeSpan Elapsed, long Relevant = 0, long ResumedBytes = 0);
