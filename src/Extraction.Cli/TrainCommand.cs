using System.CommandLine;
using Extraction.Learning;
using Extraction.Training;

namespace Extraction.Cli;

/// <summary><c>extraction train</c>: all models, or one by name.</summary>
static class TrainCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("MODEL") { Description = $"{string.Join(", ", TrainingTasks.Names)}; all where none is named.", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string>("--data") { Description = "The folder of the openly licensed corpora.", DefaultValueFactory = _ => "../shared/data" };
        var corpus = new Option<string>("--corpus") { Description = "The folder of our own annotated articles.", DefaultValueFactory = _ => "corpus" };
        var models = new Option<string>("--models") { Description = "The folder that the models are written to.", DefaultValueFactory = _ => "models" };
        var command = new Command("train", "Train the models from their corpora, measure them and write their cards.") { name, data, corpus, models };
        command.SetAction(parsed => Train(parsed.GetValue(name), parsed.GetRequiredValue(data), parsed.GetRequiredValue(corpus), parsed.GetRequiredValue(models)));
        return command;
    }

    static int Train(string? name, string data, string corpus, string models)
    {
        try
        {
            foreach (var model in name is null ? TrainingTasks.Names : [name])
            {
                TrainingTasks.Train(model, data, corpus, models, Console.Error.WriteLine);
            }

            return ExitCode.Well;
        }
        catch (Exception e) when (e is ArgumentException or ModelException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.CouldNot;
        }
    }
}
