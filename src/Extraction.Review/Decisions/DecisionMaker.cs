using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Record;
using Extraction.Review.Records;

namespace Extraction.Review.Decisions;

/// <summary>Turns what the page sends into a decision that can be stored, or says what is wrong with it.</summary>
public static class DecisionMaker
{
    const int LongestName = 80, LongestRemark = 2000, LongestKey = 64;

    /// <param name="request">As sent.</param>
    /// <param name="find">A record by id, as extracted or added.</param>
    /// <param name="ledger">What was decided before.</param>
    /// <param name="now">The time of the decision.</param>
    /// <exception cref="DecisionException">It is incomplete, about no known record, or its record is malformed.</exception>
    public static Decision Make(DecisionRequest request, Func<string, ReviewItem?> find, Ledger ledger, DateTimeOffset now)
    {
        var who = request.Who?.Trim() is { Length: > 0 and <= LongestName } name ? name : throw new DecisionException("Say who reviews: a name of at most 80 characters.");
        var key = request.Key is { Length: > 0 and <= LongestKey } given ? given : throw new DecisionException("The decision has no key.");
        var what = request.What is { } word && Verdict.All.Contains(word) ? word : throw new DecisionException($"\"{request.What}\" is no decision.");
        var about = request.Record ?? throw new DecisionException("The decision names no record.");
        var baseRecord = find(about)?.Record ?? throw new DecisionException($"There is no record {about}.");
        if (BareArticles.IsBare(about) && what is not (Verdict.Accept or Verdict.Add or Verdict.Undo))
        {
            throw new DecisionException("There is no record: add one, or confirm that there is none.");
        }

        var decision = new Decision
        {
            At = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            Who = who,
            What = what,
            Record = about,
            Why = request.Why?.Trim() is { Length: > 0 } why ? why[..Math.Min(why.Length, LongestRemark)] : null,
            Key = key,
        };
        return what switch
        {
            Verdict.Edit => Edited(decision, Content(request, baseRecord), baseRecord),
            Verdict.Add => Added(decision, Coded(Content(request, baseRecord), baseRecord), request.Other),
            Verdict.Merge => decision with { Other = Merged(about, who, request.Other is { } other && other != about ? find(other) : null, ledger), Content = ledger.Current(baseRecord, who) },
            Verdict.Undo => decision with { Undoes = Undone(about, who, request.Undoes, ledger) },
            _ => decision,
        };
    }

    static Decision Edited(Decision decision, SanctionsRecord content, SanctionsRecord before)
    {
        var after = Coded(content, before) with { Id = before.Id, Confidence = before.Confidence, Weighed = before.Weighed, Extractor = before.Extractor };
        after = after with { EventId = EventIdOf(before, after) };
        return decision with { Content = after, Changed = Changes(before, after) };
    }

    /// <summary>With its actor's code: the page asks for the name only. The agency of another actor goes.</summary>
    static SanctionsRecord Coded(SanctionsRecord content, SanctionsRecord extracted) => content.Actor == extracted.Actor
        ? content with { ActorCode = extracted.ActorCode }
        : content with
        {
            ActorCode = AuthorityLexicon.Default.Canonical(content.Actor)?.Code,
            ActorAgency = (content.ActorCode, content.ActorAgency) == (extracted.ActorCode, extracted.ActorAgency) ? null : content.ActorAgency,
        };

    /// <summary>Records of one act have the same actor, action and status: one that was given others is of another act, the same for all of the act that were given these.</summary>
    public static string EventIdOf(SanctionsRecord before, SanctionsRecord after) =>
        (after.Actor, after.Action, after.Status) == (before.Actor, before.Action, before.Status)
            ? before.EventId
            : "edited-" + Hash($"{before.EventId}\n{after.Actor}\n{after.Action}\n{after.Status}");

    /// <summary>An added record stands in the article of the record it was added beside; its id comes from the decision's key.</summary>
    static Decision Added(Decision decision, SanctionsRecord content, string? splitFrom)
    {
        var id = "added-" + Hash(decision.Key);
        return decision with { Record = id, Content = content with { Id = id, EventId = id, Confidence = 1, Weighed = null, Extractor = $"review by {decision.Who}" }, Other = splitFrom };
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 7));

    static string Merged(string record, string who, ReviewItem? other, Ledger ledger) => other switch
    {
        null or { IsBare: true } => throw new DecisionException("Say which other record stays."),
        _ when ledger.IsMerged(other.Record.Id, record) => throw new DecisionException("The other record was merged into this one: both would be gone."),
        _ when !ledger.Stands(other, who) => throw new DecisionException("The other record does not stand: say which one stays."),
        _ => other.Record.Id,
    };

    static string Undone(string record, string who, string? undoes, Ledger ledger) =>
        undoes is not null && ledger.ByKey(undoes) is { } earlier && earlier.Who == who && earlier.Record == record && earlier.What != Verdict.Undo
            ? undoes
            : throw new DecisionException("Only one's own decision can be taken back.");

    /// <summary>What was sent, with the provenance of the article that it is about.</summary>
    static SanctionsRecord Content(DecisionRequest request, SanctionsRecord from)
    {
        if (request.Content is not { ValueKind: JsonValueKind.Object } json)
        {
            throw new DecisionException("The record is missing.");
        }

        try
        {
            var content = RecordJson.Read(json.GetRawText(), "record") with
            {
                DocumentId = from.DocumentId,
                Article = from.Article,
                Title = from.Title,
                Published = from.Published,
                PublishedBasis = from.PublishedBasis,
                Url = from.Url,
            };
            return content with
            {
                Measures = [.. Vocabulary.Measures.Where(content.Measures.Contains)],
                Objectives = [.. Vocabulary.Objectives.Where(content.Objectives.Contains)],
            };
        }
        catch (RecordFormatException e)
        {
            throw new DecisionException(e.Message);
        }
    }

    static ImmutableArray<string> Changes(SanctionsRecord before, SanctionsRecord after)
    {
        using var old = JsonDocument.Parse(RecordJson.Write(before));
        using var now = JsonDocument.Parse(RecordJson.Write(after));
        return [.. old.RootElement.EnumerateObject().Where(p => !now.RootElement.TryGetProperty(p.Name, out var value) || !JsonElement.DeepEquals(p.Value, value)).Select(p => p.Name)];
    }
}
