using System.CommandLine;
using Extraction.Cli;

// Parse → options → call. All work is in the library; the console is only here.
var root = new RootCommand("Reads raw news and writes sanctions records: who sanctions whom, how, when and why.")
{
    RunCommand.Create(),
    CheckCommand.Create(),
    EvaluateCommand.Create(),
    TrainCommand.Create(),
    SchemaCommand.Create(),
    ScoreBodiesCommand.Create(),
<<<<<<< HEAD
    LoadCommand.Create(),
    ExportCommand.Create(),
=======
    ReviewCommand.Create(),
>>>>>>> 7655cbf (review: a local page to see, correct and add records, with an overview)
};

var parsed = root.Parse(args);
var code = await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
return parsed.Errors.Count > 0 ? ExitCode.CouldNot : code;
