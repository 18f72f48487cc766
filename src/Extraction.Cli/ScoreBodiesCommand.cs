using System.CommandLine;
using System.Globalization;
using Extraction.Training.Clean;

namespace Extraction.Cli;

/// <summary><c>extraction score-bodies</c>: how well the bodies of HTML pages are found, against gold snippets. For developers, hidden.</summary>
static class ScoreBodiesCommand
{
    public static Command Create()
    {
        var gold = new Argument<string>("gold") { Description = "JSON: address → file, with, without (the format of trafilatura's evaluation)." };
        var folders = new Argument<string[]>("folders") { Description = "Folders with the pages.", Arity = ArgumentArity.OneOrMore };
        var misses = new Option<string?>("--misses") { Description = "File that takes every snippet that is wrong." };
        var command = new Command("score-bodies", "Score body extraction on pages with gold snippets.") { gold, folders, misses };
        command.Hidden = true;
        command.SetAction(parsed => Score(parsed.GetRequiredValue(gold), parsed.GetRequiredValue(folders), parsed.GetValue(misses)));
        return command;
    }

    static int Score(string gold, string[] folders, string? misses)
    {
        var wrong = new List<string>();
        var score = BodyScorer.Score(gold, folders, wrong.Add);
        if (misses is not null)
            File.WriteAllLines(misses, wrong);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{score.Pages} pages: precision {score.Precision:F4}, recall {score.Recall:F4}, F1 {score.F1:F4}; {1000 * score.Seconds / score.Pages:F1} ms a page, {score.Bytes / 1e6 / score.Seconds:F1} MB/s, slowest {1000 * score.SlowestSeconds:F0} ms ({score.Slowest})"));
        return ExitCode.Well;
    }
}
