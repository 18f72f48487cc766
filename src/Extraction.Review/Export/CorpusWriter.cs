using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extraction.Documents;
using Extraction.Review.Records;

namespace Extraction.Review.Export;

/// <summary>
/// Writes reviewed articles as the corpus has them: NAME.txt, NAME.meta.json and NAME.gold.json. Only articles of which every
/// extracted record was decided: in one that is half reviewed, what is missing would be taught to be wrong.
/// </summary>
public static class CorpusWriter
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <returns>How many articles were written, were only half reviewed, or had no text at hand.</returns>
    public static (int Written, int Partial, int WithoutText) Write(ReviewSet set, ArticleFile articles, string folder)
    {
        Directory.CreateDirectory(folder);
        int written = 0, partial = 0, without = 0;
        var standing = set.Reviewed().ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (var article in set.Articles(articles))
        {
            if (!article.IsWhole)
            {
                partial++;
            }
            else if (articles.Find(article.Document, article.Article) is { } text)
            {
                var path = Path.Combine(folder, NameOf(article.Document, article.Article));
                File.WriteAllText(path + ".txt", text.Text, new UTF8Encoding(false));
                File.WriteAllText(path + ".meta.json", Json(new JsonObject { ["title"] = text.Title, ["url"] = text.Url, ["published"] = text.Published }));
                File.WriteAllText(path + ".gold.json", Json(Acts(article.Decided.Select(item => standing.GetValueOrDefault(item.Record.Id)).OfType<SanctionsRecord>())));
                written++;
            }
            else
            {
                without++;
            }
        }

        return (written, partial, without);
    }

    /// <summary>A file name that tells where the article is from, and is never two articles' name.</summary>
    public static string NameOf(string document, int article)
    {
        var plain = new string([.. Path.ChangeExtension(document, null).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{document}\n{article}")).AsSpan(0, 4));
        return $"{plain[Math.Max(0, plain.Length - 60)..].Trim('-')}-{hash}";
    }

    static JsonArray Acts(IEnumerable<SanctionsRecord> records) =>
        [.. records.GroupBy(r => (r.EventId, r.Actor, r.Action, r.Status)).Select(act => (JsonNode)Act([.. act]))];

    static JsonObject Act(List<SanctionsRecord> records)
    {
        var first = records[0];
        return new JsonObject
        {
            ["actor"] = first.Actor,
            ["actor_text"] = first.ActorText,
            ["actor_agency"] = first.ActorAgency,
            ["action"] = first.Action,
            ["status"] = first.Status,
            ["targets"] = new JsonArray([.. records.Select(Target)]),
        };
    }

    /// <summary>Everything that may differ from target to target stands on the target.</summary>
    static JsonObject Target(SanctionsRecord record) => new()
    {
        ["target"] = record.Target,
        ["target_type"] = record.TargetType,
        ["target_text"] = record.TargetText == record.Target ? null : record.TargetText,
        ["target_role"] = record.TargetRole,
        ["action_text"] = record.ActionText,
        ["measures"] = Words(record.Measures),
        ["date"] = record.Date,
        ["date_text"] = record.DateText,
        ["date_basis"] = record.DateBasis,
        ["justification"] = record.Justification,
        ["objectives"] = Words(record.Objectives),
        ["evidence"] = Words(record.Evidence.Select(sentence => sentence.Text)),
    };

    static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];

    static string Json(JsonNode node) => node.ToJsonString(Options) + "\n";
}
