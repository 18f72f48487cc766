using Extraction.Documents;
using Extraction.Review.Decisions;
using Extraction.Review.Overview;
using Extraction.Review.Queue;
using Extraction.Review.Records;

namespace Extraction.Review.Web;

/// <summary>Puts together what the page shows.</summary>
sealed class AnswerBuilder(ReviewDesk desk)
{
    const int NamesAtOnce = 40;

    public PageAnswer Page(RecordQuery query, int offset, int limit)
    {
        query = query with { AsOf = Math.Min(query.AsOf, desk.Look((_, ledger) => ledger.Last)) };
        var (found, who) = (desk.Find(query), query.Who ?? "");
        return desk.Look((items, ledger) => new PageAnswer(
            found.Count,
            items.Count(ledger.Exists),
            items.Count(item => ledger.Verdict(item.Record.Id, who) is not null),
            query.AsOf,
            offset,
            [.. found.Skip(offset).Take(limit).Select(item => Row(item, ledger, who))]));
    }

    /// <summary>Where a record stands in a list, from 0; -1 where it does not.</summary>
    public static Position Position(IReadOnlyList<ReviewItem> found, string id)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Record.Id == id)
            {
                return new(i);
            }
        }

        return new(-1);
    }

    public RecordAnswer? Record(string id, string who)
    {
        if (desk.Item(id) is not { Record: var record, IsBare: var bare })
        {
            return null;
        }

        var siblings = desk.OfArticle(record.DocumentId, record.Article);
        var text = desk.Text(record);
        return desk.Look((_, ledger) => new RecordAnswer(
            record,
            bare,
            ledger.Current(record, who),
            ledger.Verdict(id, who)?.What,
            ledger.Verdict(id, who)?.Key,
            text is not null,
            text is not null ? [new PieceAnswer(0, text, true)] : Sentences(siblings),
            [.. ledger.Of(id)], // written after the lock is left
            [.. siblings.Where(s => s.Record.Id != id && ledger.Exists(s)).Select(s => new SiblingAnswer(s.Record.Id, ledger.Current(s.Record, who), ledger.Verdict(s.Record.Id, who)?.What, ledger.Stands(s, who)))]));
    }

    /// <summary>The most frequent names of a field that contain some words.</summary>
    public IEnumerable<Count> Names(string field, string words) => desk.Look((items, ledger) => items
        .Select(item => ledger.Current(item.Record))
        .Select(record => field == "actor" ? record.Actor : field == "agency" ? record.ActorAgency ?? "" : record.Target)
        .Where(name => name.Length > 0 && name.Contains(words, StringComparison.OrdinalIgnoreCase))
        .CountBy(name => name)
        .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
        .Take(NamesAtOnce)
        .Select(count => new Count(count.Key, count.Value))
        .ToList());

    static RowAnswer Row(ReviewItem item, Ledger ledger, string who)
    {
        var id = item.Record.Id;
        var record = ledger.Current(item.Record, who);
        return new(id, item.IsBare ? record.Title ?? record.DocumentId : null, record.Actor, record.Action, record.Target, record.Date, record.Status, item.Record.Confidence, record.DocumentId, record.Article,
            ledger.Verdict(id, who)?.What, [.. ledger.Verdicts(id).Where(d => d.Who != who).Select(d => d.What)]);
    }

    /// <summary>Where the article is not at hand: its evidence sentences, in order. Their white space was collapsed, so places may be off.</summary>
    static List<PieceAnswer> Sentences(IReadOnlyList<ReviewItem> siblings) => siblings
        .SelectMany(item => item.Record.Evidence)
        .DistinctBy(sentence => sentence.Start)
        .OrderBy(sentence => sentence.Start)
        .Select(sentence => new PieceAnswer(sentence.Start, sentence.Text, new Extraction.Record.CodePoints(sentence.Text).Of(sentence.Text.Length) == sentence.End - sentence.Start))
        .ToList();
}

/// <param name="Index">From 0; -1 for none.</param>
sealed record Position(int Index);
