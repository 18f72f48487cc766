using Extraction.Documents;

namespace Extraction.Review.Records;

/// <summary>A record as it stands in the queue.</summary>
/// <param name="Index">Its place: the extracted records in the order of their file, then those that reviewers added.</param>
/// <param name="Record">As extracted, or as first added. Never changed.</param>
/// <param name="AddedAt">Sequence number of the decision that added it; 0 for an extracted record.</param>
public sealed record ReviewItem(int Index, SanctionsRecord Record, long AddedAt)
{
    /// <summary>Whether it is an article without a record, and no record.</summary>
    public bool IsBare { get; } = BareArticles.IsBare(Record.Id);

    /// <summary>What full-text search looks through.</summary>
    public string Haystack { get; } = TextOf(Record);

    public static string TextOf(SanctionsRecord record) =>
        string.Join('\n', [record.Actor, record.ActorText, record.ActorAgency, record.Target, record.TargetText, record.TargetRole, record.Justification, record.Title, record.DocumentId, record.Date, .. record.Evidence.Select(sentence => sentence.Text)]);
}
