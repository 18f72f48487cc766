using System.Collections.Concurrent;
using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Flow;

/// <summary>Keeps what rooms report until the document that it belongs to leaves the room.</summary>
public sealed class IssueCollector : IIssueLog
{
    readonly ConcurrentDictionary<string, ConcurrentQueue<Issue>> waiting = new(StringComparer.Ordinal);

    public void Report(Issue issue) => waiting.GetOrAdd(issue.DocumentId, _ => new()).Enqueue(issue);

    /// <summary>The issues of a document since the last call, in order.</summary>
    internal ImmutableArray<Issue> Take(string documentId) =>
        !waiting.IsEmpty && waiting.TryRemove(documentId, out var issues) ? [.. issues] : [];
}
