using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Extraction.Flow;
using Extraction.Training.Corpus;
using Extraction.Training.Evaluation;

namespace Extraction.Cli;

/// <summary><c>extraction evaluate</c>: how good the records are, measured against annotations.</summary>
static class EvaluateCommand
{
    public static Command Create()
    {
        var gold = new Argument<string>("GOLD") { Description = "A folder of annotated articles, or a gold.jsonl." };
        var predictions = new Option<string?>("--predictions") { Description = "Records to measure; extracted now where none are given.", HelpName = "FILE" };
        var compare = new Option<string[]>("--compare") { Description = "Two files of records, or two models folders: what changed from the first to the second, record by record.", HelpName = "OLD NEW", Arity = new(2, 2), AllowMultipleArgumentsPerToken = true };
        var misses = new Option<bool>("--misses") { Description = "Print every record that was missed or is wrong." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var report = new Option<string?>("--report") { Description = "Write a page of HTML.", HelpName = "FILE" };
        var confidence = new Option<double>("--min-confidence") { Description = "Leave out records less sure than this.", HelpName = "0..1" };
        var floors = new Option<string?>("--floors") { Description = "Fail where a figure is below its floor in this file.", HelpName = "FILE" };
        var floorSet = new Option<string?>("--floor-set") { Description = "Which floors; those of the gold's name.", HelpName = "NAME" };
        var setFloors = new Option<bool>("--set-floors") { Description = "Raise the floors to what was reached." };
        var lower = new Option<string?>("--lower-floors") { Description = "Allow floors to be lowered, for this reason.", HelpName = "REASON" };
        var config = CommonOptions.Config();
        var command = new Command("evaluate", "Measure records against annotations: precision, recall and F1.")
        {
            gold, predictions, compare, misses, json, report, confidence, floors, floorSet, setFloors, lower, config,
        };
        command.Validators.Add(parsed =>
        {
            Option[] others = [predictions, misses, json, report, confidence, floors, floorSet, setFloors, lower];
            if (parsed.GetResult(compare) is not null && Array.FindAll(others, o => parsed.GetResult(o) is { Implicit: false }) is { Length: > 0 } given)
            {
                parsed.AddError($"--compare says what changed and nothing else: leave out {string.Join(", ", given.Select(o => o.Name))}.");
            }
        });
        confidence.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && double.TryParse(given.Value, CultureInfo.InvariantCulture, out var value) && value is not (>= 0 and <= 1))
            {
                result.AddError("--min-confidence takes a number from 0 to 1.");
            }
        });
        command.SetAction(parsed => Guarded(() => parsed.GetValue(compare) is [var older, var newer]
            ? CompareTask.Run(parsed.GetRequiredValue(gold), older, newer, Console.Out, (documents, models) => Extract(documents, parsed.GetValue(config), models))
            : EvaluateTask.Run(
                new()
                {
                    Gold = parsed.GetRequiredValue(gold),
                    Predictions = parsed.GetValue(predictions),
                    Extract = documents => Extract(documents, parsed.GetValue(config)),
                    MinConfidence = parsed.GetValue(confidence),
                    Misses = parsed.GetValue(misses),
                    Json = parsed.GetValue(json),
                    Report = parsed.GetValue(report),
                    Floors = parsed.GetValue(floors),
                    FloorSet = parsed.GetValue(floorSet),
                    SetFloors = parsed.GetValue(setFloors),
                    LowerReason = parsed.GetValue(lower),
                },
                Console.Out)));
        return command;
    }

    /// <summary>Extracts the records of the gold's documents with the models of now, in the gold's order.</summary>
    static ImmutableArray<Prediction> Extract(ImmutableArray<CorpusDocument> documents, string? config) =>
        ModelRun.Extract(documents, CommonOptions.Load(config, published: null), Console.Error.WriteLine);

    /// <summary>The same with the models of another folder.</summary>
    static ImmutableArray<Prediction> Extract(ImmutableArray<CorpusDocument> documents, string? config, string models) =>
        ModelRun.Extract(documents, CommonOptions.Load(config, published: null) with { Models = new() { Folder = models } }, Console.Error.WriteLine);

    static int Guarded(Func<int> task)
    {
        try
        {
            return task();
        }
        catch (Exception e) when (e is CorpusException or ConfigurationException or IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.CouldNot;
        }
    }
}
