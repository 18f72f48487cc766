using System.Globalization;
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
    const int Near = 8;

    /// <summary>Dates of the first sentences may be those of all that follows.</summary>
    const int Lead = 3;

    readonly Features features = new();

    public DateFiller? Choose(DocumentView document, MergedEvent e)
    {
        var candidates = Candidates(document, e).ToList();
        var p = Judge.Share(candidates.ConvertAll(c => Weigh(document, e, c)));
        // Several words may say the same day.
        var best = candidates.Select((c, i) => (Candidate: c, P: p[i])).GroupBy(c => c.Candidate.Edtf ?? c.Candidate.Source.ToString()).MaxBy(g => g.Sum(c => c.P))!.MaxBy(c => c.P).Candidate;
        if (best.Source == DateSource.None) return null;
        if (best.Source == DateSource.Published) return new(null, best.Edtf, best.Basis);
        var range = best.Expression!.Range;
        return new(new(range, Targets.TargetNames.Clean(range.Of(document.Text))), best.Edtf, best.Basis);
    }

    double Weigh(DocumentView document, MergedEvent e, DateCandidate candidate)
    {
        DateFeatures.For(features, document, notes, e, candidate);
        return judge.Date(e, candidate, features);
    }

    /// <summary>Every date that a record could have: words in every way that they can be read, the publication date, none.</summary>
    public static IEnumerable<DateCandidate> Candidates(DocumentView document, MergedEvent e)
    {
        var published = document.Document.Article.Published;
        var tense = e.Status is ActStatus.Planned ? DateTense.Future : DateTense.Past;
        var plain = DateTimeline.Resolve(document.Dates, published, _ => tense);
        var announced = tense == DateTense.Past ? plain : DateTimeline.Resolve(document.Dates, published, _ => DateTense.Past);
        var told = DateTimeline.Resolve(document.Dates, published, _ => DateTense.Past, tale: true);
        for (var i = 0; i < document.Dates.Length; i++)
        {
            var x = document.Dates[i];
            var s = document.Sentences[x.Sentence];
            if (!(e.ActSentences.Contains(s.Number) || s.Number <= Lead || e.Proposals.Exists(p => Math.Abs(p.Anchor.Sentence.Number - s.Number) <= Near))) continue;
            DateCandidate As(DateValue value, DateReading reading) => new(DateSource.Words, s, x, value.Edtf, value.Basis, reading);
            yield return As(plain[i], DateReading.Plain);
            if (announced[i].Edtf != plain[i].Edtf) yield return As(announced[i], DateReading.Announced);
            if (told[i].Edtf != plain[i].Edtf && told[i].Edtf != announced[i].Edtf) yield return As(told[i], DateReading.Told);
        }

        if (published is { } day) yield return new(DateSource.Published, null, null, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "published");
        yield return new(DateSource.None, null, null, null, null);
    }
}
