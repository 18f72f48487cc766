namespace Extraction.Documents;

/// <summary>Something that a document lost, or a document that was lost. Written to issues.jsonl; the run goes on.</summary>
/// <param name="Code">Stable, <c>room/short-name</c> ("clean/no-body").</param>
/// <param name="DocumentId">The document, or the input file where no document was reached.</param>
/// <param name="Message">What happened and, where it helps, what to do; names file and line.</param>
/// <param name="Fatal">True where the whole document failed; false where a part of it was lost.</param>
public sealed record Issue(string Code, string DocumentId, string Message, bool Fatal = true);

/// <summary>Takes issues from the rooms. Safe to call from many threads.</summary>
public interface IIssueLog
{
    void Report(Issue issue);
}

/// <summary>A document that a room cannot finish: becomes an <see cref="Issue"/> with this code.</summary>
public sealed class DocumentException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
