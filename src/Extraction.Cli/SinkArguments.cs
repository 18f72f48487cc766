using System.CommandLine;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Sinks;
using Extraction.Sinks.Linking;

namespace Extraction.Cli;

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

    public static Option<string[]> Lists() => new("--lists")
    {
        Description = "Sanction lists that targets are looked up in (target_id, target_score): FollowTheMoney .json, OFAC SDN .csv or .xml, EU and UN .xml.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <returns>What is done to each record: nothing where there are no lists.</returns>
    /// <exception cref="ConfigurationException">A list that cannot be read.</exception>
    public static Func<SanctionsRecord, SanctionsRecord> Linking(string[] lists)
    {
        try
        {
            return lists.Length == 0 ? record => record : TargetLinker.Load(lists).Link;
        }
        catch (FormatException e)
        {
            throw new ConfigurationException([e.Message]);
        }
    }

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
