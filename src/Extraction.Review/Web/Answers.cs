using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Review.Decisions;

namespace Extraction.Review.Web;

/// <summary>What the page is told first.</summary>
/// <param name="Id">The same for the same records and decisions, whenever they are served.</param>
sealed record SessionAnswer(string Id, string File, int Records, bool HasArticles, string Reviewer, IEnumerable<string> Reviewers, long Sequence, VocabularyAnswer Words);

sealed record VocabularyAnswer(
    ImmutableArray<string> Actions, ImmutableArray<string> Statuses, ImmutableArray<string> TargetTypes,
    ImmutableArray<string> DateBases, ImmutableArray<string> Measures, ImmutableArray<string> Objectives);

/// <summary>One row of the queue.</summary>
/// <param name="Bare">For an article without a record: its title. Then nothing is in the fields.</param>
/// <param name="State">The asking reviewer's verdict, or null.</param>
/// <param name="Others">What others decided.</param>
sealed record RowAnswer(
    string Id, string? Bare, string Actor, string Action, string Target, string? Date, string Status, double Confidence, string DocumentId, int Article,
    string? State, IEnumerable<string> Others);

/// <param name="Total">Records that match.</param>
/// <param name="Decided">Those of all records that the asking reviewer decided.</param>
/// <param name="AsOf">The decision up to which states were looked at: the list of one <c>as_of</c> stays as it is.</param>
/// <param name="Offset">Place of the first of <paramref name="Rows"/>.</param>
sealed record PageAnswer(int Total, int All, int Decided, long AsOf, int Offset, IEnumerable<RowAnswer> Rows);

/// <summary>A stretch of article text. Where only evidence is at hand there are several, each a sentence.</summary>
/// <param name="Start">Offset of its first character in the article, in code points.</param>
/// <param name="Exact">Whether every character is where the article has it.</param>
sealed record PieceAnswer(int Start, string Text, bool Exact);

/// <param name="Stands">Whether the asking reviewer may merge another into it.</param>
sealed record SiblingAnswer(string Id, SanctionsRecord Record, string? State, bool Stands);

/// <param name="Record">As extracted.</param>
/// <param name="Bare">Whether it is an article without a record, and the record is empty.</param>
/// <param name="Current">As it stands in the eyes of the asking reviewer.</param>
sealed record RecordAnswer(
    SanctionsRecord Record, bool Bare, SanctionsRecord Current, string? State, string? StateKey, bool WholeText,
    IEnumerable<PieceAnswer> Pieces, IEnumerable<Decision> Decisions, IEnumerable<SiblingAnswer> Siblings);

/// <summary>An authority's canonical names for words of an article.</summary>
sealed record AuthorityAnswer(string? Name, string? Code, string? Agency);

sealed record ChangesAnswer(long Sequence, IEnumerable<Decision> Decisions);

sealed record DecidedAnswer(Decision Decision, long Sequence);

sealed record ErrorAnswer(string Error);
