using Extraction.Documents;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Sql;
using Extraction.Sinks.Sqlite;
using Microsoft.Data.Sqlite;

namespace Extraction.Sinks.Tests.Sqlite;

[TestFixture]
public sealed class SqliteStoreTests
{
    TempFolder folder = null!;

    string Db => folder["s.db"];

    [SetUp]
    public void MakeFolder() => folder = new();

    [TearDown]
    public void DropFolder() => folder.Dispose();

    [Test]
    public async Task RecordsComeBackAsTheyWent()
    {
        SanctionsRecord[] records = [.. Some.Records(25), Some.Bare(1), Some.Bare(2) with { Date = "XXXX-12-07", TargetId = "Q1", TargetScore = 0.91, DocumentId = "copy.txt", DuplicateOf = "a.txt", DuplicateArticle = 2 }];
        await Loading.Load(new SqliteStore(Db), records);
        Assert.That(Some.Json(SqliteSource.Read(Db)), Is.EqualTo(Some.Json(records)));
    }

    [Test]
    public async Task ASecondLoadChangesNothing()
    {
        await Loading.Load(new SqliteStore(Db), Some.Records(25));
        var before = Dump();
        await Loading.Load(new SqliteStore(Db), Some.Records(25));
        Assert.That(Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task ARecordThatChangedIsReplacedWhole()
    {
        await Loading.Load(new SqliteStore(Db), Some.Records(3));
        var changed = Some.Record(1) with { Title = "New title", Measures = ["travel_ban"], Evidence = [new("Another sentence.", 0, 17)], Confidence = 0.5 };
        await Loading.Load(new SqliteStore(Db), [changed]);
        Assert.That(SqliteSource.Read(Db).Single(r => r.Id == changed.Id), Is.EqualTo(changed).Using<SanctionsRecord>((a, b) => string.CompareOrdinal(Some.Json(a), Some.Json(b))));
        Assert.That((Number("SELECT count(*) FROM evidence"), Number("SELECT count(*) FROM evidence_search WHERE evidence_search MATCH 'another'")), Is.EqualTo((5, 1)));
    }

    [Test]
    public async Task ManyAtOnceLoadTheSame()
    {
        var records = Some.Records(300);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Loading.Load(new SqliteStore(Db), records))));
        Assert.That(Some.Json(SqliteSource.Read(Db)), Is.EqualTo(Some.Json(records)));
    }

    [Test]
    public async Task AClosedDatabaseIsOneFile()
    {
        await Loading.Load(new SqliteStore(Db), Some.Records(3));
        Assert.That(Directory.GetFiles(folder.Root).Select(Path.GetFileName), Is.EqualTo(new[] { "s.db" }));
    }

    [TestCase("oil AND tuesday", 0)]
    [TestCase("blacklist", 3)]
    [TestCase("\"sold oil\"", 3)]
    public async Task EvidenceIsFoundByItsWords(string query, int expected)
    {
        await Loading.Load(new SqliteStore(Db), Some.Records(3));
        Assert.That(Number($"SELECT count(*) FROM evidence_search WHERE evidence_search MATCH '{query}'"), Is.EqualTo(expected));
    }

    [Test]
    public async Task AnOlderSchemaIsBroughtUpWithItsRecords()
    {
        using (var old = SqliteStore.Connect(Db, SqliteOpenMode.ReadWriteCreate))
        {
            SqliteSchema.Migrate(old, [SqlText.Migrations("sqlite")[0]]);
            SqliteSchema.Run(old, """
                INSERT INTO documents (document_id, article) VALUES ('d', 1);
                INSERT INTO events VALUES ('e', 'd', 1, 'Iran', 'lift', 'actual');
                INSERT INTO records (id, event_id, document_id, article, actor, action, target, status, target_type, confidence, extractor, digest)
                VALUES ('r', 'e', 'd', 1, 'Iran', 'lift', 'X', 'actual', 'group', 0.5, 't', '');
                INSERT INTO evidence VALUES ('r', 0, 'Old sentence.', 0, 13);
                """);
        }

        await Loading.Load(new SqliteStore(Db), [Some.Record(0)]);
        Assert.That((Number("PRAGMA user_version"), Number("SELECT count(*) FROM evidence_search WHERE evidence_search MATCH 'old'"), SqliteSource.Read(Db).Count()), Is.EqualTo((SqlText.Migrations("sqlite")[^1].Version, 1, 2)));
    }

    [TestCase("feed")]
    [TestCase("changed")]
    [TestCase(null)]
    public async Task EveryWayToDateAnArticleIsTaken(string? basis)
    {
        var record = Some.Record(0) with { Published = basis is null ? null : "2021-12-07", PublishedBasis = basis };
        await Loading.Load(new SqliteStore(Db), [record]);
        Assert.That(SqliteSource.Read(Db).Single().PublishedBasis, Is.EqualTo(basis));
    }

    [Test]
    public async Task ASchemaOfANewerProgramIsRefused()
    {
        await Loading.Load(new SqliteStore(Db), [Some.Record(0)]);
        Number("PRAGMA user_version = 99");
        Assert.That(async () => await new SqliteStore(Db).OpenAsync(default), Throws.InstanceOf<StoreFaultException>().With.Message.Contains("newer program"));
    }

    [Test]
    public void ADatabaseOfSomebodyElseIsLeftAlone()
    {
        using (var other = SqliteStore.Connect(Db, SqliteOpenMode.ReadWriteCreate))
        {
            SqliteSchema.Run(other, "CREATE TABLE theirs (x)");
        }

        var before = File.ReadAllBytes(Db);
        Assert.That(async () => await new SqliteStore(Db).OpenAsync(default), Throws.InstanceOf<StoreFaultException>().With.Message.Contains("somebody else"));
        Assert.That(File.ReadAllBytes(Db), Is.EqualTo(before));
    }

    [Test]
    public void AFileThatIsNoDatabaseIsLeftAlone()
    {
        File.WriteAllText(Db, new string('x', 5000));
        Assert.That(async () => await new SqliteStore(Db).OpenAsync(default), Throws.InstanceOf<StoreFaultException>().With.Message.Contains("no SQLite database"));
        Assert.That(new FileInfo(Db).Length, Is.EqualTo(5000));
    }

    long Number(string sql)
    {
        using var connection = SqliteStore.Connect(Db, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }

    List<string> Dump()
    {
        using var connection = SqliteStore.Connect(Db, SqliteOpenMode.ReadOnly);
        var rows = new List<string>();
        foreach (var table in (string[])["documents", "events", "records", "evidence", "spans", "measures", "objectives"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = table == "evidence" ? "SELECT rowid, * FROM evidence" : $"SELECT * FROM {table}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
            }
        }

        return rows;
    }
}
