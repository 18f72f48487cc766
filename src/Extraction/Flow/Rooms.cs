using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Flow;

/// <summary>
/// The work of the rooms between the door and the sinks, as functions: what the graph is built from. All are called from many
/// threads at once. What they throw costs the item that they were called with, and no other.
/// </summary>
public sealed record Rooms
{
    /// <summary>Names the program and its models: another version may give other records.</summary>
    public string Version { get; init; } = "";

    /// <summary>Bytes → the articles of the page; none where it has none.</summary>
    public required Func<RawDocument, CancellationToken, IEnumerable<Article>> Clean { get; init; }

    /// <summary>Whether an article has any word that could state an act of sanction. Costs little, and must never say no where Relate would find one.</summary>
    public required Func<Article, bool> IsRelevant { get; init; }

    /// <summary>Whether the models can read an article: they know English.</summary>
    public required Func<Article, bool> IsReadable { get; init; }

    public required Func<Article, CancellationToken, AnnotatedDocument> Annotate { get; init; }

    public required Func<AnnotatedDocument, CancellationToken, DocumentEvents> Relate { get; init; }

    public required Func<DocumentEvents, ImmutableArray<SanctionsRecord>> Record { get; init; }

    /// <summary>One document all the way, without the graph: for measuring and for showing. Throws what a room throws.</summary>
    public IEnumerable<SanctionsRecord> Extract(RawDocument document, CancellationToken cancellation) =>
        Clean(document, cancellation).Where(IsRelevant).Where(IsReadable)
            .SelectMany(article => Record(Relate(Annotate(article, cancellation), cancellation)));
}
