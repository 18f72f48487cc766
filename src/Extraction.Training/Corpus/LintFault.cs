namespace Extraction.Training.Corpus;

/// <summary>Something wrong with an annotation, or with two articles that are too alike.</summary>
/// <param name="Document">Name of the document.</param>
/// <param name="Message">What is wrong, with the target where it is a record's fault.</param>
public sealed record LintFault(string Document, string Message)
{
    public override string ToString() => $"{Document}: {Message}";
}
