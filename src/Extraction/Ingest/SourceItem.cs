using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>What reading gives: a document, a reason why there is none, or a fault. Each counts as one document of the run.</summary>
public abstract record SourceItem(string DocumentId);

/// <summary>A document.</summary>
/// <param name="Document">Its bytes and what the source says about it.</param>
/// <param name="Issues">What was lost beside it (a broken side car); never fatal.</param>
public sealed record SourceDocument(RawDocument Document, ImmutableArray<Issue> Issues) : SourceItem(Document.DocumentId);

/// <summary>A document that could not be read.</summary>
public sealed record SourceFault(Issue Issue) : SourceItem(Issue.DocumentId);

/// <summary>A file that is left out on purpose.</summary>
/// <param name="DocumentId">The path that it would have had as a document.</param>
/// <param name="Reason">Short and stable ("unknown-type").</param>
public sealed record SourceSkip(string DocumentId, string Reason) : SourceItem(DocumentId);
