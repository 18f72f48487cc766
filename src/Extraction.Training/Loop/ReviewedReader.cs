using System.Collections.Immutable;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Record;
using Extraction.Training.Corpus;

namespace Extraction.Training.Loop;

/// <summary>
/// Reads what <c>review export --out reviewed.jsonl --articles …</c> wrote: the records that hold, and beside them
/// reviewed.articles.jsonl, which says of which articles nothing was left undecided.
/// </summary>
public static class ReviewedReader
{
    /// <param name="files">Reviewed records, each with its articles beside it.</param>
    /// <exception cref="ReviewedException">With everything that does not fit together.</exception>
    public static ImmutableArray<ReviewedArticle> Read(IEnumerable<string> files)
    {
        var faults = new List<string>();
        var articles = new Dictionary<(string, int), ReviewedArticle>();
        foreach (var file in files)
            foreach (var article in Read(file, faults))
                if (!articles.TryAdd((article.Line.DocumentId, article.Line.Article), article))
                    faults.Add($"{file}: {article.Name} is in another reviewed file, or here twice; keep one of the two");
        if (faults.Count == 0 && articles.Count == 0)
            faults.Add("nothing was reviewed: there is no article to learn from");
        return faults.Count == 0 ? [.. articles.Values] : throw new ReviewedException(faults);
    }

    static List<ReviewedArticle> Read(string file, List<string> faults)
    {
        var beside = Path.ChangeExtension(file, ".articles.jsonl");
        if (!File.Exists(file) || !File.Exists(beside))
        {
            faults.Add(!File.Exists(file) ? $"{file}: no such file" : $"{beside}: no such file. The articles belong to {file}: extraction review export RECORDS --articles ARTICLES --out {file} writes both");
            return [];
        }

        var records = Lines(file, RecordJson.Read, faults);
        var articles = Lines(beside, Article, faults);
        var known = articles.Select(a => (a.DocumentId, a.Article)).ToHashSet();
        foreach (var stranger in records.Select(r => (r.DocumentId, r.Article)).Distinct().Where(key => !known.Contains(key)))
            faults.Add($"{file}: {stranger.DocumentId}, article {stranger.Article}: its text is not in {beside}");
        var byArticle = records.ToLookup(r => (r.DocumentId, r.Article));
        List<ReviewedArticle> read = [.. articles.Select(line => new ReviewedArticle(line, [.. byArticle[(line.DocumentId, line.Article)]]))];
        faults.AddRange(read.SelectMany(article => Faults(beside, article)));
        return read;
    }

    static IEnumerable<string> Faults(string file, ReviewedArticle article)
    {
        if (string.IsNullOrWhiteSpace(article.Line.Text))
        {
            yield return $"{file}: {article.Name} has no text";
            yield break;
        }

        var length = new CodePoints(article.Line.Text).Of(article.Line.Text.Length);
        if (article.Line.Reviewed.Any(range => range is not [>= 0, _] || range[1] <= range[0] || range[1] > length))
            yield return $"{file}: {article.Name}: \"reviewed\" holds what is no range of its text";
        var finder = new QuoteFinder(article.Line.Text);
        foreach (var record in article.Records)
            if (record.Evidence.IsEmpty)
                yield return $"{file}: {article.Name}: {record.Id} ({record.Target}) has no evidence, so that nothing can be learnt from it; add the sentence in the review";
            else if (!record.Evidence.Any(e => !finder.FindAll(e.Text).IsEmpty))
                yield return $"{file}: {article.Name}: the evidence of {record.Id} ({record.Target}) is not in its text; is it the text that was reviewed?";
    }

    static ReviewedArticleLine Article(string line, string place)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JsonLines.ReviewedArticle) is { DocumentId: not null, Text: not null, Reviewed: not null, Article: >= 1 } article
                ? article
                : throw new FormatException($"{place}: is no reviewed article: document_id, article, whole, reviewed and text are needed. Write it with: extraction review export --articles");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{place}: is no reviewed article: {e.Message}", e);
        }
    }

    static List<T> Lines<T>(string file, Func<string, string, T> read, List<string> faults)
    {
        var all = new List<T>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                all.Add(read(line, $"{file}:{number}"));
            }
            catch (FormatException e)
            {
                faults.Add(e.Message);
            }
        }

        return all;
    }
}
