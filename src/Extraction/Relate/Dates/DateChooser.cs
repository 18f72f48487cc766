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
/// <param name="judge">Weighs the options.</param>
/// <param name="notes">What the reader of the article noted.</param>
/// <param name="votes">What it believes about all records of an act.</param>
public sealed class DateChooser(Judge judge, TokenNotes notes, ActVotes votes)
{
    const int Near = 8;

    /// <summary>Farther away only what the reader of the article takes for the date of this record, or of its act, counts.</summary>
    const double LeastFar = 0.15;

    /// <summary>Dates of the first sentences may be those of all that follows.</summary>
    const int Lead = 3;

    /// <summary>Dates that are weighed for a record: those nearest to the places that state it. Only lists of hundreds of dated acts have more, and would take time by their square.</summary>
    const int Most = 64;

    readonly Features features = new();

    public DateFiller? Choose(DocumentView document, MergedEvent e)
    {
        var around = new RecordDates(document, notes, e);
        var candidates = Candidates(around).ToList();
        var given = Votes(e, candidates);
        var p = Judge.Share([.. candidates.Select((c, i) => Weigh(around, c, given[i]))]);
        // Several words may say the same day.
        var best = candidates.Select((c, i) => (Candidate: c, P: p[i])).GroupBy(c => DayOf(c.Candidate)).MaxBy(g => g.Sum(c => c.P))!.MaxBy(c => c.P).Candidate;
        if (best.Source == DateSource.None) return null;
        if (best.Source == DateSource.Published) return new(null, best.Edtf, best.Basis);
        var range = best.Expression!.Range;
        return new(new(range, Targets.TargetNames.Clean(range.Of(document.Text))), best.Edtf, best.Basis);
    }

    static string DayOf(DateCandidate c) => c.Edtf ?? c.Source.ToString();

    List<DateVote> Votes(MergedEvent e, List<DateCandidate> candidates)
    {
        var own = candidates.ConvertAll(c => DateFeatures.Voted(e, c));
        var days = Days(candidates, own);
        var ofAct = Days(candidates, candidates.ConvertAll(c => ActVote(e, c)));
        var most = days.Values.Max();
        return [.. candidates.Select((c, i) => new DateVote(own[i], days[DayOf(c)], most, ofAct[DayOf(c)]))];
    }

    // The votes for all words that give the same day.
    static Dictionary<string, double> Days(List<DateCandidate> candidates, List<double> votes) =>
        candidates.Select((c, i) => (Day: DayOf(c), Words: (c.Source, c.Number), Vote: votes[i])).DistinctBy(x => (x.Day, x.Words))
            .GroupBy(x => x.Day).ToDictionary(g => g.Key, g => Math.Min(1, g.Sum(x => x.Vote)));

    double ActVote(MergedEvent e, DateCandidate c) => c.Source switch
    {
        DateSource.None => votes.NoDate(e),
        DateSource.Published => votes.Published(e),
        _ => votes.Date(e, c.Number),
    };

    double Weigh(RecordDates around, DateCandidate candidate, DateVote vote)
    {
        DateFeatures.For(features, around, candidate, vote);
        return judge.Date(around.Record, candidate, features);
    }

    /// <summary>Every date that a record could have: words in every way that they can be read, the publication date, none.</summary>
    public IEnumerable<DateCandidate> Candidates(DocumentView document, MergedEvent e) => Candidates(new(document, notes, e));

    IEnumerable<DateCandidate> Candidates(RecordDates around)
    {
        var document = around.Document;
        var published = document.Document.Article.Published;
        var announced = document.PastDates;
        var plain = around.Record.Status is ActStatus.Planned ? document.ComingDates : announced;
        var told = document.ToldDates;
        foreach (var i in InReach(around))
        {
            var x = document.Dates[i];
            DateCandidate As(DateValue value, DateReading reading) => new(DateSource.Words, document.Sentences[x.Sentence], x, value.Edtf, value.Basis, reading, i);
            yield return As(plain[i], DateReading.Plain);
            if (announced[i].Edtf != plain[i].Edtf) yield return As(announced[i], DateReading.Announced);
            if (told[i].Edtf != plain[i].Edtf && told[i].Edtf != announced[i].Edtf) yield return As(told[i], DateReading.Told);
        }

        if (published is { } day) yield return new(DateSource.Published, null, null, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "published");
        yield return new(DateSource.None, null, null, null, null);
    }

    // In the order of the article.
    List<int> InReach(RecordDates around)
    {
        var (dates, e) = (around.Document.Dates, around.Record);
        bool IsOwn(int i) => e.Proposals.Exists(p => p.Dates?.At.GetValueOrDefault(i) > LeastFar);
        bool IsNear(int sentence) => e.ActSentences.Contains(sentence) || sentence <= Lead || e.Proposals.Exists(p => Math.Abs(p.Anchor.Sentence.Number - sentence) <= Near);
        var reached = Enumerable.Range(0, dates.Length).Where(i => IsNear(dates[i].Sentence) || IsOwn(i) || votes.Date(e, i) > LeastFar).ToList();
        return reached.Count <= Most ? reached : [.. reached.OrderByDescending(IsOwn).ThenBy(around.Distance).Take(Most).Order()];
    }
}
