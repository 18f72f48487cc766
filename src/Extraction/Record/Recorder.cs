// The Record room: what Relate found → the records that are written. It changes units (UTF-16 → code points), cleans names, gives
// identities and keeps one record for one act on one target. It decides nothing about language.
using System.Collections.Immutable;
using System.Globalization;
using Extraction.Documents;

namespace Extraction.Record;

/// <summary>Turns the events of an article into records. Pure.</summary>
public static class Recorder
{
    /// <param name="document">All events of one article, in reading order, which the records keep.</param>
    /// <param name="extractorVersion">Version of the program and its models.</param>
    public static ImmutableArray<SanctionsRecord> Record(DocumentEvents document, string extractorVersion)
    {
        if (document.Events.IsEmpty)
            return [];
        var article = document.Article;
        var points = new CodePoints(article.Text);
        var records = ImmutableArray.CreateBuilder<SanctionsRecord>(document.Events.Length);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var found in Merge(document.Events))
        {
            var record = Record(article, found.Name, found.Event, points, extractorVersion);
            var times = ids[record.Id] = ids.GetValueOrDefault(record.Id) + 1;
            records.Add(times == 1 ? record : record with { Id = RecordIdentity.Of(record.Id, times.ToString(CultureInfo.InvariantCulture)) });
        }

        return records.ToImmutable();
    }

    /// <summary>
    /// Rule 3: the same actor, action, status, occasion and target is one record with all its evidence. The surest telling is
    /// kept, with what only the other one knows.
    /// </summary>
    private static List<(string Name, SanctionEvent Event)> Merge(ImmutableArray<SanctionEvent> events)
    {
        var merged = new List<(string Name, SanctionEvent Event)>(events.Length);
        var places = new Dictionary<(string, ActKind, ActStatus, int, string), int>();
        foreach (var found in events)
        {
            var name = TargetNames.Clean(found.Target, found.TargetType);
            var key = (found.Actor.Name, found.Action, found.Status, found.Occasion, name.ToUpperInvariant());
            if (!places.TryGetValue(key, out var at))
            {
                places.Add(key, merged.Count);
                merged.Add((name, found));
                continue;
            }

            var (surest, other) = merged[at].Event.Confidence >= found.Confidence ? (merged[at].Event, found) : (found, merged[at].Event);
            merged[at] = (merged[at].Name, surest with
            {
                TargetRole = surest.TargetRole ?? other.TargetRole,
                Date = surest.Date ?? other.Date,
                Justification = surest.Justification ?? other.Justification,
                Measures = [.. surest.Measures.Union(other.Measures)],
                Objectives = surest.Justification is null ? other.Objectives : surest.Objectives,
                Evidence = [.. surest.Evidence.Union(other.Evidence)],
            });
        }

        return merged;
    }

    private static SanctionsRecord Record(Article article, string target, SanctionEvent found, CodePoints points, string extractorVersion)
    {
        var action = Name(found.Action);
        var status = Name(found.Status);
        var number = article.Number.ToString(CultureInfo.InvariantCulture);
        var date = found.Date?.Edtf;
        var justification = found.Justification is { Text.Length: > 0 } reason ? reason.Text : null;
        return new SanctionsRecord
        {
            Actor = found.Actor.Name,
            Action = action,
            Target = target,
            Date = date,
            Justification = justification,
            Status = status,
            ActorCode = found.Actor.Code,
            ActorText = found.Actor.Words?.Text,
            ActorAgency = found.Actor.Agency,
            ActionText = found.ActionWords.Text,
            Measures = Vocabulary.Ordered(found.Measures, Vocabulary.Measures),
            TargetText = found.TargetWords.Text,
            TargetType = Name(found.TargetType),
            TargetRole = found.TargetRole?.Text,
            DateText = found.Date?.Words?.Text,
            DateBasis = date is null ? null : found.Date!.Basis,
            Objectives = Vocabulary.Ordered(found.Objectives, Vocabulary.Objectives),
            Confidence = Probability(found.Confidence),
            Weighed = found.Weighed,
            Id = RecordIdentity.Of(article.DocumentId, number, found.Actor.Name, action, status, target, date, justification),
            EventId = RecordIdentity.Of(article.DocumentId, number, found.Actor.Name, action, status, found.Occasion.ToString(CultureInfo.InvariantCulture)),
            DocumentId = article.DocumentId,
            Article = article.Number,
            Title = article.Title,
            Published = article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            PublishedBasis = article.Published is null || article.PublishedBasis == PublishedBasis.None ? null : Name(article.PublishedBasis),
            Url = article.Url,
            Evidence = [.. found.Evidence.Select(range => Sentence(article.Text, range, points))],
            Spans = Spans(found, points),
            Extractor = extractorVersion,
        };
    }

    private static Evidence Sentence(string text, TextRange range, CodePoints points) =>
        new(Words.Clean(range.SpanOf(text)), points.Of(range.Start), points.Of(range.End));

    private static ImmutableSortedDictionary<string, int[]> Spans(SanctionEvent found, CodePoints points)
    {
        var spans = ImmutableSortedDictionary.CreateBuilder<string, int[]>(StringComparer.Ordinal);
        void Add(string field, Filler? words)
        {
            if (words is { Text.Length: > 0 })
                spans.Add(field, [points.Of(words.Range.Start), points.Of(words.Range.End)]);
        }

        Add("actor_text", found.Actor.Words);
        Add("action_text", found.ActionWords);
        Add("target_text", found.TargetWords);
        Add("target_role", found.TargetRole);
        Add("date_text", found.Date?.Words);
        Add("justification", found.Justification);
        return spans.ToImmutable();
    }

    /// <summary>A probability with three decimals.</summary>
    private static double Probability(double p) =>
        double.IsNaN(p) ? throw new ArgumentException("A confidence is not a number.", nameof(p)) : Math.Round(Math.Clamp(p, 0, 1), 3);

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
