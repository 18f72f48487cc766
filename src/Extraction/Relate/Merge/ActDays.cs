using Extraction.Knowledge.Dates;
using Extraction.Relate.Anchors;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Merge;

/// <summary>Tells acts upon the same target apart where the article dates them apart (rule 3 of what a record is).</summary>
sealed class ActDays(DocumentView document)
{
    /// <summary>A date is taken for that of a place from this probability.</summary>
    const double Sure = 0.6;

    /// <summary>Days between two dates from which they are of different acts: what is announced on one day is signed or published on another.</summary>
    const int Apart = 20;

    // A place is asked again with every other place of its act.
    readonly Dictionary<DateVotes, EdtfDate?> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of the records of the same act upon the same target the one that a place states, or null where its date is that of none.</summary>
    public MergedEvent? HomeOf(Proposal place, List<MergedEvent> same)
    {
        if (same.Count == 0 || Of(place) is not { } date) return same.FirstOrDefault();
        return same.Find(m => m.Proposals.Exists(p => Of(p) is { } other && !AreApart(date, other)))
            ?? same.Find(m => !m.Proposals.Exists(p => Of(p) is { } other && AreApart(date, other)));
    }

    /// <summary>False where an act is surely dated on another day than that of the news.</summary>
    public bool IsOfTheNews(MergedEvent e) =>
        document.Document.Article.Published is not { } day || !e.Proposals.Exists(p => Of(p) is { } date && AreApart(date, new(day.Year, day.Month, day.Day)));

    EdtfDate? Of(Proposal place)
    {
        if (place.Dates is not { } votes) return null;
        if (!known.TryGetValue(votes, out var date)) known[votes] = date = Elected(votes);
        return date;
    }

    EdtfDate? Elected(DateVotes votes)
    {
        if (votes.Published >= Sure) return document.Document.Article.Published is { } day ? new(day.Year, day.Month, day.Day) : null;
        // Several words may give the same day.
        var best = votes.At.Select(v => (Date: EdtfDate.Parse(document.PastDates[v.Key].Edtf), P: v.Value)).Where(v => v.Date is not null)
            .GroupBy(v => v.Date, (date, of) => (Date: date, P: of.Sum(v => v.P))).OrderByDescending(v => v.P).FirstOrDefault();
        return best.P >= Sure ? best.Date : null;
    }

    static bool AreApart(EdtfDate a, EdtfDate b) => DaysFrom(a, b) > Apart || DaysFrom(b, a) > Apart;

    static int DaysFrom(EdtfDate a, EdtfDate b) => b.First.DayNumber - Last(a).DayNumber;

    static DateOnly Last(EdtfDate d) => d.Day is not null ? d.First : d.Month is not null ? d.First.AddMonths(1).AddDays(-1) : new(d.Year, 12, 31);
}
