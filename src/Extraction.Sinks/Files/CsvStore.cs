using Extraction.Documents;

namespace Extraction.Sinks.Files;

/// <summary>
/// One row a record, UTF-8, the columns called and ordered as the fields of a record. Lists are joined by "; ", the sentences of
/// the evidence by " | "; where they stand is not in it.
/// </summary>
public sealed class CsvStore(string path, Func<string, Stream>? create = null) : FileStore("csv", path, create)
{
    static readonly (string Name, Func<SanctionsRecord, object?> Value)[] Columns =
    [
        ("actor", r => r.Actor),
        ("action", r => r.Action),
        ("target", r => r.Target),
        ("date", r => r.Date),
        ("justification", r => r.Justification),
        ("status", r => r.Status),
        ("actor_code", r => r.ActorCode),
        ("actor_text", r => r.ActorText),
        ("actor_agency", r => r.ActorAgency),
        ("action_text", r => r.ActionText),
        ("measures", r => string.Join("; ", r.Measures)),
        ("target_text", r => r.TargetText),
        ("target_type", r => r.TargetType),
        ("target_role", r => r.TargetRole),
        ("date_text", r => r.DateText),
        ("date_basis", r => r.DateBasis),
        ("objectives", r => string.Join("; ", r.Objectives)),
        ("confidence", r => r.Confidence),
        ("target_id", r => r.TargetId),
        ("target_score", r => r.TargetScore),
        ("id", r => r.Id),
        ("event_id", r => r.EventId),
        ("document_id", r => r.DocumentId),
        ("article", r => r.Article),
        ("title", r => r.Title),
        ("published", r => r.Published),
        ("published_basis", r => r.PublishedBasis),
        ("url", r => r.Url),
        ("duplicate_of", r => r.DuplicateOf),
        ("duplicate_article", r => r.DuplicateArticle),
        ("evidence", r => string.Join(" | ", r.Evidence.Select(evidence => evidence.Text))),
        ("extractor", r => r.Extractor),
    ];

    protected override void Begin(Stream buffer) => CsvLine.Write(buffer, Columns.Select(column => column.Name));

    protected override void Write(Stream buffer, SanctionsRecord record) => CsvLine.Write(buffer, Columns.Select(column => column.Value(record)));
}
