using System.Collections.Concurrent;
using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Flow;

/// <summary>Keeps what rooms report until the document that it belongs to leaves the room.</summary>
public sealed class IssueCollector : IIssueLog
{
    readonly ConcurrentDictionary<string, ConcurrentQueue<Issue>> waiting = new(StringComparer.Ordinal);

    // Two documents may bear the same name and be in a room at the same time.
    readonly AsyncLocal<ConcurrentQueue<Issue>?> here = new();

    public void Report(Issue issue) => (here.Value ?? waiting.GetOrAdd(issue.DocumentId, _ => new())).Enqueue(issue);

    /// <summary>From here on until <see cref="Take"/>, what this flow of control reports is that of one document.</summary>
    internal void Begin() => here.Value = new();

    /// <summary>The issues of a document since the last call, in order.</summary>
    internal ImmutableArray<Issue> Take(string documentId)
    {
        var reported = here.Value is { IsEmpty: false } mine ? [.. mine] : ImmutableArray<Issue>.Empty;
        here.Value = null;
        return !waiting.IsEmpty && waiting.TryRemove(documentId, out var others) ? [.. others, .. reported] : reported;
    }
}
