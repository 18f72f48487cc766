using System.CommandLine;
using Extraction.Cli;

// Parse → options → call. All work is in the library; the console is only here.
var root = new RootCommand("Reads raw news and writes sanctions records: who sanctions whom, how, when and why.")
{
    RunCommand.Create(),
    WatchCommand.Create(),
    BatchCommand.Create(),
    TaskCommand.Create(),
    MergeCommand.Create(),
    CheckCommand.Create(),
    EvaluateCommand.Create(),
    TrainCommand.Create(),
    SchemaCommand.Create(),
    ScoreBodiesCommand.Create(),
    LoadCommand.Create(),
    ExportCommand.Create(),
    ReviewCommand.Create(),
};

var parsed = root.Parse(args);
if (UnknownOptions.Of(parsed) is { Count: > 0 } unknown)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, unknown)).ConfigureAwait(false);
    return ExitCode.CouldNot;
}

var code = await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
return parsed.Errors.Count > 0 ? ExitCode.CouldNot : code;
