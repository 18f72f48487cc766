using System.Collections.Immutable;
using System.Text;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Ingest;

namespace Extraction.Tests.Flow;

/// <summary>The whole graph with hand-made rooms: a document's text says what becomes of it.</summary>
[TestFixture]
public sealed class PipelineTests
{
    [Test]
    public async Task EveryDocumentIsFinishedSkippedOrFailed()
    {
        var run = await Run(["two articles", "nothing", "boring", "ennuyeux", "fails in clean", "fails in relate", "record", "x", "{broken"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.Counts.Read, Is.EqualTo(9));
            Assert.That(run.Counts.Finished, Is.EqualTo(3));
            Assert.That(run.Counts.Skipped, Is.EqualTo(new Dictionary<string, long> { ["irrelevant"] = 1, ["not-english"] = 1, ["no-article"] = 1 }));
            Assert.That(run.Counts.Failed, Is.EqualTo(new Dictionary<string, long> { ["clean/test"] = 1, ["ingest/bad-json"] = 1, ["relate/unexpected"] = 1 }));
            Assert.That(run.Counts.Articles, Is.EqualTo(7));
            Assert.That(run.Counts.Records, Is.EqualTo(new Dictionary<string, long> { ["impose actual"] = 4 }));
        });
    }

    [Test]
    public async Task ADocumentOfWhichOneArticleFailsKeepsTheRecordsOfTheOthersAndCountsAsFailed()
    {
        var run = await Run(["two articles, one fails"]);
        Assert.That((run.Records.Count, run.Counts.FailedDocuments, run.Counts.Finished), Is.EqualTo((1, 1L, 0L)));
    }

    [TestCase(1, 1)]
    [TestCase(3, 2)]
    [TestCase(16, 64)]
    public async Task RecordsKeepTheOrderOfTheInput(int parallelism, int capacity)
    {
        var run = await Run(Enumerable.Range(0, 400).Select(i => i % 7 == 0 ? "two articles" : i % 5 == 0 ? "boring" : "slow record"), new() { Parallelism = parallelism, Capacity = capacity });
        Assert.That(run.Records.Select(r => (r.DocumentId, r.Article)).ToList(), Is.Ordered.And.Count.EqualTo(run.Counts.RecordsMade));
    }

    [Test]
    public void NothingIsPublishedBeforeAllIsStored()
    {
        var first = new MemorySink();
        var second = new MemorySink { FailsToFlush = true };
        Assert.That(() => Run(["record"], sinks: [first, second]), Throws.InstanceOf<StoreException>());
        Assert.That((first.Flushed, first.Completed, first.Disposed, second.Disposed), Is.EqualTo((true, false, true, true)));
    }

    static readonly Rooms Rooms = new()
    {
        Clean = (document, _) => Articles(document),
        IsRelevant = article => article.Text != "boring",
        IsReadable = article => article.Text != "ennuyeux",
        Annotate = (article, _) => new(article, [], [], []),
        Relate = (annotated, _) =>
        {
            if (annotated.Text.StartsWith("slow", StringComparison.Ordinal))
            {
                Thread.Sleep(annotated.DocumentId[^1] % 4);
            }

            return annotated.Text.StartsWith("fails in relate", StringComparison.Ordinal) ? throw new InvalidOperationException("odd") : new(annotated.Article, []);
        },
        Record = events => [new SanctionsRecord
        {
            Actor = "EU", Action = "impose", Target = "X", Status = "actual", TargetType = "person", Id = "1", EventId = "1", Extractor = "test",
            DocumentId = events.DocumentId, Article = events.Article.Number,
        }],
    };

    static IEnumerable<Article> Articles(RawDocument document)
    {
        var text = Encoding.UTF8.GetString(document.Body.Span);
        return text switch
        {
            "nothing" => [],
            "fails in clean" => throw new DocumentException("clean/test", "as asked"),
            "two articles" => [Article(1, "one"), Article(2, "two")],
            "two articles, one fails" => [Article(1, "one"), Article(2, "fails in relate")],
            _ => [Article(1, text)],
        };

        Article Article(int number, string words) => new(document.DocumentId, number, null, null, PublishedBasis.None, null, words, []);
    }

    static async Task<(RunCounts Counts, List<SanctionsRecord> Records)> Run(
        IEnumerable<string> documents, RunOptions? options = null, ImmutableArray<ISink>? sinks = null)
    {
        var lines = documents.Select((text, index) => text.StartsWith('{') ? text : $"{{\"id\": \"d{index:000}\", \"text\": \"{text}\"}}");
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var memory = new MemorySink();
        await using var outputs = new RunOutputs(sinks ?? [memory], null, null);
        var inputs = new Inputs(Input.Resolve(["-"], []), new(), () => input);
        var counts = await new Pipeline(options ?? new(), inputs, Rooms, outputs, new()).RunAsync(default);
        return (counts, memory.Records);
    }

    sealed class MemorySink : ISink
    {
        public List<SanctionsRecord> Records { get; } = [];

        public bool FailsToFlush { get; init; }

        public bool Flushed { get; private set; }

        public bool Completed { get; private set; }

        public bool Disposed { get; private set; }

        public string Target => "memory";

        public ValueTask OpenAsync(CancellationToken cancellation) => default;

        public ValueTask WriteAsync(IReadOnlyList<SanctionsRecord> records, CancellationToken cancellation)
        {
            Records.AddRange(records);
            return default;
        }

        public ValueTask FlushAsync(CancellationToken cancellation)
        {
            Flushed = true;
            return FailsToFlush ? throw new StoreException(Target, "full") : default;
        }

        public ValueTask CompleteAsync(CancellationToken cancellation)
        {
            Completed = true;
            return default;
        }

        public ValueTask DisposeAsync()
        {
            Disposed = true;
            return default;
        }
    }
}
