using System.Collections.Concurrent;
using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Flow;

namespace Extraction.Tests.Flow;

/// <summary>The hazards of Dataflow, each shown not to be there: nothing hangs, nothing is lost, order is kept.</summary>
[TestFixture]
public sealed class LineTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly DoorOptions Wide = new(8, 8);

    [Test]
    public async Task KeepsTheOrderWhateverTheWorkersDo()
    {
        var stored = await Run(500, (item, _) => { Thread.Sleep(item.Number % 3); return [item]; });
        Assert.That(stored.Ids, Is.EqualTo(Enumerable.Range(0, 500).Select(Id)));
    }

    [Test]
    public async Task AnItemThatThrowsIsAnIssueOfItsDocumentOnly()
    {
        var stored = await Run(100, (item, _) => item.Number == 13 ? throw new DocumentException("room/broken", "will not do") : [item]);
        Assert.Multiple(() =>
        {
            Assert.That(stored.Parcels, Has.Count.EqualTo(100));
            Assert.That(stored.Parcels.Where(p => p.Items.IsEmpty).Select(p => p.DocumentId), Is.EqualTo(new[] { Id(13) }));
            Assert.That(stored.Parcels[13].Trail.Issues, Is.EqualTo(new[] { new Issue("room/broken", Id(13), "will not do") }));
        });
    }

    [Test]
    public async Task ACancellationNobodyAskedForIsAFailureAndLosesNothing()
    {
        var stored = await Run(50, (item, _) => item.Number % 5 == 0 ? throw new TaskCanceledException("time-out") : [item]);
        Assert.That(stored.Parcels.Count(p => p.Trail.Issues.Any(i => i.Code == "work/unexpected")), Is.EqualTo(10));
    }

    [Test]
    public async Task ALazyRoomThrowsInsideTheGuard()
    {
        static IEnumerable<Item> Lazy(Item item)
        {
            yield return item;
            throw new FormatException("late");
        }

        var stored = await Run(3, (item, _) => Lazy(item));
        Assert.That(stored.Parcels.Select(p => (p.Items.Length, p.Trail.Issues.Length)), Is.All.EqualTo((0, 1)));
    }

    [Test]
    public async Task AnUnexpectedExceptionNamesItsKindAndPlace()
    {
        var stored = await Run(1, (_, _) => throw new InvalidOperationException("odd"));
        Assert.That(stored.Parcels[0].Trail.Issues[0].Message, Does.StartWith("InvalidOperationException: odd (at Extraction.Tests.Flow.LineTests"));
    }

    [Test]
    public async Task WhatARoomReportsStaysWithItsDocument()
    {
        var issues = new IssueCollector();
        var stored = await Run(40, (item, _) => { issues.Report(new("work/part", item.DocumentId, "lost a bit", Fatal: false)); return [item]; }, issues);
        Assert.That(stored.Parcels.Select(p => p.Trail.Issues.Single().DocumentId), Is.EqualTo(stored.Ids));
    }

    /// <summary>Two files may give their documents the same names, and two rooms' hands work on them at once.</summary>
    [Test]
    public async Task WhatARoomReportsStaysWithItsDocumentWhereTwoHaveOneName()
    {
        var issues = new IssueCollector();
        var stored = await Run(40, (item, _) => { issues.Report(new("work/part", "one name", $"lost {item.Number}", Fatal: false)); Thread.Sleep(1); return [item]; }, issues);
        Assert.That(stored.Parcels.Select(p => p.Trail.Issues.Single().Message), Is.EqualTo(Enumerable.Range(0, 40).Select(n => $"lost {n}")));
    }

    [Test]
    public async Task EveryItemIsDoneSkippedOrFailed()
    {
        var stored = await Run(90, (item, _) => (item.Number % 3) switch { 0 => [item, item], 1 => [], _ => throw new FormatException() });
        var room = stored.Rooms.Single(r => r.Room == "work");
        Assert.That((room.In, room.Done, room.Skipped, room.Failed, room.Out), Is.EqualTo((90L, 30L, 30L, 30L, 60L)));
    }

    [Test]
    public void AStoreThatFailsEndsTheRunWithItsOwnException()
    {
        var count = 0;
        Assert.That(
            () => Run(5000, (item, _) => [item], store: _ => ++count == 20 ? throw new IOException("disk full") : default).WaitAsync(Patience),
            Throws.InstanceOf<IOException>().With.Message.EqualTo("disk full"));
    }

    [Test]
    public void ASourceThatFailsEndsTheRunWithItsOwnException()
    {
        static IEnumerable<Item> Broken()
        {
            yield return new(0);
            throw new IOException("corpus unreadable");
        }

        Assert.That(() => Run(Broken(), (item, _) => [item]).WaitAsync(Patience), Throws.InstanceOf<IOException>().With.Message.EqualTo("corpus unreadable"));
    }

    [Test]
    public void AStoppedRunEndsAtOnceEvenWhileItsSourceHangs()
    {
        using var never = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource(100);
        IEnumerable<Item> Hangs()
        {
            yield return new(0);
            never.Wait(Patience);
        }

        Assert.That(() => Run(Hangs(), (item, _) => [item], stop: stop.Token).WaitAsync(TimeSpan.FromSeconds(5)), Throws.InstanceOf<OperationCanceledException>());
        never.Set();
    }

    [Test]
    public async Task TheSourceIsReadNoFasterThanTheStoreTakes()
    {
        var ahead = new ConcurrentBag<int>();
        int read = 0, stored = 0;
        IEnumerable<Item> Source()
        {
            for (; read < 400; read++)
            {
                ahead.Add(read - Volatile.Read(ref stored));
                yield return new(read);
            }
        }

        await Run(Source(), (item, _) => [item], store: async _ => { await Task.Delay(1); stored++; });
        Assert.That(ahead.Max(), Is.LessThan(60), "three doors of eight, and what the workers hold");
    }

    [TestCase(100, 1)]
    [TestCase(25, 4)]
    public async Task HeavyPiecesAreHeldBackByTheirWeight(int weight, int together)
    {
        int inside = 0, most = 0;
        using var run = new LineRun(new(), default, mostBytes: 100);
        IEnumerable<Item> Source()
        {
            for (var number = 0; number < 60; number++)
            {
                yield return new(number);
            }
        }

        await run.From<Item, Item>(
                "ingest",
                Source(),
                (item, _) =>
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref inside));
                    return [new Parcel<Item>(item.DocumentId, [item], Trail.Empty)];
                },
                Wide,
                _ => weight)
            .RunAsync(async (_, cancellation) => { await Task.Delay(1, cancellation); Interlocked.Decrement(ref inside); }, Wide);
        Assert.That((most <= together, run.Rooms[0].In), Is.EqualTo((true, 60L)));

        static void InterlockedMax(ref int target, int value)
        {
            for (var seen = target; value > seen; seen = target)
            {
                Interlocked.CompareExchange(ref target, value, seen);
            }
        }
    }

    static Task<Stored> Run(
        int count, Func<Item, CancellationToken, IEnumerable<Item>> work, IssueCollector? issues = null, Func<Parcel<Item>, ValueTask>? store = null) =>
        Run(Enumerable.Range(0, count).Select(n => new Item(n)), work, issues, store);

    static async Task<Stored> Run(
        IEnumerable<Item> source,
        Func<Item, CancellationToken, IEnumerable<Item>> work,
        IssueCollector? issues = null,
        Func<Parcel<Item>, ValueTask>? store = null,
        CancellationToken stop = default)
    {
        using var run = new LineRun(issues ?? new(), stop);
        var parcels = new List<Parcel<Item>>();
        await run.From<Item, Item>("ingest", source, (item, _) => [new Parcel<Item>(item.DocumentId, [item], Trail.Empty)], Wide)
            .Then("work", work, Wide, none: "nothing")
            .RunAsync(
                (parcel, _) =>
                {
                    parcels.Add(parcel);
                    return store?.Invoke(parcel) ?? default;
                },
                Wide);
        return new(parcels, run.Rooms);
    }

    static string Id(int number) => $"d{number:000}";

    sealed record Item(int Number) : ITraceable
    {
        public string DocumentId => Id(Number);
    }

    sealed record Stored(List<Parcel<Item>> Parcels, ImmutableArray<Extraction.Emit.RoomCount> Rooms)
    {
        public IEnumerable<string> Ids => Parcels.Select(p => p.DocumentId);
    }
}
