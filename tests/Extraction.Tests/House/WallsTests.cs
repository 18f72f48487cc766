using System.Text.RegularExpressions;

namespace Extraction.Tests.House;

/// <summary>A room knows the types at the doors, the shared maths and lists, and itself. Only Flow knows all rooms.</summary>
[TestFixture]
public sealed partial class WallsTests
{
    static readonly string[] Shared = ["Documents", "Learning", "Knowledge"];

    static IEnumerable<string> Rooms() =>
        Directory.EnumerateDirectories(Repository.Path("src", "Extraction")).Select(folder => Path.GetFileName(folder)!)
            .Where(name => char.IsUpper(name[0]) && name != "Flow").Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Rooms))]
    public void ARoomUsesNoOtherRoom(string room)
    {
        string[] allowed = room switch
        {
            "Documents" => ["Documents"],
            "Learning" or "Knowledge" => [.. Shared],
            _ => [.. Shared, room],
        };
        var trespasses =
            from path in Repository.Sources()
            where path.StartsWith($"src/Extraction/{room}/", StringComparison.Ordinal)
            from Match use in RoomName().Matches(File.ReadAllText(Repository.Path(path)))
            let used = use.Groups[1].Value
            where Rooms().Append("Flow").Contains(used) && !allowed.Contains(used)
            select $"{path} uses Extraction.{used}";
        Assert.That(trespasses, Is.Empty);
    }

    [TestCaseSource(nameof(Rooms))]
    public void AFileOfARoomIsInItsNamespace(string room)
    {
        var strangers =
            from path in Repository.Sources()
            where path.StartsWith($"src/Extraction/{room}/", StringComparison.Ordinal)
            where !Regex.IsMatch(File.ReadAllText(Repository.Path(path)), $@"^namespace Extraction\.{room}\b", RegexOptions.Multiline)
            select path;
        Assert.That(strangers, Is.Empty);
    }

    [Test]
    public void OnlyFlowUsesDataflow() =>
        Assert.That(FilesWith("System.Threading.Tasks.Dataflow").Where(path => !path.StartsWith("src/Extraction/Flow/", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void OnlyTheCommandLineUsesTheConsole() =>
        Assert.That(FilesWith("Console.").Where(path => !path.StartsWith("src/Extraction.Cli/", StringComparison.Ordinal)), Is.Empty);

    [TestCase("DateTime.Now")]
    [TestCase("DateTime.Today")]
    [TestCase("Environment.CurrentDirectory")]
    public void NothingDependsOnTheDayOrThePlace(string call) => Assert.That(FilesWith(call), Is.Empty);

    static IEnumerable<string> FilesWith(string words) =>
        from path in Repository.Sources()
        where path.StartsWith("src/", StringComparison.Ordinal) && File.ReadLines(Repository.Path(path)).Any(line => line.Contains(words, StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        select path;

    [GeneratedRegex(@"\bExtraction\.([A-Z]\w+)")]
    private static partial Regex RoomName();
}
