using System.Collections.Immutable;
using System.Globalization;
using Extraction.Knowledge.Dates;
using Extraction.Relate.Dates;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;

namespace Extraction.Training.Relate.Reading;

/// <summary>The dates of an article in every way that they can be read.</summary>
sealed class DateReadings(DocumentView document)
{
    readonly string? published = document.Document.Article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    readonly ImmutableArray<DateValue>[] readings =
    [
        document.PastDates,
        DateTimeline.Resolve(document.Dates, document.Document.Article.Published, _ => DateTense.Future),
        DateTimeline.Resolve(document.Dates, document.Document.Article.Published, _ => DateTense.Past, tale: true),
    ];

    /// <summary>True if an option is what the annotation dates a record by.</summary>
    public bool IsRight(DateOption option, TrainingRecord record) => option.Source switch
    {
        DateSource.None => record.MayLackDate,
        DateSource.Published => record.Dates.Contains(published),
        _ => Array.Exists(readings, r => r[option.Number].Edtf is { } edtf && record.Dates.Contains(edtf))
            || record.IsTimedBy(document.Dates[option.Number].Range.Of(document.Text)),
    };
}
