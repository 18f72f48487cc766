using System.CommandLine;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Sinks;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Reading;

namespace Extraction.Cli;

/// <summary><c>extraction load</c>: JSON Lines that are there already, or dead letters, into stores.</summary>
static class LoadCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "JSON Lines of records, or dead letters; .gz is unpacked; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var to = SinkArguments.To();
        to.Required = true;
        var config = CommonOptions.Config();
        var onError = SinkArguments.OnError();
        var deadLetters = SinkArguments.DeadLetters();
        var command = new Command("load", "Load records into databases and other stores. Loading the same file again changes nothing.") { files, to, config, onError, deadLetters };
        command.SetAction((parsed, _) => TransferRun.RunAsync(new(
            () => Lines(parsed.GetRequiredValue(files)),
            parsed.GetRequiredValue(to),
            parsed.GetValue(config),
            parsed.GetValue(deadLetters),
            parsed.GetValue(onError) == OnError.Skip)));
        return command;
    }

    static IEnumerable<RecordLine> Lines(string[] files)
    {
        var missing = files.Where(file => file != "-" && !File.Exists(file)).Select(file => $"{file}: no such file").ToList();
        if (missing.Count > 0)
        {
            throw new ConfigurationException(missing);
        }

        return files.SelectMany(file => file == "-" ? RecordReader.Read("standard input", Console.OpenStandardInput()) : RecordReader.ReadFile(file));
    }
}

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
        var command = new Command("export", "Write the records of a store somewhere else.") { from, to, config, onError, deadLetters };
        command.SetAction((parsed, _) => TransferRun.RunAsync(new(
            () => StoreAddress.Read(parsed.GetRequiredValue(from)),
            parsed.GetRequiredValue(to),
            parsed.GetValue(config),
            parsed.GetValue(deadLetters),
            parsed.GetValue(onError) == OnError.Skip)));
        return command;
    }
}

/// <summary>What to do about a line that is no record.</summary>
enum OnError
{
    Stop, Skip,
}

/// <summary>Options that <c>run</c>, <c>load</c> and <c>export</c> share.</summary>
static class SinkArguments
{
    public static Option<string[]> To() => new("--to") { Description = "Where records go: " + StoreAddress.Forms + ".", HelpName = "ADDRESS", AllowMultipleArgumentsPerToken = true };

    public static Option<OnError> OnError() => new("--on-error") { Description = "At a line that is no record: stop, or skip it and go on.", DefaultValueFactory = _ => Cli.OnError.Stop };

    public static Option<string?> DeadLetters() => new("--dead-letters") { Description = "The file for records that could not be stored; load takes it back.", HelpName = "FILE" };

    /// <exception cref="ConfigurationException">With every bad address.</exception>
    public static SinkSet Create(SinkOptions options, IReadOnlyCollection<string>? to, string? deadLetters)
    {
        var faults = new List<string>();
        var set = SinkSet.Create(
            options with { To = [.. options.To, .. to ?? []], DeadLetters = deadLetters ?? options.DeadLetters },
            faults,
            Console.Error.WriteLine);
        return faults.Count == 0 ? set : throw new ConfigurationException(faults);
    }
}

/// <summary>A transfer that the command line asks for.</summary>
sealed record TransferRequest(Func<IEnumerable<RecordLine>> Lines, string[] To, string? Config, string? DeadLetters, bool SkipFaults);

static class TransferRun
{
    public static async Task<int> RunAsync(TransferRequest request)
    {
        using var stop = new StopSignals();
        try
        {
            // The addresses of a pipeline file are for run: a load says itself where to.
            var options = CommonOptions.Load(request.Config, published: null).Sinks with { To = [] };
            var sinks = SinkArguments.Create(options, request.To, request.DeadLetters);
            await using (sinks.ConfigureAwait(false))
            {
                var counts = await Transfer.RunAsync(request.Lines(), [.. sinks.Sinks], record => record, fault => Say(fault, request.SkipFaults), stop.Token).ConfigureAwait(false);
                foreach (var line in sinks.Report())
                {
                    await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
                }

                return counts.Stopped || sinks.DeadLetters.Count > 0 ? ExitCode.CouldNot : counts.Faults > 0 ? ExitCode.SomeFailed : ExitCode.Well;
            }
        }
        catch (Exception e) when (e is ConfigurationException or StoreException or StoreFaultException or FormatException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e is OperationCanceledException ? "Stopped. What databases have got they keep; run it again to go on." : e.Message).ConfigureAwait(false);
            return ExitCode.CouldNot;
        }
    }

    static bool Say(string fault, bool goOn)
    {
        Console.Error.WriteLine(goOn ? fault : $"{fault}\nStopped here; --on-error skip would leave such lines out.");
        return goOn;
    }
}
