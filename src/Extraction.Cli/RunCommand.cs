using System.CommandLine;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Ingest;
using Extraction.Sinks;

namespace Extraction.Cli;

/// <summary><c>extraction run</c>: articles in, records out.</summary>
static class RunCommand
{
    public static Command Create()
    {
        var inputs = CommonOptions.Inputs();
        inputs.Arity = ArgumentArity.ZeroOrMore;
        var web = new WebArguments();
        var config = CommonOptions.Config();
        var published = CommonOptions.Published();
        var output = new Option<string>("--out") { Description = "Where records go: a file, or - for standard output.", HelpName = "FILE|-", DefaultValueFactory = _ => "-" };
        var articles = new Option<string?>("--articles") { Description = "Also write the article texts that offsets refer to.", HelpName = "FILE" };
        var issues = new Option<string?>("--issues") { Description = "Where documents that failed or lost something are listed; issues.jsonl beside --out.", HelpName = "FILE" };
        var to = SinkArguments.To();
        var deadLetters = SinkArguments.DeadLetters();
        var lists = SinkArguments.Lists();
        var noGate = new Option<bool>("--no-gate") { Description = "Read every document whole, also those whose bytes show that they cannot matter; the records are the same." };
        var noCopies = CommonOptions.NoCopies();
        var resume = new Option<bool>("--resume") { Description = "Go on where a run that was broken off had come to; the output is the same bytes." };
        var quiet = new Option<bool>("--quiet") { Description = "No progress, no summary: only what went wrong." };
        var report = new Option<string?>("--report") { Description = "Write a report of the run with charts, and the same as JSON beside it.", HelpName = "FILE.html" };
        var weighed = new Option<bool>("--weighed") { Description = "Records say what their confidence was made of, for the review page to show." };
        var command = new Command("run", "Read articles and write sanctions records as JSON Lines.") { inputs, config, output, articles, issues, published, to, deadLetters, lists, noGate, noCopies, resume, quiet, report, weighed };
        web.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(new(
            parsed.GetValue(inputs) ?? [],
            parsed.GetValue(config),
            parsed.GetRequiredValue(output),
            parsed.GetValue(articles),
            parsed.GetValue(issues),
            parsed.GetValue(published),
            parsed.GetValue(to) ?? [],
            parsed.GetValue(deadLetters),
            parsed.GetValue(lists) ?? [])
        {
            Web = web.Of(parsed),
            NoGate = parsed.GetValue(noGate),
            NoCopies = parsed.GetValue(noCopies),
            Resume = parsed.GetValue(resume),
            Weighed = parsed.GetValue(weighed),
            Quiet = parsed.GetValue(quiet),
            Report = parsed.GetValue(report),
        }));
        return command;
    }

    static async Task<int> RunAsync(RunRequest request)
    {
        using var stop = new StopSignals();
        RunLog? log = null;
        Pipeline? pipeline = null;
        try
        {
            var options = request.Settled(CommonOptions.Load(request.Config, request.Published));
            request = request.With(options.Sinks);
            var inputs = Resolve(request, options);
            log = new RunLog(options.Log);
            var issues = new IssueCollector();
            var rooms = Linked(RoomsBuilder.Build(options, issues), request.Lists);
            var sinks = SinkArguments.Create(options.Sinks with { To = [] }, request.To, request.DeadLetters);
            var outputs = request.Outputs(log.Issue, sinks, inputs, options, rooms.Version);
            await using (sinks.ConfigureAwait(false))
            await using (outputs.ConfigureAwait(false))
            {
                pipeline = new Pipeline(options.Run, inputs, rooms, outputs, issues, request.Resume);
                using (request.Quiet ? null : new ProgressBar(() => pipeline.Progress, inputs.StoredBytes))
                {
                    await pipeline.RunAsync(stop.Token).ConfigureAwait(false);
                }
            }

            var reported = request.Report is not { } page || TryWriteReport(page, RunReport.Of([.. request.Inputs, .. request.Web.Names], pipeline.Counts, pipeline.Progress.StoredBytes));

            if (!request.Quiet)
            {
                await Console.Error.WriteAsync(SummaryText.Of(pipeline.Counts)).ConfigureAwait(false);
            }

            foreach (var line in sinks.Report())
            {
                await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
            }

            return !reported || sinks.DeadLetters.Count > 0 ? ExitCode.CouldNot : pipeline.Counts.FailedDocuments == 0 ? ExitCode.Well : ExitCode.SomeFailed;
        }
        catch (InputLostException e)
        {
            log?.Issue(new("ingest/lost", e.DocumentId, e.Message));
            await Console.Error.WriteLineAsync($"The input has gone: {e.Message.TrimEnd('.')}. Nothing was published.{(request.CanResume ? " When it is back, the same run with --resume goes on from here; a file that alone is broken must be taken out." : "")}\n{(pipeline is null ? "" : SummaryText.Of(pipeline.Counts))}".TrimEnd()).ConfigureAwait(false);
            return ExitCode.CouldNot;
        }
        catch (Exception e) when (e is ConfigurationException or StoreException or RunCheckException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e is OperationCanceledException ? request.To.Length == 0 ? "Stopped. Nothing was published." + (request.CanResume ? " The same run with --resume goes on from here." : "") : "Stopped. No file was published; databases keep what they had got, and the same run again completes them." : e.Message + Advice(e, request)).ConfigureAwait(false);
            if (pipeline is not null)
            {
                await Console.Error.WriteAsync(SummaryText.Of(pipeline.Counts)).ConfigureAwait(false);
            }

            return ExitCode.CouldNot;
        }
        finally
        {
            log?.Dispose();
        }
    }

    /// <summary>A disk that was full has room again some day.</summary>
    static string Advice(Exception e, RunRequest request) => e is StoreException { InnerException: IOException } && request.CanResume
        ? ". Nothing was published. When it can be written, the same run with --resume goes on from here."
        : "";

    /// <summary>Comes when all else is published; says so where it fails.</summary>
    internal static bool TryWriteReport(string path, RunReport report)
    {
        try
        {
            report.Write(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path}: the report cannot be written: {e.Message.TrimEnd('.')}. All other outputs are complete and published.");
            return false;
        }
    }

    internal static Rooms Linked(Rooms rooms, string[] lists)
    {
        var link = SinkArguments.Linking(lists);
        return lists.Length == 0 ? rooms : rooms with { Record = events => [.. rooms.Record(events).Select(link)] };
    }

    static Inputs Resolve(RunRequest request, PipelineOptions options)
    {
        var faults = new List<string>();
        List<Input> inputs = [.. Input.Resolve(request.Inputs, faults)];
        if (!request.Web.IsEmpty)
        {
            inputs.Add(WebInputs.Create(request.Web, options, faults));
        }

        faults.AddRange(request.Faults());
        faults.AddRange(request.Overwritten(inputs));
        if (faults.Count > 0)
        {
            throw new ConfigurationException(faults);
        }

        var resolved = new Inputs(inputs, options.Ingest, Console.OpenStandardInput, request.OutputPaths(options), request.UsesGate ? GateScreen.Create() : null);
        foreach (var pattern in resolved.Unmatched())
        {
            Console.Error.WriteLine($"{pattern}: no file fits this pattern");
        }

        return resolved;
    }
}
