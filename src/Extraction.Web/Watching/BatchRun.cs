using System.Text;
using Extraction.Copies;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Ingest;

namespace Extraction.Web.Watching;

/// <summary>Some pages through the whole pipeline into memory, held to the same accounts as any run.</summary>
/// <param name="options">Resolved.</param>
/// <param name="rooms">Their work.</param>
/// <param name="issues">The collector that the rooms were built with.</param>
/// <param name="screen">Leaves pages out by their bytes, or null.</param>
/// <param name="articles">Whether article texts are wanted.</param>
/// <param name="copies">Knows the articles of earlier pages; null where copies are not looked for.</param>
/// <param name="notice">Told of every issue.</param>
public sealed class BatchRun(PipelineOptions options, Rooms rooms, IssueCollector issues, Screen? screen, bool articles, CopyFinder? copies, Action<Issue> notice)
{
    public const string Records = "records";

    public const string Issues = "issues";

    public const string Articles = "articles";

    /// <summary>What copies are told by, for the next start.</summary>
    public const string Sketches = "sketches";

    /// <exception cref="RunCheckException">The counts do not add up.</exception>
    public async Task<Extracted> RunAsync(IReadOnlyList<SourceItem> items, CancellationToken cancellation)
    {
        using var records = new MemoryStream();
        using var lost = new MemoryStream();
        using var texts = new MemoryStream();
        using var sketches = new MemoryStream();
        var inputs = new Inputs([new RemoteInput("the web", _ => items.Select(PieceOf))], options.Ingest, screen: screen);
        var ledger = copies is null ? null : new CopyLedger(copies, new(sketches, Sketches));
        var outputs = new RunOutputs([new JsonLinesSink(new(records, Records))], articles ? new(texts, Articles) : null, new(lost, Issues), notice, copies: ledger);
        await using (outputs.ConfigureAwait(false))
        {
            var counts = await new Pipeline(options.Run, inputs, rooms, outputs, issues).RunAsync(cancellation).ConfigureAwait(false);
            return new(
                new Dictionary<string, string> { [Records] = Text(records), [Issues] = Text(lost), [Articles] = Text(texts), [Sketches] = Text(sketches) },
                counts.Records.Values.Sum());
        }
    }

    static Piece PieceOf(SourceItem item) => new ItemsPiece(new(item.DocumentId, item.DocumentId, Named: true), (item as SourceDocument)?.Document.Body.Length ?? 0, [item]);

    static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
}
