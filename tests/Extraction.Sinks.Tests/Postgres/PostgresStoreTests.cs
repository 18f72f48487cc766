using Extraction.Documents;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Postgres;
using Extraction.Sinks.Reading;

namespace Extraction.Sinks.Tests.Postgres;

[TestFixture]
public sealed class PostgresStoreTests
{
    static PostgresStore Store(string address) => new(address, _ => null);

    static string[] Stored(string address) => Some.Json(PostgresSource.Read(address, _ => null));

    [Test]
    public async Task RecordsComeBackAsTheyWent()
    {
        var db = PrivateServer.NewDatabase();
        SanctionsRecord[] records = [.. Some.Records(25), Some.Bare(1), Some.Bare(2) with { Date = "XXXX-12-07", TargetId = "Q1", TargetScore = 0.91, DocumentId = "copy.txt", DuplicateOf = "a.txt", DuplicateArticle = 2 }];
        await Loading.Load(Store(db), records);
        Assert.That(Stored(db), Is.EqualTo(Some.Json(records)));
    }

    [Test]
    public async Task ASecondLoadChangesNothing()
    {
        var db = PrivateServer.NewDatabase();
        await Loading.Load(Store(db), Some.Records(25));
        List<string> before = Rows();
        await Loading.Load(Store(db), Some.Records(25));
        Assert.That(Rows(), Is.EqualTo(before));

        // xmin is the transaction that wrote a row last: no row was even touched.
        List<string> Rows() => [.. ((string[])["documents", "events", "records", "evidence", "spans", "measures", "objectives"]).SelectMany(
            table => PrivateServer.Query(db, $"SELECT t.xmin::text || t::text FROM {table} t ORDER BY 1"))];
    }

    [Test]
    public async Task ARecordThatChangedIsReplacedWhole()
    {
        var db = PrivateServer.NewDatabase();
        await Loading.Load(Store(db), Some.Records(3));
        var changed = Some.Record(1) with { Title = "New title", Measures = ["travel_ban"], Evidence = [new("Another sentence.", 0, 17)], Confidence = 0.5 };
        await Loading.Load(Store(db), [changed]);
        Assert.That(Stored(db), Does.Contain(Some.Json(changed)));
        Assert.That(PrivateServer.Query(db, "SELECT record_id FROM evidence WHERE search @@ websearch_to_tsquery('english', 'another sentences -oil')"), Is.EqualTo(new[] { changed.Id }));
    }

    [Test]
    public async Task NothingIsLostOrDoubledWhenTheServerIsRestarted()
    {
        var db = PrivateServer.NewDatabase();
        var records = Some.Records(600);
        await using var sink = new ReliableSink(Store(db), Some.Quick with { Attempts = 12, PauseSeconds = 0.05 }, new("/nowhere/dead.jsonl"));
        await sink.OpenAsync(default);
        Task? restart = null;
        foreach (var (chunk, n) in records.Chunk(20).Select((chunk, n) => (chunk, n)))
        {
            await sink.WriteAsync(chunk, default);
            restart ??= n == 5 ? Task.Run(PrivateServer.Restart) : null;
        }

        await sink.FlushAsync(default);
        await sink.CompleteAsync(default);
        await restart!;
        Assert.That((Stored(db), sink.Stored, sink.Lost), Is.EqualTo((Some.Json(records), 600L, 0L)));
    }

    // From the handshake through migration, COPY, upsert and commit: a cut anywhere, even after the server heard "commit".
    [TestCase(100)]
    [TestCase(3_000)]
    [TestCase(9_000)]
    [TestCase(20_000)]
    [TestCase(45_000)]
    [TestCase(46_000)]
    [TestCase(47_000)]
    [TestCase(48_000)]
    [TestCase(60_000)]
    [TestCase(90_000)]
    public async Task NothingIsLostOrDoubledWhenConnectionsBreak(long afterBytes)
    {
        var db = PrivateServer.NewDatabase("cut");
        using var proxy = new CuttingProxy(PrivateServer.Port, afterBytes, cuts: 4);
        var throughProxy = db.Replace($"Port={PrivateServer.Port}", $"Port={proxy.Port}", StringComparison.Ordinal);
        var records = Some.Records(100);
        var sink = await Loading.Load(Store(throughProxy), records, Some.Quick with { Attempts = 8, BatchRecords = 20 });
        Assert.That((Stored(db), sink.Stored, proxy.Cuts > 0), Is.EqualTo((Some.Json(records), 100L, true)));
    }

    [Test]
    public async Task WhatTheDatabaseRefusesIsFoundAndSetAside()
    {
        var db = PrivateServer.NewDatabase();
        using var folder = new TempFolder();
        await using var letters = new DeadLetters(folder["dead.jsonl"]);
        var bad = Some.Record(13) with { TargetType = "firm" };
        var nul = Some.Record(31) with { Justification = "a\0b" };
        SanctionsRecord[] records = [.. Some.Records(40).Where(r => r.Id != bad.Id && r.Id != nul.Id), bad, nul];
        var sink = await Loading.Load(Store(db), records, deadLetters: letters);
        Assert.That((sink.Stored, sink.Lost, letters.Count), Is.EqualTo((38L, 2L, 2L)));
        Assert.That(Stored(db), Is.EqualTo(Some.Json(records[..38])));
    }

    [Test]
    public async Task DeadLettersAreTakenBackWhenTheServerIsBack()
    {
        var db = PrivateServer.NewDatabase();
        using var folder = new TempFolder();
        var records = Some.Records(50);
        await using (var letters = new DeadLetters(folder["dead.jsonl"]))
        await using (var sink = new ReliableSink(Store(db), Some.Quick, letters))
        {
            await sink.OpenAsync(default);
            await sink.WriteAsync(records[..20], default);
            PrivateServer.Query(db, "ALTER TABLE records RENAME TO hidden");
            await sink.WriteAsync(records[20..], default);
            await sink.FlushAsync(default);
            await sink.CompleteAsync(default);
            Assert.That((sink.Stored, letters.Count), Is.EqualTo((20L, 30L)));
        }

        PrivateServer.Query(db, "ALTER TABLE hidden RENAME TO records");
        await Loading.Load(Store(db), RecordReader.ReadFile(folder["dead.jsonl"]).Select(line => line.Record!));
        Assert.That(Stored(db), Is.EqualTo(Some.Json(records)));
    }

    [Test]
    public async Task ASchemaOfANewerProgramIsRefused()
    {
        var db = PrivateServer.NewDatabase();
        await Loading.Load(Store(db), [Some.Record(0)]);
        PrivateServer.Query(db, "INSERT INTO extraction_schema (version, name) VALUES (99, 'future')");
        Assert.That(async () => await Store(db).OpenAsync(default), Throws.InstanceOf<StoreFaultException>().With.Message.Contains("newer program"));
    }

    [TestCase("SELECT target FROM who_sanctioned_whom ORDER BY 1", "ACME", "Beta")]
    [TestCase("SELECT threat_id || ' ' || id || ' ' || days_between FROM threats_carried_out", "t d 62")]
    [TestCase("SELECT target FROM in_force", "ACME")]
    [TestCase("SELECT actor || ' ' || year || ' ' || objective || ' ' || records FROM reasons_by_year", "United States 2021 terrorism 2")]
    [TestCase("SELECT id FROM records WHERE date_from BETWEEN '2022-01-01' AND '2022-01-31'", "l")]
    public async Task AQuestionHasItsAnswer(string sql, params string[] expected)
    {
        var db = PrivateServer.NewDatabase("views");
        var done = Some.Record(0) with { Id = "d", EventId = "d", Date = "2021-05-02", DocumentId = "b", Target = "ACME", Published = "2021-05-03" };
        var threat = done with { Id = "t", EventId = "t", Status = "planned", Date = null, Published = "2021-03-01", DocumentId = "a", Target = "Acme" };
        var other = done with { Id = "o", EventId = "o", Target = "Beta", DocumentId = "c" };
        var lifted = other with { Id = "l", EventId = "l", Action = "lift", Date = "2022", DocumentId = "e" };
        await Loading.Load(Store(db), [threat, done, other, lifted]);
        Assert.That(PrivateServer.Query(db, sql), Is.EqualTo(expected));
    }
}
