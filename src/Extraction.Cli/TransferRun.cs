using Extraction.Emit;
using Extraction.Flow;
using Extraction.Sinks;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Reading;

namespace Extraction.Cli;

/// <summary>A transfer that the command line asks for.</summary>
/// <param name="Sources">The files that are read.</param>
/// <param name="Lines">What stands in them.</param>
/// <param name="To">Addresses.</param>
/// <param name="Config">Settings, or null.</param>
/// <param name="DeadLetters">The file for what could not be stored, or null.</param>
/// <param name="Lists">Lists that targets are looked up in.</param>
/// <param name="SkipFaults">Goes on after a line that is no record.</param>
sealed record TransferRequest(string[] Sources, Func<IEnumerable<RecordLine>> Lines, string[] To, string? Config, string? DeadLetters, string[] Lists, bool SkipFaults);

static class TransferRun
{
    public static async Task<int> RunAsync(TransferRequest request)
    {
        using var stop = new StopSignals();
        try
        {
            // The addresses of a pipeline file are for run: a load says itself where to.
            var options = CommonOptions.Load(request.Config, published: null).Sinks with { To = [] };
            string[] outputs = [.. OutputFiles.Of(request.To)];
            if (OutputFiles.Doubled(outputs).Concat(OutputFiles.Read(outputs, [.. request.Sources, .. request.Lists])).ToList() is { Count: > 0 } faults)
            {
                throw new ConfigurationException(faults);
            }

            var link = SinkArguments.Linking(request.Lists);
            var sinks = SinkArguments.Create(options, request.To, request.DeadLetters);
            await using (sinks.ConfigureAwait(false))
            {
                var counts = await Transfer.RunAsync(request.Lines(), [.. sinks.Sinks], link, fault => Say(fault, request.SkipFaults), stop.Token).ConfigureAwait(false);
                foreach (var line in sinks.Report())
                {
                    await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
                }

                return counts.Stopped || sinks.DeadLetters.Count > 0 ? ExitCode.CouldNot : counts.Faults > 0 ? ExitCode.SomeFailed : ExitCode.Well;
            }
        }
        catch (Exception e) when (e is ConfigurationException or StoreException or StoreFaultException or FormatException or InvalidDataException or IOException or UnauthorizedAccessException or OperationCanceledException)
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
