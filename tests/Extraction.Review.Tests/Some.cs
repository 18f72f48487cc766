using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Record;

namespace Extraction.Review.Tests;

/// <summary>Records and articles made by hand.</summary>
static class Some
{
    static readonly string[] Actors = ["United States", "European Union", "United Kingdom", "Canada", "Iran"];
    static readonly string[] Targets = ["Viktar Sharamet", "Belruda Trade", "Alena Kupryianava", "Orlinka Shipping", "Ministry of Mines", "Tevzad Bank", "Sami Daoura"];
    static readonly string[] Statuses = ["actual", "actual", "actual", "planned", "urged", "rejected"];
    static readonly string[] Actions = ["impose", "impose", "impose", "extend", "ease", "lift"];
    static readonly string[] Objectives = ["human_rights", "democracy", "proliferation", "corruption", "end_war"];

    /// <summary>A record whose spans are right in the text of <see cref="Article"/> of the same number.</summary>
    public static SanctionsRecord Record(int n, int? document = null)
    {
        var text = Text(n);
        var (actor, target, date) = (Actors[n % Actors.Length], Name(n), $"{2018 + (n % 5)}-{1 + (n % 12):00}-{1 + (n % 28):00}");
        const string Reason = "helping to crush the protests";
        int[] Span(string words) => [Points(text, text.IndexOf(words, StringComparison.Ordinal)), Points(text, text.IndexOf(words, StringComparison.Ordinal) + words.Length)];
        var sentence = text.Split("\n\n")[1];
        return new()
        {
            Actor = actor,
            Action = Actions[n % Actions.Length],
            Target = target,
            Date = date,
            Justification = Reason,
            Status = Statuses[n % Statuses.Length],
            ActorText = actor,
            ActionText = "announced",
            TargetText = target,
            TargetType = n % 2 == 0 ? "person" : "organization",
            DateText = date,
            DateBasis = "explicit",
            Measures = ["designation", "asset_freeze"],
            Objectives = [Objectives[n % Objectives.Length]],
            Confidence = Math.Round(0.3 + (n * 7919 % 700 / 1000.0), 3),
            Id = $"id-{n:000000}",
            EventId = $"event-{n:000000}",
            DocumentId = $"story-{document ?? n:000000}.txt",
            Title = $"Sanctions news number {n}",
            Published = date,
            PublishedBasis = "text",
            Evidence = [new(sentence, Span(sentence)[0], Span(sentence)[1])],
            Spans = ImmutableSortedDictionary<string, int[]>.Empty.Add("actor_text", Span(actor)).Add("action_text", Span("announced")).Add("target_text", Span(target)).Add("date_text", Span(date)).Add("justification", Span(Reason)),
            Extractor = "hand-made",
        };
    }

    public static string Name(int n) => $"{Targets[n % Targets.Length]} {n}";

    /// <summary>With a character outside the basic plane first, so that units and code points differ.</summary>
    public static string Text(int n) =>
        $"𝕊 Sanctions news number {n}\n\nThe {Actors[n % Actors.Length]} announced on {2018 + (n % 5)}-{1 + (n % 12):00}-{1 + (n % 28):00} measures against {Name(n)} for helping to crush the protests.\n\n"
        + $"Officials said that the Council of Elders and its treasurer Ilmar Veskos were also named on 3 March 2022. Nobody of Company {n} could be reached. The move follows months of talks.\n";

    public static ArticleLine Article(int n) => new($"story-{n:000000}.txt", 1, $"Sanctions news number {n}", null, null, Text(n));

    /// <summary>Writes records.jsonl and articles.jsonl into a folder; returns the options to review them.</summary>
    public static ReviewOptions Files(string folder, int count, bool articles = true)
    {
        var options = new ReviewOptions { Records = Path.Combine(folder, "records.jsonl"), Articles = articles ? Path.Combine(folder, "articles.jsonl") : null, Port = 0 };
        Write(options.Records, Enumerable.Range(0, count).Select(n => RecordJson.Write(Record(n))));
        if (articles)
        {
            Write(options.Articles!, Enumerable.Range(0, count).Select(n => JsonSerializer.Serialize(Article(n), JsonLines.Article)));
        }

        return options;
    }

    public static void Write(string path, IEnumerable<string> lines) => File.WriteAllText(path, string.Join('\n', lines) + "\n", new UTF8Encoding(false));

    static int Points(string text, int utf16) => new CodePoints(text).Of(utf16);
}
