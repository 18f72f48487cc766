using System.CommandLine;
using Extraction.Sinks;

namespace Extraction.Cli;

/// <summary><c>extraction export</c>: what a store holds, into other stores and files.</summary>
static class ExportCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "Where records are: " + StoreAddress.Sources + ", or a file of JSON Lines.", HelpName = "ADDRESS", Required = true };
        var to = SinkArguments.To();
        to.Required = true;
        var config = CommonOptions.Config();
        var onError = SinkArguments.OnError();
        var deadLetters = SinkArguments.DeadLetters();
        var lists = SinkArguments.Lists();
        var command = new Command("export", "Write the records of a store somewhere else.") { from, to, config, onError, deadLetters, lists };
        command.SetAction((parsed, _) => TransferRun.RunAsync(new(
            [.. OutputFiles.Of([parsed.GetRequiredValue(from)]), parsed.GetRequiredValue(from)],
            () => StoreAddress.Read(parsed.GetRequiredValue(from)),
            parsed.GetRequiredValue(to),
            parsed.GetValue(config),
            parsed.GetValue(deadLetters),
            parsed.GetValue(lists) ?? [],
            parsed.GetValue(onError) == OnError.Skip)));
        return command;
    }
}
