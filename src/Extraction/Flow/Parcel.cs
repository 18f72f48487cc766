using System.Collections.Immutable;
using Extraction.Copies;
using Extraction.Documents;

namespace Extraction.Flow;

/// <summary>
/// What travels between rooms: one document and what it has become so far. A document stays one parcel from the door to the sink,
/// so that order is kept and everything that happened to it is written down beside its records, in the same place of every run.
/// </summary>
/// <param name="DocumentId">Of the document.</param>
/// <param name="Items">What the last room made of it: none, one or several.</param>
/// <param name="Trail">What happened on the way.</param>
/// <param name="Weight">Bytes that leave the line with it: those of its piece, if it is the piece's last document.</param>
public sealed record Parcel<T>(string DocumentId, ImmutableArray<T> Items, Trail Trail, long Weight = 0) : ITraceable
    where T : ITraceable;

/// <summary>What happened to one document on its way.</summary>
/// <param name="Issues">In the order in which they came up.</param>
/// <param name="Skips">A reason for every item that was left out.</param>
/// <param name="Articles">The articles found in it, where the run is to write them.</param>
/// <param name="Piece">The number of the input's piece that it is in, from 0.</param>
/// <param name="Found">How many articles were found in it.</param>
/// <param name="Busy">Time that the rooms worked on it.</param>
public sealed record Trail(
    ImmutableArray<Issue> Issues, ImmutableArray<string> Skips, ImmutableArray<Article> Articles, long Piece = 0, int Found = 0, TimeSpan Busy = default)
{
    public static readonly Trail Empty = new([], [], []);
}

/// <summary>The last item of the line: one article that went all the way, and its records.</summary>
/// <param name="DocumentId">Of its document.</param>
/// <param name="Records">In the order of the article.</param>
/// <param name="Sketch">What its copies are told by, where it has records and copies are looked for.</param>
public sealed record ArticleRecords(string DocumentId, ImmutableArray<SanctionsRecord> Records, Sketch? Sketch = null) : ITraceable;
