using System.CommandLine;
using System.Runtime.InteropServices;
using Extraction.Flow;
using Extraction.Learning;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;
using Extraction.Training;
using Extraction.Training.Corpus;
using Extraction.Training.Loop;

namespace Extraction.Cli;

/// <summary><c>extraction train</c>: all models, or one by name; or, with reviewed records, those that learn from them.</summary>
static class TrainCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("MODEL") { Description = $"{string.Join(", ", TrainingTasks.Names)}; all where none is named.", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string>("--data") { Description = "The folder of the openly licensed corpora.", DefaultValueFactory = _ => "../shared/data" };
        var corpus = new Option<string>("--corpus") { Description = "The folder of our own annotated articles.", DefaultValueFactory = _ => "corpus" };
        var models = new Option<string>("--models") { Description = "The folder that the models are written to.", DefaultValueFactory = _ => "models" };
        var with = new Option<string[]>("--with") { Description = "Also learn from these reviewed records (review export --articles … --out FILE); the models are replaced only where they are not worse on the test articles.", HelpName = "FILE" };
        var force = new Option<string?>("--force") { Description = "With --with: replace the models though they are worse, for this reason.", HelpName = "REASON" };
        var command = new Command("train", "Train the models from their corpora, measure them and write their cards.") { name, data, corpus, models, with, force };
        command.Validators.Add(result =>
        {
            var reviewed = result.GetValue(with) is { Length: > 0 };
            if (reviewed && result.GetValue(name) is not (null or RelationModels.Name or ReadingModel.Name))
            {
                result.AddError($"--with trains {RelationModels.Name}; name no other model");
            }

            if (result.GetResult(force) is not null && !reviewed)
            {
                result.AddError("--force goes with --with");
            }
            else if (result.GetResult(force) is not null && string.IsNullOrWhiteSpace(result.GetValue(force)))
            {
                result.AddError("--force: say why");
            }
        });
        command.SetAction(parsed => Guarded(() =>
            parsed.GetValue(with) is { Length: > 0 } files
                ? Loop(new() { With = files, Corpus = parsed.GetRequiredValue(corpus), Models = parsed.GetRequiredValue(models), Force = parsed.GetValue(force) })
                : Train(parsed.GetValue(name), parsed.GetRequiredValue(data), parsed.GetRequiredValue(corpus), parsed.GetRequiredValue(models))));
        return command;
    }

    // A training that is stopped ends at once, and in order: its half-made models go, those that are there stay.
    static int Loop(LoopOptions options)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        return LoopTask.Run(options, Console.Out, Console.Error.WriteLine) ? ExitCode.Well : ExitCode.CouldNot;
    }

    static void End(PosixSignalContext context)
    {
        context.Cancel = true;
        Console.Error.WriteLine("stopped; the models are as they were");
        Environment.Exit(ExitCode.CouldNot);
    }

    static int Train(string? name, string data, string corpus, string models)
    {
        foreach (var model in name is null ? TrainingTasks.Names : [name])
        {
            TrainingTasks.Train(model, data, corpus, models, Console.Error.WriteLine);
        }

        return ExitCode.Well;
    }

    static int Guarded(Func<int> task)
    {
        try
        {
            return task();
        }
        catch (Exception e) when (e is ArgumentException or ModelException or ConfigurationException or CorpusException or ReviewedException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.CouldNot;
        }
    }
}
