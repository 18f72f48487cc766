using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Sinks.Ftm;

/// <summary>
/// A record → entities of FollowTheMoney (https://followthemoney.tech): the target, the article, and for an act that is done a
/// <c>Sanction</c>. An act that is planned, urged or rejected is no sanction: it becomes an <c>Event</c> that says its status.
/// </summary>
static partial class FtmMapping
{
    const int IdBytes = 15;

    /// <summary>Adds what a record says to <paramref name="entity"/>, which gives the entity of an id, new or known.</summary>
    public static void Map(SanctionsRecord record, Func<string, string, FtmEntity> entity)
    {
        var article = entity(Id("article", record.DocumentId, $"{record.Article}"), "Article")
            .Add("title", record.Title)
            .Add("name", record.Title ?? record.DocumentId)
            .Add("fileName", record.DocumentId)
            .Add("publishedAt", record.Published)
            .Add("sourceUrl", WebAddress(record.Url));
        var schema = SchemaOf(record);
        var target = entity(record.TargetId ?? Id(schema, Folded(record.Target)), schema)
            .Add("name", record.Target)
            .Add("proof", article.Id);

        // Another record may have made it an entity of another kind: two types of one name in a list.
        if (target.Schema == "Person")
        {
            target.Add("position", record.TargetRole);
        }
        else if (target.Schema == "LegalEntity")
        {
            target.Add("classification", record.TargetType);
        }

        if (record.Status == "actual")
        {
            Describe(Sanction(record, entity("sanction-" + record.Id, "Sanction"), target), record, article);
        }
        else
        {
            Describe(
                entity("event-" + record.Id, "Event")
                    .Add("name", $"{record.Actor}: {record.Action} {record.Target} ({record.Status})")
                    .Add("keywords", record.Status, record.Action)
                    .Add("involved", target.Schema is "Vessel" or "Airplane" ? null : target.Id)
                    .Add("notes", record.Justification)
                    .Add("date", FtmDate(record.Date)),
                record,
                article);
        }
    }

    static FtmEntity Sanction(SanctionsRecord record, FtmEntity sanction, FtmEntity target)
    {
        sanction
            .Add("entity", target.Id)
            .Add("authority", record.ActorAgency, record.Actor)
            .Add("status", StatusOf(record.Action))
            .Add("reason", record.Justification)
            .Add("date", FtmDate(record.Date))
            .Add("provisions", [.. record.Measures.Select(Spaced)])
            .Add("program", [.. record.Objectives.Select(Spaced)]);
        return record.Action switch
        {
            "impose" => sanction.Add("startDate", FtmDate(record.Date)).Add("listingDate", FtmDate(record.Date)),
            "lift" => sanction.Add("endDate", FtmDate(record.Date)),
            _ => sanction,
        };
    }

    static void Describe(FtmEntity act, SanctionsRecord record, FtmEntity article) => act
        .Add("country", Country(record))
        .Add("summary", [.. record.Evidence.Select(evidence => evidence.Text)])
        .Add("sourceUrl", WebAddress(record.Url))
        .Add("recordId", record.Id)
        .Add("proof", article.Id);

    static string StatusOf(string action) => action switch
    {
        "impose" => "active",
        "extend" => "extended",
        "ease" => "eased",
        _ => "lifted",
    };

    static string SchemaOf(SanctionsRecord record) => record.TargetType switch
    {
        "person" => "Person",
        "vessel" => "Vessel",
        "aircraft" => "Airplane",
        "country" => "PublicBody",
        "organization" => PublicBodyWords().IsMatch(record.Target) ? "PublicBody" : CompanyWords().IsMatch(record.Target) ? "Company" : "Organization",
        _ => "LegalEntity",
    };

    /// <summary>Only what FollowTheMoney's dates may be: a year, a month or a day, whole.</summary>
    static string? FtmDate(string? edtf) => edtf is not null && PlainDate().Match(edtf) is { Success: true } date ? date.Value : null;

    /// <summary>FollowTheMoney's countries: ISO codes and the European Union, in small letters.</summary>
    static string? Country(SanctionsRecord record) => record.ActorCode switch
    {
        // The African Union's code in records is Australia's in ISO 3166.
        "AU" when record.Actor != "Australia" => null,
        "UN" => null,
        { Length: 2 } code => code.ToLowerInvariant(),
        _ => null,
    };

    static string? WebAddress(string? url) => url is not null && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;

    static string Spaced(string word) => word.Replace('_', ' ');

    static string Folded(string name) => string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static string Id(params ReadOnlySpan<string> parts) =>
        "x-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))).AsSpan(0, IdBytes));

    [GeneratedRegex(@"^\d{4}(-\d{2}(-\d{2})?)?(?=[~?%]?$)")]
    private static partial Regex PlainDate();

    [GeneratedRegex(@"\b(ministry|government|central bank|department|agency|police|army|navy|air force|armed forces|court|parliament|intelligence|directorate|judiciary|security forces?|bureau)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PublicBodyWords();

    [GeneratedRegex(@"\b(inc|ltd|llc|l\.l\.c|corp|corporation|company|co|plc|gmbh|ag|s\.?a|sarl|ooo|oao|pao|jsc|pjsc|ojsc|holdings?|industries|bank|airlines?|shipping|trading|petroleum|oil|gas|limited)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex CompanyWords();
}
