using System.CommandLine;
using System.Globalization;
using Extraction.Copies;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Sinks;
using Extraction.Web;
using Extraction.Web.Fetching;
using Extraction.Web.Watching;

namespace Extraction.Cli;

/// <summary><c>extraction watch</c>: feeds in, records out, for as long as it runs.</summary>
static class WatchCommand
{
    public static Command Create()
    {
        var web = new WebArguments();
        var output = new Option<string>("--out") { Description = "The file that records are added to.", HelpName = "FILE", Required = true };
        var issues = new Option<string?>("--issues") { Description = "Where pages that failed or lost something are listed; issues.jsonl beside --out.", HelpName = "FILE" };
        var articles = new Option<string?>("--articles") { Description = "Also write the article texts that offsets refer to.", HelpName = "FILE" };
        var state = new Option<string?>("--state") { Description = "What was read already; the name of --out with .watch.", HelpName = "FILE" };
        var polls = new Option<int?>("--polls") { Description = "End after so many polls; 1 for use from cron.", HelpName = "N" };
        var quiet = new Option<bool>("--quiet") { Description = "Say only what went wrong." };
        var config = CommonOptions.Config();
        var published = CommonOptions.Published();
        var to = SinkArguments.To();
        var deadLetters = SinkArguments.DeadLetters();
        var lists = SinkArguments.Lists();
        var noCopies = CommonOptions.NoCopies();
        var command = new Command("watch", "Keep asking feeds and sitemaps, and add the records of new pages, each once.");
        web.AddListsTo(command);
        foreach (var option in new Option[] { output, issues, articles, state, polls, config, published, to, deadLetters, lists, noCopies, quiet })
        {
            command.Add(option);
        }

        command.SetAction((parsed, _) => RunAsync(
            new(web.Lists(parsed), parsed.GetRequiredValue(output), parsed.GetValue(issues), parsed.GetValue(articles), parsed.GetValue(state), parsed.GetValue(polls), parsed.GetValue(quiet))
            {
                NoCopies = parsed.GetValue(noCopies),
                To = parsed.GetValue(to) ?? [],
                DeadLetters = parsed.GetValue(deadLetters),
            },
            parsed.GetValue(config), parsed.GetValue(published), parsed.GetValue(lists) ?? []));
        return command;
    }

    static async Task<int> RunAsync(WatchRequest request, string? config, string? published, string[] lists)
    {
        using var stop = new StopSignals();
        RunLog? log = null;
        SinkSet? sinks = null;
        try
        {
            var options = CommonOptions.Load(config, published);
            request.Require(options);
            log = new RunLog(options.Log);
            sinks = SinkArguments.Create(options.Sinks, request.To, request.DeadLetters);
            var issues = new IssueCollector();
            var rooms = RunCommand.Linked(RoomsBuilder.Build(options, issues), lists);
            var outputs = request.Outputs(options);
            using var journal = WatchJournal.Open(request.StatePath, outputs);
            using var fetcher = new Fetcher(options.Web, TimeProvider.System);
            var gate = request.Articles is null ? GateScreen.Create() : null;
            var batches = new BatchRun(options, rooms, issues, gate, request.Articles is not null, Finder(options, outputs), log.Issue);
            var named = new ListSource(fetcher, options.Web);
            var delivery = new WatchDelivery(sinks, journal, request.Out);
            await delivery.OpenAsync(stop.Token).ConfigureAwait(false);
            var watcher = new Watcher(new(fetcher, named, options.Ingest.Published), named, journal, batches.RunAsync, options.Web.WatchTries, delivery.CatchUpAsync);
            await PollAsync(watcher, fetcher, request, TimeSpan.FromSeconds(options.Web.WatchSeconds), stop.Token).ConfigureAwait(false);
            return sinks.DeadLetters.Count > 0 ? ExitCode.CouldNot : ExitCode.Well;
        }
        catch (OperationCanceledException)
        {
            await SayAsync(request, "Stopped. All that was found is stored; the same command goes on from here.").ConfigureAwait(false);
            return sinks?.DeadLetters.Count > 0 ? ExitCode.CouldNot : ExitCode.Well;
        }
        catch (Exception e) when (e is ConfigurationException or StoreException or RunCheckException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.CouldNot;
        }
        finally
        {
            log?.Dispose();
            if (sinks is not null)
            {
                await EndAsync(sinks, request.Quiet).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Knows the articles of earlier starts; null where copies are not looked for.</summary>
    static CopyFinder? Finder(PipelineOptions options, Dictionary<string, string> outputs)
    {
        if (!outputs.TryGetValue(BatchRun.Sketches, out var path))
        {
            return null;
        }

        var finder = new CopyFinder(options.Copies);
        if (File.Exists(path))
        {
            CopyLedger.TakeUp(finder, path, long.MaxValue);
        }

        return finder;
    }

    static async Task PollAsync(Watcher watcher, Fetcher fetcher, WatchRequest request, TimeSpan every, CancellationToken cancellation)
    {
        var targets = WebInputs.Targets(request.Web, []);
        for (var poll = 1; ; poll++)
        {
            var counts = await watcher.PollAsync(targets, cancellation).ConfigureAwait(false);
            if (counts.Pages + counts.Again > 0)
            {
                var again = counts.Again > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {counts.Again:N0} pages to be tried again") : "";
                await SayAsync(request, string.Create(CultureInfo.InvariantCulture, $"{counts.Pages:N0} new pages, {counts.Records:N0} records{again}")).ConfigureAwait(false);
            }

            if (poll == request.Polls)
            {
                return;
            }

            fetcher.TrimCache();
            await Task.Delay(every, cancellation).ConfigureAwait(false);
        }
    }

    static async Task EndAsync(SinkSet sinks, bool quiet)
    {
        foreach (var line in quiet && sinks.DeadLetters.Count == 0 ? [] : sinks.Report())
        {
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
        }

        await sinks.DisposeAsync().ConfigureAwait(false);
    }

    static Task SayAsync(WatchRequest request, string line) => request.Quiet ? Task.CompletedTask : Console.Error.WriteLineAsync(line);
}
