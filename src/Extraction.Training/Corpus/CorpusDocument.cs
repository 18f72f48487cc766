using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Training.Corpus;

/// <summary>An annotated page: where its bytes are, what the source says about it, and its records.</summary>
/// <param name="Name">Name of the document: the file name without its ending.</param>
/// <param name="Source">Path of the page, or null where only the annotation is at hand.</param>
/// <param name="Hints">From the side car.</param>
/// <param name="Records">In the annotation's order.</param>
public sealed record CorpusDocument(string Name, string? Source, SourceHints Hints, ImmutableArray<GoldRecord> Records)
{
    /// <summary>The page as the pipeline would take it.</summary>
    /// <exception cref="InvalidOperationException">The page is not at hand.</exception>
    public RawDocument ToRaw()
    {
        if (Source is null)
            throw new InvalidOperationException($"{Name} has no page beside its annotation.");
        var format = Source.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || Source.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) ? BodyFormat.Html : BodyFormat.PlainText;
        return new RawDocument(Path.GetFileName(Source), File.ReadAllBytes(Source), format, null, Hints);
    }
}

/// <summary>An annotation that cannot be read: names the file and, where there is one, the record and field.</summary>
public sealed class CorpusException(string file, string message, Exception? inner = null) : Exception($"{file}: {message}", inner)
{
    public string File { get; } = file;
}
