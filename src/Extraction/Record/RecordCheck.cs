using System.Globalization;
using Extraction.Documents;
using Extraction.Knowledge.Dates;

namespace Extraction.Record;

/// <summary>What types cannot say about a record: closed vocabularies, dates, offsets in order.</summary>
public static class RecordCheck
{
    /// <summary>All that is wrong with a record, each with the name of its field; empty when it is well formed.</summary>
    public static IEnumerable<string> Faults(SanctionsRecord record)
    {
        if (Missing(record) is { } missing)
        {
            yield return $"{missing}: is missing";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(record.Actor))
            yield return "actor: is empty";
        if (string.IsNullOrWhiteSpace(record.Target))
            yield return "target: is empty";
        foreach (var fault in Words(record))
            yield return fault;
        if (record.Date is not null && !Edtf.IsValid(record.Date))
            yield return $"date: \"{record.Date}\" is no EDTF date";
        if (record.Published is not null && !DateOnly.TryParseExact(record.Published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return $"published: \"{record.Published}\" is no day";
        if (record.Confidence is not (>= 0 and <= 1))
            yield return "confidence: is not between 0 and 1";
        if (record.TargetScore is not (null or (>= 0 and <= 1)))
            yield return "target_score: is not between 0 and 1";
        if (record.Weighed is { } w && new[] { w.Act, w.Status, w.Actor, w.Target }.Any(p => p is not (>= 0 and <= 1)))
            yield return "weighed: is not between 0 and 1";
        if (record.Article < 1)
            yield return "article: is less than 1";
        if (record.DuplicateArticle is < 1 || record.DuplicateArticle is null != record.DuplicateOf is null)
            yield return "duplicate_article: is less than 1, or without duplicate_of";
        foreach (var (field, span) in record.Spans)
            if (span is not [>= 0, _] || span[1] <= span[0])
                yield return $"spans.{field}: is no range";
        foreach (var sentence in record.Evidence)
            if (sentence is null || sentence.Start < 0 || sentence.End <= sentence.Start)
                yield return "evidence: is no range";
    }

    // A field that a line leaves out is left at its type's default, whatever the property's initial value says.
    private static string? Missing(SanctionsRecord record) =>
        record.Measures.IsDefault ? "measures"
        : record.Objectives.IsDefault ? "objectives"
        : record.Evidence.IsDefault ? "evidence"
        : record.Spans is null ? "spans"
        : null;

    private static IEnumerable<string> Words(SanctionsRecord record)
    {
        if (!Vocabulary.Actions.Contains(record.Action))
            yield return $"action: \"{record.Action}\" is unknown";
        if (!Vocabulary.Statuses.Contains(record.Status))
            yield return $"status: \"{record.Status}\" is unknown";
        if (!Vocabulary.TargetTypes.Contains(record.TargetType))
            yield return $"target_type: \"{record.TargetType}\" is unknown";
        if (record.DateBasis is not null && !Vocabulary.DateBases.Contains(record.DateBasis))
            yield return $"date_basis: \"{record.DateBasis}\" is unknown";
        if (record.PublishedBasis is not null && !Vocabulary.PublishedBases.Contains(record.PublishedBasis))
            yield return $"published_basis: \"{record.PublishedBasis}\" is unknown";
        if (record.Measures.Any(m => !Vocabulary.Measures.Contains(m)))
            yield return "measures: holds an unknown word";
        if (record.Objectives.Any(o => !Vocabulary.Objectives.Contains(o)))
            yield return "objectives: holds an unknown word";
    }
}
