using Extraction.Flow.Batch;
using Extraction.Ingest;

namespace Extraction.Tests.Flow;

[TestFixture]
public sealed class BatchDivisionTests
{
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(10)]
    [TestCase(100)]
    public void EveryFileIsInOneTaskAndOrderIsKept(int tasks)
    {
        PlannedFile[] files = [.. Enumerable.Range(0, 40).Select(i => new PlannedFile($"{i:00}.txt", $"{i:00}.txt", false, i % 9 == 4 ? 500_000 : 3_000, 0, Skip: i % 11 == 2 ? "hidden" : null))];
        var divided = BatchDivision.Divide(files, tasks);
        Assert.That(divided.SelectMany(task => task), Is.EqualTo(files));
        Assert.That(divided, Has.Count.InRange(Math.Min(tasks, 5), tasks).And.None.Empty);
    }

    [Test]
    public void TasksAreAboutOfOneSize()
    {
        PlannedFile[] files = [.. Enumerable.Range(0, 1000).Select(i => new PlannedFile($"{i}.txt", $"{i}.txt", false, 10_000, 0))];
        Assert.That(BatchDivision.Divide(files, 8).Select(task => task.Count), Is.All.InRange(124, 126));
    }

    [Test]
    public void NothingIsOneTask() => Assert.That(BatchDivision.Divide([], 4).Single(), Is.Empty);
}
