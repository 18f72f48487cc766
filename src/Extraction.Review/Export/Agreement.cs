using Extraction.Review.Decisions;
using Extraction.Review.Records;

namespace Extraction.Review.Export;

/// <summary>How far two reviewers agree on what both reviewed.</summary>
/// <param name="First">Name of the one.</param>
/// <param name="Second">Name of the other.</param>
/// <param name="Both">Extracted records that both decided.</param>
/// <param name="SameVerdict">Share on which both say that the record is one, or both that it is none; 0 to 1.</param>
/// <param name="Kappa">Cohen's kappa of that: 1 perfect, 0 as by chance; null where chance alone agrees always.</param>
/// <param name="F1">Of the records that each lets stand or adds, by actor, action, status and target: 2·|A∩B| / (|A|+|B|); null where neither has any.</param>
/// <param name="SameDate">Share of the records in both sets with the same date; null where there are none.</param>
/// <param name="SameJustification">The same for the justification.</param>
public sealed record Agreement(string First, string Second, int Both, double SameVerdict, double? Kappa, double? F1, double? SameDate, double? SameJustification);

/// <summary>Where two reviewers differ.</summary>
public sealed record Disagreement(string Record, string Document, string Field, string First, string FirstSays, string Second, string SecondSays);

/// <summary>Measures agreement between reviewers; see Cohen, "A coefficient of agreement for nominal scales" (1960).</summary>
public static class AgreementTable
{
    /// <summary>One row for each pair of reviewers who decided on at least one record both.</summary>
    public static IEnumerable<Agreement> Of(ReviewSet set) => Pairs(set).Select(pair => Compare(set, pair.First, pair.Second)).Where(row => row.Both > 0);

    /// <summary>Cohen's kappa of two raters' yes or no; null where both always say the same one thing.</summary>
    public static double? Kappa(IReadOnlyCollection<(bool First, bool Second)> ratings)
    {
        if (ratings.Count == 0)
        {
            return null;
        }

        double n = ratings.Count;
        var observed = ratings.Count(r => r.First == r.Second) / n;
        double first = ratings.Count(r => r.First) / n, second = ratings.Count(r => r.Second) / n;
        var chance = (first * second) + ((1 - first) * (1 - second));
        return chance >= 1 ? null : (observed - chance) / (1 - chance);
    }

    public static IEnumerable<Disagreement> Disagreements(ReviewSet set)
    {
        foreach (var (first, second) in Pairs(set))
        {
            foreach (var item in set.Items)
            {
                if (set.Ledger.Verdict(item.Record.Id, first) is not { } a || set.Ledger.Verdict(item.Record.Id, second) is not { } b)
                {
                    continue;
                }

                Disagreement Row(string field, string? says, string? other) => new(item.Record.Id, item.Record.DocumentId, field, first, says ?? "", second, other ?? "");
                if (a.Stands != b.Stands)
                {
                    yield return Row("verdict", a.What, b.What);
                }
                else if (a.Stands)
                {
                    var (x, y) = (a.Content ?? item.Record, b.Content ?? item.Record);
                    foreach (var (field, says, other) in new[]
                    {
                        ("actor", x.Actor, y.Actor), ("action", x.Action, y.Action), ("target", x.Target, y.Target), ("status", x.Status, y.Status),
                        ("date", x.Date, y.Date), ("justification", x.Justification, y.Justification),
                    })
                    {
                        if (says != other)
                        {
                            yield return Row(field, says, other);
                        }
                    }
                }
            }
        }
    }

    static IEnumerable<(string First, string Second)> Pairs(ReviewSet set) =>
        from first in set.Ledger.Reviewers
        from second in set.Ledger.Reviewers
        where string.CompareOrdinal(first, second) < 0
        select (first, second);

    static Agreement Compare(ReviewSet set, string first, string second)
    {
        var both = set.Items.Where(item => item.AddedAt == 0)
            .Select(item => (A: set.Ledger.Verdict(item.Record.Id, first), B: set.Ledger.Verdict(item.Record.Id, second)))
            .Where(pair => pair.A is not null && pair.B is not null)
            .Select(pair => (First: pair.A!.Stands, Second: pair.B!.Stands))
            .ToList();
        // Records of articles in which both decided something; elsewhere one did not look.
        var seen = Articles(set, first);
        seen.IntersectWith(Articles(set, second));
        var (mine, theirs) = (RecordsOf(set, first, seen), RecordsOf(set, second, seen));
        var shared = mine.Keys.Where(theirs.ContainsKey).ToList();
        return new(first, second, both.Count,
            both.Count == 0 ? 0 : both.Count(r => r.First == r.Second) / (double)both.Count,
            Kappa(both),
            mine.Count + theirs.Count == 0 ? null : 2d * shared.Count / (mine.Count + theirs.Count),
            Share(shared, key => mine[key].Date == theirs[key].Date),
            Share(shared, key => mine[key].Justification == theirs[key].Justification));
    }

    static HashSet<(string, int)> Articles(ReviewSet set, string who) =>
        [.. set.Items.Select(item => (item.Record.Id, item.Record.DocumentId, item.Record.Article))
            .Where(item => (set.Ledger.Verdict(item.Id, who) ?? set.Ledger.Verdict(BareArticles.IdOf(item.DocumentId, item.Article), who)) is not null)
            .Select(item => (item.DocumentId, item.Article))];

    static Dictionary<(string, int, string, string, string, string), (string? Date, string? Justification)> RecordsOf(ReviewSet set, string who, HashSet<(string, int)> articles)
    {
        var records = new Dictionary<(string, int, string, string, string, string), (string?, string?)>();
        foreach (var item in set.Items.Where(item => articles.Contains((item.Record.DocumentId, item.Record.Article))))
        {
            if (set.Ledger.Verdict(item.Record.Id, who) is { Stands: true } verdict)
            {
                var r = verdict.Content ?? item.Record;
                records.TryAdd((r.DocumentId, r.Article, r.Actor, r.Action, r.Status, r.Target), (r.Date, r.Justification));
            }
        }

        return records;
    }

    static double? Share<T>(List<T> list, Func<T, bool> holds) => list.Count == 0 ? null : list.Count(holds) / (double)list.Count;
}
