using System.CommandLine;
using Extraction.Flow;
using Extraction.Ingest;

namespace Extraction.Cli;

/// <summary><c>extraction check</c>: everything that would keep a run from starting, at once.</summary>
static class CheckCommand
{
    public static Command Create()
    {
        var inputs = CommonOptions.Inputs();
        inputs.Arity = ArgumentArity.ZeroOrMore;
        var config = CommonOptions.Config();
        var command = new Command("check", "Check configuration, models and inputs, and say all that is wrong.") { inputs, config };
        command.SetAction(parsed => Check(parsed.GetValue(inputs) ?? [], parsed.GetValue(config)));
        return command;
    }

    static int Check(string[] given, string? config)
    {
        var faults = new List<string>();
        var inputs = new Inputs(Input.Resolve(given, faults), new());
        try
        {
            faults.AddRange(inputs.Unmatched().Select(pattern => $"{pattern}: no file fits this pattern"));
            RoomsBuilder.Build(CommonOptions.Load(config, published: null), new IssueCollector());
        }
        catch (ConfigurationException e)
        {
            faults.InsertRange(0, e.Faults);
        }
        catch (InputLostException e)
        {
            faults.Add(e.Message);
        }

        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        Console.Error.WriteLine(faults.Count == 0 ? "All well." : $"{faults.Count} to mend.");
        return faults.Count == 0 ? ExitCode.Well : ExitCode.CouldNot;
    }
}
