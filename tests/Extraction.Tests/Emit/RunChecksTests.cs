using System.Collections.Immutable;
using Extraction.Emit;

namespace Extraction.Tests.Emit;

[TestFixture]
public sealed class RunChecksTests
{
    static readonly RunCounts Sound = new()
    {
        Read = 10,
        Finished = 5,
        Skipped = ImmutableSortedDictionary<string, long>.Empty.Add("irrelevant", 3),
        Failed = ImmutableSortedDictionary<string, long>.Empty.Add("clean/no-body", 2),
        Issues = ImmutableSortedDictionary<string, long>.Empty,
        Records = ImmutableSortedDictionary<string, long>.Empty.Add("impose actual", 7),
        RecordsMade = 7,
        Rooms = [new("ingest", 10, 10, 0, 0, 10, default), new("clean", 10, 8, 0, 2, 9, default), new("filter", 9, 6, 3, 0, 6, default)],
    };

    [Test]
    public void SoundCountsPass() => Assert.That(RunChecks.Violations(Sound), Is.Empty);

    [Test]
    public void ADocumentThatIsNotAccountedForIsFound() =>
        Assert.That(RunChecks.Violations(Sound with { Finished = 4 }), Is.EqualTo(new[] { "10 documents were read, but 9 accounted for" }));

    [Test]
    public void AnItemLostInARoomIsFound() =>
        Assert.That(
            RunChecks.Violations(Sound with { Rooms = Sound.Rooms.SetItem(2, Sound.Rooms[2] with { Done = 5 }) }),
            Is.EqualTo(new[] { "filter: 9 came in, but 5 were done, 3 skipped and 0 failed" }));

    [Test]
    public void AnItemLostBetweenRoomsIsFound() =>
        Assert.That(
            RunChecks.Violations(Sound with { Rooms = Sound.Rooms.SetItem(1, Sound.Rooms[1] with { Out = 11 }) }),
            Is.EqualTo(new[] { "clean gave 11 on, but filter took 9" }));

    [Test]
    public void ARecordThatWasNotStoredIsFound() =>
        Assert.That(() => RunChecks.Require(Sound with { RecordsMade = 8 }), Throws.InstanceOf<RunCheckException>().With.Message.Contains("8 records were made, but 7 stored"));
}
