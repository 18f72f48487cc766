using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Record;

namespace Extraction.Tests.Training.Loop;

/// <summary>Reviewed records and articles made by hand.</summary>
internal static class Reviewed
{
    /// <summary>A record that a sentence of the text states.</summary>
    public static SanctionsRecord Record(string document, string text, string sentence, string actor, string target, string status = "actual", string actionText = "blacklisted")
    {
        var at = text.IndexOf(sentence, StringComparison.Ordinal);
        return new()
        {
            Actor = actor,
            Action = "impose",
            Target = target,
            Status = status,
            ActorText = actor,
            ActionText = actionText,
            TargetText = target,
            TargetType = "organization",
            Confidence = 1,
            Id = $"{document} {target}",
            EventId = document,
            DocumentId = document,
            Evidence = [new(sentence, at, at + sentence.Length)],
            Extractor = "by hand",
        };
    }

    public static ReviewedArticleLine Article(string document, string text, bool whole = true, params int[][] reviewed) => new(document, 1, null, null, null, whole, reviewed, text);

    /// <summary>Writes NAME.jsonl and NAME.articles.jsonl; returns the first's path.</summary>
    public static string Write(TempFolder folder, string name, IEnumerable<SanctionsRecord> records, IEnumerable<ReviewedArticleLine> articles)
    {
        folder.Write($"{name}.articles.jsonl", string.Concat(articles.Select(a => JsonSerializer.Serialize(a, JsonLines.ReviewedArticle) + "\n")));
        return folder.Write($"{name}.jsonl", string.Concat(records.Select(r => RecordJson.Write(r) + "\n")));
    }
}
