using Extraction.Documents;
using Extraction.Sinks.Files;

namespace Extraction.Sinks.Events;

/// <summary>
/// A table of events in the manner of GDELT and PLOVER: a CSV row for each record, source → type → recipient. The codes are those
/// of <see cref="EventCoding"/>; the fields of the record keep their names.
/// </summary>
public sealed class EventStore(string path, Func<string, Stream>? create = null) : FileStore("events", path, create)
{
    const int IsoDay = 10;

    static readonly (string Name, Func<SanctionsRecord, EventCode, object?> Value)[] Columns =
    [
        ("id", (r, _) => r.Id),
        ("event_id", (r, _) => r.EventId),
        ("event_date", (r, _) => Day(r)),
        ("year", (r, _) => Day(r)?[..4]),
        ("source_name", (r, _) => r.Status == "urged" ? null : r.Actor),
        ("source_code", (r, _) => r.Status == "urged" ? null : r.ActorCode),
        ("source_agency", (r, _) => r.Status == "urged" ? null : r.ActorAgency),
        ("source_sector", (r, _) => r.Status == "urged" ? null : "GOV"),
        ("plover_type", (_, c) => c.PloverType),
        ("cameo_code", (_, c) => c.CameoCode),
        ("cameo_root", (_, c) => c.CameoRoot),
        ("quad_class", (_, c) => c.QuadClass),
        ("goldstein", (_, c) => c.Goldstein),
        ("recipient_name", (r, _) => r.Status == "urged" ? r.Actor : r.Target),
        ("recipient_code", (r, _) => r.Status == "urged" ? r.ActorCode : null),
        ("recipient_type", (r, _) => r.Status == "urged" ? "country" : r.TargetType),
        ("contexts", (r, _) => string.Join("; ", r.Objectives)),
        ("actor", (r, _) => r.Actor),
        ("action", (r, _) => r.Action),
        ("status", (r, _) => r.Status),
        ("target", (r, _) => r.Target),
        ("target_id", (r, _) => r.TargetId),
        ("date", (r, _) => r.Date),
        ("measures", (r, _) => string.Join("; ", r.Measures)),
        ("confidence", (r, _) => r.Confidence),
        ("published", (r, _) => r.Published),
        ("title", (r, _) => r.Title),
        ("url", (r, _) => r.Url),
        ("document_id", (r, _) => r.DocumentId),
        ("article", (r, _) => r.Article),
    ];

    protected override void Begin(Stream buffer) => CsvLine.Write(buffer, Columns.Select(column => column.Name));

    protected override void Write(Stream buffer, SanctionsRecord record)
    {
        var code = EventCoding.Of(record.Action, record.Status);
        CsvLine.Write(buffer, Columns.Select(column => column.Value(record, code)));
    }

    // Event tables want a whole day: that of the act where it is known to the day, else that of the report.
    static string? Day(SanctionsRecord record) =>
        record.Date is { Length: IsoDay } date && date.All(c => char.IsAsciiDigit(c) || c == '-') ? date : record.Published;
}
