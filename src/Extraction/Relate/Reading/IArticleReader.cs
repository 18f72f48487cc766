using Extraction.Relate.Anchors;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>The seam for the reading of an article: proposes that a place states an act, by an authority, against a target. Safe to call from many threads.</summary>
public interface IArticleReader
{
    /// <summary>Name and version of the model.</summary>
    string Version { get; }

    ArticleReading Read(DocumentView document);
}

/// <summary>What a reader makes of an article.</summary>
/// <param name="Proposals">In reading order, the doubtful ones too.</param>
/// <param name="Notes">What it noted at the tokens.</param>
public sealed record ArticleReading(List<Proposal> Proposals, TokenNotes Notes);
