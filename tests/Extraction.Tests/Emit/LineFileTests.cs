using Extraction.Emit;

namespace Extraction.Tests.Emit;

[TestFixture]
public sealed class LineFileTests
{
    static readonly IssueLine Line = new("clean", "clean/no-body", "a.txt", "document", "“no” body\u0001");

    string folder = "";

    string Target => Path.Combine(folder, "out.jsonl");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("extraction-").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task AFileHasItsNameOnlyWhenComplete()
    {
        await using var file = new LineFile(Target);
        file.Open();
        await file.WriteAsync([Line, Line], JsonLines.Issue, default);
        Assert.That(Files(), Is.EqualTo(new[] { "out.jsonl.partial" }));
        await file.CompleteAsync(default);
        Assert.That((Files().Single(), File.ReadAllLines(Target).Length), Is.EqualTo(("out.jsonl", 2)));
    }

    [Test]
    public async Task AFileThatIsNotCompletedLeavesNothingAndTheOldOneStays()
    {
        File.WriteAllText(Target, "old\n");
        await using (var file = new LineFile(Target))
        {
            file.Open();
            await file.WriteAsync([Line], JsonLines.Issue, default);
        }

        Assert.That((Files().Single(), File.ReadAllText(Target)), Is.EqualTo(("out.jsonl", "old\n")));
    }

    [Test]
    public async Task LettersStayReadableAndControlsAreEscaped()
    {
        await using var file = new LineFile(Target);
        file.Open();
        await file.WriteAsync([Line], JsonLines.Issue, default);
        await file.CompleteAsync(default);
        Assert.That(File.ReadAllText(Target), Does.Contain("\"message\":\"“no” body\\u0001\"}\n"));
    }

    [Test]
    public void AFolderThatDoesNotExistIsSaidWithTheName() =>
        Assert.That(() => new LineFile(Path.Combine(folder, "nowhere", "out.jsonl")).Open(), Throws.InstanceOf<StoreException>().With.Message.Contains("nowhere"));

    [Test]
    public async Task AFullDiskIsSaidWithTheName()
    {
        await using var file = new LineFile("/dev/full");
        file.Open();
        Assert.That(async () => await file.WriteAsync([Line], JsonLines.Issue, default), Throws.InstanceOf<StoreException>().With.Message.Contains("/dev/full: cannot be written: No space left"));
    }

    IEnumerable<string> Files() => Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f));
}
