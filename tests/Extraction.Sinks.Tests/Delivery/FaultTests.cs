using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Events;
using Extraction.Sinks.Files;
using Extraction.Sinks.Ftm;
using Extraction.Sinks.Postgres;
using Extraction.Sinks.Reading;
using Extraction.Sinks.Sqlite;

namespace Extraction.Sinks.Tests.Delivery;

/// <summary>Whatever fails, at whatever call: after the run every record is stored exactly once or is in the dead letters, and those can be loaded.</summary>
[TestFixture]
public sealed class FaultTests
{
    const int Batches = 5;

    static readonly string[] Kinds = ["disconnect", "timeout", "constraint", "disk full", "denied"];

    static IEnumerable<TestCaseData> Faults() =>
        from store in (string[])["sqlite", "postgres", "jsonl", "csv", "ftm", "events"]
        from call in (int[])[0, 2, Batches]
        from kind in Kinds
        from times in (int[])[1, 1000]
        from after in (bool[])[false, true]
        select new TestCaseData(store, new Fault(call, times, kind, after)).SetArgDisplayNames(store, $"{kind} at {call} x{times}{(after ? " after" : "")}");

    // All faults of a store in one test: 360 cases of their own would cost more in names than in work.
    [TestCase("sqlite")]
    [TestCase("postgres")]
    [TestCase("jsonl")]
    [TestCase("csv")]
    [TestCase("ftm")]
    [TestCase("events")]
    public async Task NothingIsLostOrDoubled(string kind)
    {
        var records = Some.Records(Batches * 4);
        foreach (var fault in Faults().Where(data => (string)data.Arguments[0]! == kind).Select(data => (Fault)data.Arguments[1]!))
        {
            using var folder = new TempFolder();
            var place = kind == "postgres" ? PrivateServer.SharedDatabase() : folder["store"];
            await using var letters = new DeadLetters(folder["dead.jsonl"]);
            await Loading.Load(new FaultyStore(Store(kind, place), fault), records, Some.Quick with { BatchRecords = 4, Attempts = 2 }, letters);
            var stored = Stored(kind, place);
            var dead = letters.Path is { } path ? RecordReader.ReadFile(path).Select(line => line.Record!.Id).ToList() : [];

            // A database that says "no" after it said "yes" to itself has the record and its dead letter: loading that changes nothing.
            // What must not be is a record in neither, or in either twice.
            Assert.That(stored, Is.Unique, $"{fault}");
            Assert.That(dead, Is.Unique, $"{fault}");
            Assert.That(stored.Union(dead), Is.EquivalentTo(records.Select(record => record.Id)), $"{fault}");
            if (!fault.AfterTheWork)
            {
                Assert.That(stored.Intersect(dead), Is.Empty, $"{fault}");
            }

            if (fault is { Times: 1, Kind: "disconnect" or "timeout" or "disk full" or "constraint" })
            {
                Assert.That(dead, Has.Count.LessThanOrEqualTo(fault.Call == Batches && fault.Kind == "constraint" ? records.Length : 0), $"{fault} passes");
            }

            await Loading.Load(Store(kind, place + (kind == "postgres" ? "" : "2")), letters.Path is null ? [] : RecordReader.ReadFile(letters.Path).Select(line => line.Record!));
            var again = Stored(kind, place + (kind == "postgres" ? "" : "2"));
            Assert.That(stored.Union(again), Is.EquivalentTo(records.Select(record => record.Id)), $"{fault}, loaded again");
        }
    }

    // Write 0 is the header where there is one.
    [Test]
    public async Task AFileOnAFullDiskIsWholeOrNotThere([Values("jsonl", "csv", "ftm", "events")] string kind, [Range(1, 7)] int failAt, [Values(1, 1000)] int times)
    {
        using var folder = new TempFolder();
        var records = Some.Records(20);
        await using var letters = new DeadLetters(folder["dead.jsonl"]);
        await Loading.Load(Store(kind, folder["store"], path => new FillingFile(path, failAt, times)), records, Some.Quick with { BatchRecords = 4, Attempts = 2 }, letters);
        var dead = letters.Path is { } path ? RecordReader.ReadFile(path).Select(line => line.Record!.Id) : [];
        Assert.That(Stored(kind, folder["store"]).Concat(dead), Is.EquivalentTo(records.Select(record => record.Id)));
        Assert.That(Directory.GetFiles(folder.Root).Select(Path.GetFileName), Is.SubsetOf(new[] { "store", "dead.jsonl" }));
    }

    [Test]
    public async Task AJournalOnAFullDiskCostsItsBatchOnly([Range(0, Batches - 1)] int failAt, [Values(1, 1000)] int times, [Values] bool fileFailsToo)
    {
        using var folder = new TempFolder();
        var records = Some.Records(Batches * 4);
        await using var letters = new DeadLetters(folder["dead.jsonl"]);
        var completing = Batches - Math.Min(times, Batches - failAt);
        var store = new FaultyStore(new JsonLinesStore(folder["store"]), new(fileFailsToo ? completing : int.MaxValue - 1, 1, "denied", false));
        var sink = new ReliableSink(store, Some.Quick with { BatchRecords = 4, Attempts = 2 }, letters, createJournal: path => new FillingFile(path, failAt, times));
        await using (sink)
        {
            await sink.OpenAsync(default);
            await sink.WriteAsync(records, default);
            await sink.CompleteAsync(default);
        }

        string[] dead = [.. RecordReader.ReadFile(letters.Path!).Select(line => line.Record!.Id)];
        Assert.That(Stored("jsonl", folder["store"]).Concat(dead), Is.EquivalentTo(records.Select(record => record.Id)));
        Assert.That(dead, Has.Length.EqualTo(fileFailsToo ? records.Length : 4 * (Batches - completing)));
    }

    [Test]
    public async Task ASqliteDiskThatIsFullIsNoLoss()
    {
        using var folder = new TempFolder();
        var store = new SqliteStore(folder["s.db"]);
        var records = Some.Records(2000);
        await using var letters = new DeadLetters(folder["dead.jsonl"]);
        await using (var sink = new ReliableSink(store, Some.Quick with { BatchRecords = 100, Attempts = 2 }, letters))
        {
            await sink.OpenAsync(default);
            SqliteSchema.Run(store.Raw, "PRAGMA max_page_count = 120");
            await sink.WriteAsync(records, default);
            await sink.FlushAsync(default);
            await sink.CompleteAsync(default);
        }

        string[] stored = [.. SqliteSource.Read(folder["s.db"]).Select(record => record.Id)];
        string[] dead = [.. RecordReader.ReadFile(letters.Path!).Select(line => line.Record!.Id)];
        Assert.That((stored.Length > 0, dead.Length > 0), Is.EqualTo((true, true)));
        Assert.That(stored.Concat(dead), Is.EquivalentTo(records.Select(record => record.Id)));
        Assert.That(File.ReadLines(letters.Path!).First(), Does.Contain("the disk is full"));
    }

    [Test]
    public async Task WhenTheDeadLettersFailTooTheRunStops()
    {
        using var folder = new TempFolder();
        await using var letters = new DeadLetters(folder["no/such/folder.jsonl"]);
        var store = new FaultyStore(new SqliteStore(folder["s.db"]), new(0, 1000, "disconnect", false));
        Assert.That(async () => await Loading.Load(store, Some.Records(3), Some.Quick, letters), Throws.InstanceOf<StoreException>().With.Message.Contains("connection reset").And.Message.Contains("folder.jsonl"));
    }

    [Test]
    public async Task AfterABatchWasGivenUpTheNextAreNotTriedForAWhile()
    {
        using var folder = new TempFolder();
        var tries = 0;
        await using var letters = new DeadLetters(folder["dead.jsonl"]);
        var sink = new ReliableSink(new FaultyStore(new SqliteStore(folder["s.db"]), new(1, 1000, "disconnect", false)), Some.Quick with { BatchRecords = 4, BreakSeconds = 60 }, letters, _ => tries++);
        await using (sink)
        {
            await sink.OpenAsync(default);
            await sink.WriteAsync(Some.Records(400), default);
            await sink.FlushAsync(default);
        }

        // One good batch, one that was tried again twice, 98 that were not.
        Assert.That((sink.Stored, sink.Lost, tries), Is.EqualTo((4L, 396L, 2)));
    }

    [Test]
    public async Task DeadLettersNeverOverwrite()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["dead.jsonl"], "older");
        await using var letters = new DeadLetters(folder["dead.jsonl"]);
        await letters.AddAsync("x", "y", [Some.Record(1)], default);
        Assert.That((letters.Path, File.ReadAllText(folder["dead.jsonl"])), Is.EqualTo((folder["dead-2.jsonl"], "older")));
    }

    static IRecordStore Store(string kind, string place, Func<string, Stream>? create = null) => kind switch
    {
        "sqlite" => new SqliteStore(place),
        "postgres" => new PostgresStore(place, _ => null),
        "jsonl" => new JsonLinesStore(place, create),
        "csv" => new CsvStore(place, create),
        "ftm" => new FtmStore(place, create),
        _ => new EventStore(place, create),
    };

    static List<string> Stored(string kind, string place) => kind switch
    {
        "sqlite" => [.. SqliteSource.Read(place).Select(record => record.Id)],
        "postgres" => [.. PostgresSource.Read(place, _ => null).Select(record => record.Id)],
        _ when !File.Exists(place) => [],
        "jsonl" => [.. RecordReader.ReadFile(place).Select(line => line.Record!.Id)],
        "csv" => [.. File.ReadLines(place).Skip(1).Select(line => line.Split(',').First(cell => cell.Length == 20 && cell.StartsWith("000", StringComparison.Ordinal)))],
        "ftm" => [.. File.ReadLines(place).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!).Where(id => id.StartsWith("sanction-", StringComparison.Ordinal)).Select(id => id[9..])],
        _ => [.. File.ReadLines(place).Skip(1).Select(line => line.Split(',')[0])],
    };
}
