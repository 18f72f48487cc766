using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge.Dates;
using Extraction.Record;

namespace Extraction.Training.Corpus;

/// <summary>Checks annotated articles: every quote stands on the page, every word is of its vocabulary, dates are dates, no record is there twice.</summary>
public static partial class CorpusLint
{
    /// <summary>The names of a corpus' folders.</summary>
    public static readonly ImmutableArray<string> SplitNames = ["train", "dev", "test"];

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>The folders of <paramref name="root"/> that are splits, each with its documents; missing folders are empty splits.</summary>
    public static ImmutableArray<(string Split, ImmutableArray<CorpusDocument> Documents)> Splits(string root) =>
        [.. SplitNames.Select(s => (s, Directory.Exists(Path.Combine(root, s)) ? CorpusReader.Read(Path.Combine(root, s)) : []))];

    /// <summary>All faults of a corpus with the splits train, dev and test: of each article, and articles too alike.</summary>
    public static ImmutableArray<LintFault> Check(string root)
    {
        var splits = Splits(root);
        var faults = ImmutableArray.CreateBuilder<LintFault>();
        foreach (var (_, documents) in splits)
            foreach (var document in documents)
                faults.AddRange(Check(document));
        faults.AddRange(NearCopies.Find(splits));
        return faults.ToImmutable();
    }

    /// <summary>The faults of one article.</summary>
    public static IEnumerable<LintFault> Check(CorpusDocument document)
    {
        var page = new QuoteFinder(Page(document));
        var seen = new HashSet<(int, string, string, string, string, string?)>();
        foreach (var record in document.Records)
        {
            foreach (var message in Words(record).Concat(Dates(record)).Concat(Quotes(record, page)))
                yield return new LintFault(document.Name, $"{record.Target}: {message}");
            if (!seen.Add((record.Article, record.Actor, record.Action, record.Status, record.Target.ToUpperInvariant(), record.Date)))
                yield return new LintFault(document.Name, $"{record.Target}: the same record is there twice");
        }
    }

    /// <summary>The page with its side car's title, as a reader sees it: of HTML without tags.</summary>
    internal static string Page(CorpusDocument document)
    {
        var raw = document.ToRaw();
        var text = Encoding.UTF8.GetString(raw.Body.Span);
        if (raw.Format == BodyFormat.Html)
            text = WebUtility.HtmlDecode(Tag().Replace(text, " "));
        return $"{document.Hints.Title}\n{text}";
    }

    private static IEnumerable<string> Words(GoldRecord record)
    {
        if (!Vocabulary.Actions.Contains(record.Action))
            yield return $"action \"{record.Action}\" is unknown";
        if (!Vocabulary.Statuses.Contains(record.Status))
            yield return $"status \"{record.Status}\" is unknown";
        if (record.TargetType is null || !Vocabulary.TargetTypes.Contains(record.TargetType))
            yield return $"target_type \"{record.TargetType}\" is unknown";
        foreach (var measure in record.Measures.Where(m => !Vocabulary.Measures.Contains(m)))
            yield return $"measure \"{measure}\" is unknown";
        foreach (var objective in record.Objectives.Where(o => !Vocabulary.Objectives.Contains(o)))
            yield return $"objective \"{objective}\" is unknown";
        if (record.Article < 1)
            yield return $"article {record.Article} is less than 1";
    }

    private static IEnumerable<string> Dates(GoldRecord record)
    {
        foreach (var date in record.DateAlternatives.Append(record.Date))
            if (date is not null && !Edtf.IsValid(date))
                yield return $"date \"{date}\" is no EDTF date";
        if (record.DateBasis is not null && !Vocabulary.DateBases.Contains(record.DateBasis))
            yield return $"date_basis \"{record.DateBasis}\" is unknown";
        if (record.Date is not null && record.DateBasis is null)
            yield return "there is a date without date_basis";
        if (record is { DateBasis: "explicit" or "relative", DateText: null })
            yield return $"date_basis {record.DateBasis} has no date_text";
        if (record is { DateBasis: "published", Status: "urged" })
            yield return "an urged act takes no date from the publication";
    }

    private static IEnumerable<string> Quotes(GoldRecord record, QuoteFinder page)
    {
        if (record.ActionText is null)
            yield return "there is no action_text";
        if (record.Evidence.IsEmpty)
            yield return "there is no evidence";
        (string Field, string? Quote)[] quotes =
        [
            ("actor_text", record.ActorText), ("action_text", record.ActionText), ("date_text", record.DateText), ("justification", record.Justification),
            ("target", record.TargetText ?? record.Target), .. record.Evidence.Select(e => ("evidence", (string?)e)),
        ];
        foreach (var (field, quote) in quotes)
            if (quote is not null && page.FindAll(quote).IsEmpty)
                yield return $"{field} is not on the page: \"{quote}\"";
    }
}
