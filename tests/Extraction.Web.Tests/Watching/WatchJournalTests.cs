using System.Text;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Web.Watching;

namespace Extraction.Web.Tests.Watching;

/// <summary>Wherever it is killed, the next start makes good exactly what is missing.</summary>
[TestFixture]
public sealed class WatchJournalTests
{
    string folder = "";

    string State => Path.Combine(folder, "r.jsonl.watch");

    string Records => Path.Combine(folder, "r.jsonl");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("extraction-watch-").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void WhatWasStoredIsKnownAfterARestart()
    {
        using (var journal = Open())
        {
            journal.Commit(Lines("one\n"), ["https://a/1"], [new("https://a/2", 1, "2021-12-07")]);
        }

        using var again = Open();
        Assert.Multiple(() =>
        {
            Assert.That((again.IsDone("https://a/1"), again.IsDone("https://a/2")), Is.EqualTo((true, false)));
            Assert.That(again.Waiting, Is.EqualTo(new[] { new WaitingPage("https://a/2", 1, "2021-12-07") }));
            Assert.That(File.ReadAllText(Records), Is.EqualTo("one\n"));
        });
    }

    [Test]
    public void APageThatIsDoneWaitsNoMore()
    {
        using (var journal = Open())
        {
            journal.Commit(Lines(""), [], [new("https://a/2", 1)]);
            journal.Commit(Lines("two\n"), ["https://a/2"], []);
        }

        using var again = Open();
        Assert.That((again.Waiting.Count, again.IsDone("https://a/2")), Is.EqualTo((0, true)));
    }

    [Test]
    public void KilledBeforeTheStateWasWholeNothingHasHappened([Range(1, 60, 7)] int kept)
    {
        Committed("one\n", "two €\n");
        var lines = File.ReadAllBytes(State);
        var last = Array.LastIndexOf(lines, (byte)'\n', lines.Length - 2) + 1;
        File.WriteAllBytes(State, lines[..(last + kept)]);
        File.WriteAllText(Records, "one\n");
        using var journal = Open();
        Assert.That((journal.IsDone("https://a/1"), File.ReadAllText(Records)), Is.EqualTo((false, "one\n")));
    }

    [Test]
    public void KilledWhileTheOutputWasWrittenTheRestIsAdded([Range(0, 8)] int kept)
    {
        Committed("one\n", "two €\n");
        File.WriteAllBytes(Records, Encoding.UTF8.GetBytes("one\ntwo €\n")[..(4 + kept)]);
        using var journal = Open();
        Assert.That((journal.IsDone("https://a/1"), File.ReadAllText(Records)), Is.EqualTo((true, "one\ntwo €\n")));
    }

    [Test]
    public void AnOutputThatWasThereBeforeIsAddedTo()
    {
        File.WriteAllText(Records, "old\n");
        Committed("new\n");
        Assert.That(File.ReadAllText(Records), Is.EqualTo("old\nnew\n"));
    }

    [TestCase("one\n")]
    [TestCase("one\ntwo\nthree\n")]
    [TestCase("one\ntwX\n")]
    [TestCase("")]
    public void AnOutputThatIsNotAsItWasLeftIsRefusedAndNotTouched(string content)
    {
        Committed("one\n", "two\n");
        using (Open())
        {
        }

        File.WriteAllText(Records, content == "one\ntwX\n" ? content + "\n" : content);
        var before = File.ReadAllText(Records);
        Assert.That(() => Open(), Throws.InstanceOf<ConfigurationException>().With.Message.Contains("is not as watch left it"));
        Assert.That(File.ReadAllText(Records), Is.EqualTo(before));
    }

    [TestCase("{}\n")]
    [TestCase("nonsense\n")]
    [TestCase("null\n")]
    public void AStateOfSomethingElseIsRefused(string content)
    {
        File.WriteAllText(State, content);
        Assert.That(() => Open(), Throws.InstanceOf<ConfigurationException>().With.Message.Contains(":1: is no state of watch"));
        Assert.That(File.ReadAllText(State), Is.EqualTo(content));
    }

    [Test]
    public void ASecondWatchIsKeptAway()
    {
        using var first = Open();
        Assert.That(() => Open(), Throws.InstanceOf<ConfigurationException>().With.Message.Contains("another watch"));
    }

    [Test]
    public void AFolderThatIsNotThereIsSaid() =>
        Assert.That(() => WatchJournal.Open(Path.Combine(folder, "no/x.watch"), new Dictionary<string, string>()), Throws.InstanceOf<StoreException>());

    void Committed(params string[] lines)
    {
        using var journal = Open();
        for (var i = 0; i < lines.Length; i++)
        {
            journal.Commit(Lines(lines[i]), [$"https://a/{i}"], []);
        }
    }

    WatchJournal Open() => WatchJournal.Open(State, new Dictionary<string, string> { ["records"] = Records });

    static Dictionary<string, string> Lines(string text) => new() { ["records"] = text };
}
