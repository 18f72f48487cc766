using System.CommandLine;
using Extraction.Review.Export;
using Extraction.Sinks.Delivery;

namespace Extraction.Cli;

/// <summary><c>extraction review export</c>: files of what was reviewed.</summary>
static class ReviewExportCommand
{
    public static Command Create()
    {
        var records = new Argument<string>("RECORDS") { Description = "The records that were reviewed." };
        var decisions = new Option<string[]>("--decisions") { Description = "Files of decisions; RECORDS.decisions.jsonl beside the records.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var articles = new Option<string?>("--articles") { Description = "Articles, as run --articles writes them; --corpus needs them.", HelpName = "FILE" };
        var reviewer = new Option<string?>("--reviewer") { Description = "Only this reviewer's decisions; else the latest of all hold.", HelpName = "NAME" };
        var output = new Option<string?>("--out") { Description = "Write the records that hold: accepted, corrected, added.", HelpName = "FILE" };
        var corpus = new Option<string?>("--corpus") { Description = "Write wholly reviewed articles as annotated articles.", HelpName = "FOLDER" };
        var agreement = new Option<string?>("--agreement") { Description = "Write how far reviewers agree: CSV, with differences beside it.", HelpName = "FILE" };
        var command = new Command("export", "Make files of what was reviewed: records, annotated articles, agreement.") { records, decisions, articles, reviewer, output, corpus, agreement };
        command.SetAction(parsed => Export(new()
        {
            Records = parsed.GetRequiredValue(records),
            Decisions = parsed.GetValue(decisions) ?? [],
            Articles = parsed.GetValue(articles),
            Reviewer = parsed.GetValue(reviewer),
            Out = parsed.GetValue(output),
            Corpus = parsed.GetValue(corpus),
            Agreement = parsed.GetValue(agreement),
        }));
        return command;
    }

    static int Export(ExportRequest request)
    {
        try
        {
            ReviewExport.Run(request with { Reader = RecordsArgument.ReaderOf(request.Records) }, Console.Out);
            return ExitCode.Well;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or InvalidDataException or StoreFaultException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.CouldNot;
        }
    }
}
