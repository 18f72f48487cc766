using System.Text;
using Extraction.Ingest;
using Extraction.Web.Watching;

namespace Extraction.Web.Tests.Watching;

/// <summary>Which pages are read when; what is made of them is a line here: the page's text, or its code.</summary>
[TestFixture]
public sealed class WatcherTests
{
    string folder = "";
    Some some = null!;
    string[] links = [];

    [SetUp]
    public void Begin()
    {
        folder = Directory.CreateTempSubdirectory("extraction-watch-").FullName;
        some = new(Some.Options with { Attempts = 1, HostPauseSeconds = 0 });
        some.Server.On("/feed", _ => LoopbackServer.Ok($"<rss><channel>{string.Concat(links.Select(link => $"<item><link>{link}</link></item>"))}</channel></rss>"));
        foreach (var page in (string[])["/a", "/b", "/c"])
        {
            some.Server.Page(page, page);
        }
    }

    [TearDown]
    public void End()
    {
        some.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task EachPageIsReadOnceAcrossRestarts()
    {
        links = ["/a", "/b", "/a"];
        await Poll();
        links = ["/c", "/a", "/b"];
        await Poll();
        await Poll();
        Assert.That(Records(), Is.EqualTo(new[] { "/a", "/b", "/c" }));
        Assert.That(some.Server.Requests.Count(asked => asked.Path is "/a" or "/b" or "/c"), Is.EqualTo(3));
    }

    [Test]
    public async Task APageThatCannotBeHadIsTriedAtSomePollsAndThenGivenUp()
    {
        links = ["/bad", "/a"];
        some.Server.On("/bad", _ => LoopbackServer.Answer(500, []));
        await Poll();
        links = [];
        await Poll();
        Assert.That(Records(), Is.EqualTo(new[] { "/a" }));
        await Poll();
        await Poll();
        Assert.That((Records(), some.Server.Count("/bad")), Is.EqualTo((new[] { "/a", "web/server-error" }, 3)));
    }

    [Test]
    public async Task APageThatIsThereAgainIsRead()
    {
        links = ["/bad"];
        some.Server.On("/bad", _ => some.Server.Count("/bad") < 2 ? LoopbackServer.Answer(503, []) : LoopbackServer.Ok("mended"));
        await Poll();
        await Poll();
        Assert.That(Records(), Is.EqualTo(new[] { "mended" }));
    }

    [Test]
    public async Task APageThatIsGoneIsGivenUpAtOnce()
    {
        links = ["/none"];
        await Poll();
        await Poll();
        Assert.That((Records(), some.Server.Count("/none")), Is.EqualTo((new[] { "web/not-found" }, 1)));
    }

    [Test]
    public async Task AFeedThatFailsIsSaidOnceAsLongAsItFails()
    {
        using var journal = Open();
        var watcher = Watcher(journal);
        WebTarget[] targets = [some.List("/none")];
        await watcher.PollAsync(targets, default);
        await watcher.PollAsync(targets, default);
        Assert.That(Records(), Is.EqualTo(new[] { "web/not-found" }));
    }

    [Test]
    public async Task StoppedInTheMiddleItHasStoredNothingByHalves()
    {
        links = ["/a", "/slow"];
        some.Server.On("/slow", (_, _, cancellation) => Task.Delay(-1, cancellation));
        using var stop = new CancellationTokenSource(300);
        Assert.That(async () => await Poll(stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Records(), Is.Empty);
        some.Server.Page("/slow", "quick");
        await Poll();
        Assert.That(Records(), Is.EqualTo(new[] { "/a", "quick" }));
    }

    async Task Poll(CancellationToken cancellation = default)
    {
        using var journal = Open();
        await Watcher(journal).PollAsync([some.List("/feed")], cancellation);
    }

    Watcher Watcher(WatchJournal journal) => new(some.Source, some.Lists, journal, (items, _) => Task.FromResult(Made(items)), tries: 3);

    WatchJournal Open() => WatchJournal.Open(Path.Combine(folder, "state"), new Dictionary<string, string> { ["records"] = Path.Combine(folder, "records") });

    string[] Records() => Path.Combine(folder, "records") is var file && File.Exists(file) ? File.ReadAllLines(file) : [];

    static Extracted Made(IReadOnlyList<SourceItem> items) => new(
        new Dictionary<string, string>
        {
            ["records"] = string.Concat(items.Select(item => (item is SourceDocument source ? Encoding.UTF8.GetString(source.Document.Body.Span) : ((SourceFault)item).Issue.Code) + "\n")),
        },
        items.Count);
}
