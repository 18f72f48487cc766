using System.CommandLine;
using Extraction.Flow;
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
        var lists = SinkArguments.Lists();
        var command = new Command("load", "Load records into databases and other stores. Loading the same file again changes nothing.") { files, to, config, onError, deadLetters, lists };
        command.SetAction((parsed, _) => TransferRun.RunAsync(new(
            parsed.GetRequiredValue(files),
            () => Lines(parsed.GetRequiredValue(files)),
            parsed.GetRequiredValue(to),
            parsed.GetValue(config),
            parsed.GetValue(deadLetters),
            parsed.GetValue(lists) ?? [],
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
