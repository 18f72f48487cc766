using Extraction.Documents;
using Extraction.Knowledge.Dates;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Anchors;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Dates;

/// <summary>Chooses the date of an act among the dates near the places that state it, the publication date, and none.</summary>
public sealed class DateChooser(Judge judge, TokenNotes notes)
{
    const int Near = 2;
    readonly Features features = new();

    public DateFiller? Choose(DocumentView document, MergedEvent e)
    {
        DateCandidate? best = null;
        var bestP = 0.0;
        foreach (var candidate in Candidates(document, e))
        {
            DateFeatures.For(features, document, notes, e, candidate);
            var p = judge.Date(e, candidate, features);
            if (p <= bestP) continue;
            (best, bestP) = (candidate, p);
        }

        if (best is null || best.Source == DateSource.None) return null;
        if (best.Source == DateSource.Published) return new(null, best.Edtf, best.Basis);
        var range = best.Expression!.Range;
        return new(new(range, Targets.TargetNames.Clean(range.Of(document.Text))), best.Edtf, best.Basis);
    }

    public static IEnumerable<DateCandidate> Candidates(DocumentView document, MergedEvent e)
    {
        var published = document.Document.Article.Published;
        var tense = e.Status is ActStatus.Planned ? DateTense.Future : DateTense.Past;
        var values = DateTimeline.Resolve(document.Dates, published, _ => tense);
        for (var i = 0; i < document.Dates.Length; i++)
        {
            var (x, resolved) = (document.Dates[i], values[i]);
            var s = document.Sentences[x.Sentence];
            if (e.ActSentences.Contains(s.Number) || e.Proposals.Exists(p => Math.Abs(p.Anchor.Sentence.Number - s.Number) <= Near)) yield return new(DateSource.Words, s, x, resolved.Edtf, resolved.Basis);
        }

        if (published is { } day) yield return new(DateSource.Published, null, null, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "published");
        yield return new(DateSource.None, null, null, null, null);
    }
}
