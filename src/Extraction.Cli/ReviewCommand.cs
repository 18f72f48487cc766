using System.CommandLine;
using System.Diagnostics;
using Extraction.Review;
using Extraction.Sinks.Delivery;

namespace Extraction.Cli;

/// <summary><c>extraction review</c>: a local page to review records on, until Ctrl-C.</summary>
static class ReviewCommand
{
    public static Command Create()
    {
        var records = new Argument<string>("RECORDS") { Description = "Records, as run --out writes them, or a SQLite file that load filled." };
        var articles = new Option<string?>("--articles") { Description = "Articles, as run --articles writes them; without them only the evidence is shown.", HelpName = "FILE" };
        var decisions = new Option<string?>("--decisions") { Description = "Where decisions are added; RECORDS.decisions.jsonl beside the records.", HelpName = "FILE" };
        var reviewer = new Option<string?>("--reviewer") { Description = "The name that decisions are signed with.", HelpName = "NAME" };
        var port = new Option<int?>("--port") { Description = $"Port of the page; {ReviewOptions.UsualPort}, or any free one. 0 to 65535.", HelpName = "N" };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Print the link, and open no browser." };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535)
            {
                result.AddError("--port: 0 to 65535");
            }
        });
        var command = new Command("review", "Review records on a local page: see why each was made, correct it, add what was missed.")
        {
            records, articles, decisions, reviewer, port, noBrowser, ReviewExportCommand.Create(),
        };
        command.SetAction(parsed => Serve(
            new()
            {
                Records = parsed.GetRequiredValue(records),
                Articles = parsed.GetValue(articles),
                Decisions = parsed.GetValue(decisions),
                Reviewer = parsed.GetValue(reviewer),
                Port = parsed.GetValue(port),
            },
            open: !parsed.GetValue(noBrowser)));
        return command;
    }

    static async Task<int> Serve(ReviewOptions options, bool open)
    {
        using var stop = new StopSignals();
        try
        {
            options = options with { Reader = RecordsArgument.ReaderOf(options.Records) };
            using var desk = new ReviewDesk(options);
            var server = await ReviewServer.StartAsync(desk, options, stop.Token).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                foreach (var line in desk.BrokenLines)
                {
                    await Console.Error.WriteLineAsync($"{options.DecisionsOrDefault}:{line}: was cut off and is passed over").ConfigureAwait(false);
                }

                await Console.Error.WriteLineAsync($"{desk.Extracted:N0} records; decisions go to {options.DecisionsOrDefault}; Ctrl-C ends").ConfigureAwait(false);
                await Console.Out.WriteLineAsync(server.Link.AbsoluteUri).ConfigureAwait(false);
                if (open)
                {
                    Open(server.Link);
                }

                await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return ExitCode.Well;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Well;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or InvalidDataException or StoreFaultException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.CouldNot;
        }
    }

    /// <summary>Opens the browser; where there is none, the printed link has to do.</summary>
    static void Open(Uri link)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(link.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            Console.Error.WriteLine("No browser could be opened; open the link yourself.");
        }
    }
}
