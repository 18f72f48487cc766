using System.Globalization;
using System.Text;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Record;
using Extraction.Review.Records;

namespace Extraction.Review.Export;

/// <summary>What to export and where to. A null path exports nothing of that kind.</summary>
public sealed record ExportRequest
{
    public required string Records { get; init; }

    /// <summary>Reads <see cref="Records"/> where they are no JSON Lines.</summary>
    public Func<string, IEnumerable<SanctionsRecord>>? Reader { get; init; }

    /// <summary>Decision files; the usual one beside the records where empty.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Needed for <see cref="Corpus"/>; with <see cref="Out"/> the reviewed articles go beside it, NAME.articles.jsonl.</summary>
    public string? Articles { get; init; }

    public string? Reviewer { get; init; }

    /// <summary>JSON Lines of the records that hold after review, which <c>train --with</c> takes together with the articles beside it.</summary>
    public string? Out { get; init; }

    /// <summary>A folder for annotated articles.</summary>
    public string? Corpus { get; init; }

    /// <summary>CSV of the agreement of every two reviewers; what they differ in goes beside it, NAME.differences.csv.</summary>
    public string? Agreement { get; init; }
}

/// <summary>Makes files of what was reviewed, and says in words what is in them.</summary>
public static class ReviewExport
{
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="FormatException">A line is no record.</exception>
    public static void Run(ExportRequest request, TextWriter report)
    {
        var files = request.Decisions.Count > 0 ? request.Decisions : [ReviewOptions.DecisionsBeside(request.Records)];
        string[] inputs = [request.Records, .. files, .. request.Articles is { } given ? [given] : Array.Empty<string>()];
        RequireApart(request, inputs);
        var set = ReviewSet.Read(request.Records, files, request.Reviewer, request.Reader);
        var reviewed = set.Reviewed().ToList();
        var open = set.Items.Count(item => item.AddedAt == 0 && set.Ledger.Verdict(item.Record.Id) is null);
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Ledger.Last} decisions by {set.Ledger.Reviewers.Count}: {reviewed.Count} records hold, {set.Items.Count(set.Ledger.Exists) - reviewed.Count - open} do not, {open} are not reviewed"));
        if (set.BrokenLines.Count > 0)
        {
            report.WriteLine($"{set.BrokenLines.Count} lines of decisions were cut off and are passed over");
        }

        if (request.Out is { } path)
        {
            Write(path, string.Concat(reviewed.Select(record => RecordJson.Write(record) + "\n")));
            report.WriteLine($"{path}: {reviewed.Count} records");
            if (request.Articles is { } texts)
            {
                ArticlesBeside(set, texts, ReviewedArticles.PathBeside(path), report);
            }
        }

        if (request.Corpus is { } folder)
        {
            using var articles = new ArticleFile(request.Articles ?? throw new IOException("--corpus needs the articles: name them with --articles FILE"));
            var (written, partial, without) = CorpusWriter.Write(set, articles, folder);
            report.WriteLine($"{folder}: {written} annotated articles; {partial} only half reviewed and {without} without text were left out");
        }

        Agree(set, request.Agreement, report);
    }

    /// <summary>Nothing is written over what it is made from, nor over another output.</summary>
    static void RequireApart(ExportRequest request, IReadOnlyList<string> inputs)
    {
        string?[] outputs =
        [
            request.Out,
            request is { Out: { } records, Articles: not null } ? ReviewedArticles.PathBeside(records) : null,
            request.Agreement,
            request.Agreement is { } agreement ? Differences(agreement) : null,
        ];
        var taken = inputs.Select(input => (Path: Path.GetFullPath(input), Words: $"is what is exported from ({input})")).ToList();
        foreach (var output in outputs.OfType<string>())
        {
            var full = Path.GetFullPath(output);
            if (taken.FirstOrDefault(file => file.Path == full).Words is { } words)
            {
                throw new IOException($"{output} {words}: name another file");
            }

            taken.Add((full, "would be written twice"));
        }
    }

    static string Differences(string agreement) => Path.ChangeExtension(agreement, ".differences.csv");

    /// <summary>Whole or not at all.</summary>
    static void Write(string path, string text)
    {
        var partial = path + ".partial";
        File.WriteAllText(partial, text, new UTF8Encoding(false));
        File.Move(partial, path, overwrite: true);
    }

    static void ArticlesBeside(ReviewSet set, string texts, string path, TextWriter report)
    {
        using var articles = new ArticleFile(texts);
        var (lines, without) = ReviewedArticles.Of(set, articles);
        Write(path, string.Concat(lines.Select(line => JsonSerializer.Serialize(line, JsonLines.ReviewedArticle) + "\n")));
        report.WriteLine($"{path}: {lines.Count} articles, {lines.Count(line => !line.Whole)} of them only half reviewed{(without > 0 ? $"; {without} without text were left out" : "")}");
    }

    static void Agree(ReviewSet set, string? path, TextWriter report)
    {
        var rows = AgreementTable.Of(set).ToList();
        foreach (var row in rows)
        {
            report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.First} and {row.Second}: {row.Both} records both; same verdict {row.SameVerdict:P1}; kappa {row.Kappa?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-"}; F1 {row.F1?.ToString("P1", CultureInfo.InvariantCulture) ?? "-"}"));
        }

        if (path is null)
        {
            return;
        }

        Write(path, Csv.Of(rows.Select(r => new object?[] { r.First, r.Second, r.Both, r.SameVerdict, r.Kappa, r.F1, r.SameDate, r.SameJustification })
            .Prepend(["first", "second", "both", "same_verdict", "kappa", "f1", "same_date", "same_justification"])));
        Write(Differences(path), Csv.Of(AgreementTable.Disagreements(set)
            .Select(d => new object?[] { d.Record, d.Document, d.Field, d.First, d.FirstSays, d.Second, d.SecondSays })
            .Prepend(["record", "document", "field", "first", "first_says", "second", "second_says"])));
        report.WriteLine($"{path}: {rows.Count} pairs of reviewers");
    }
}
