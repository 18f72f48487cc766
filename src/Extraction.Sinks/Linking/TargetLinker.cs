using Extraction.Documents;

namespace Extraction.Sinks.Linking;

/// <summary>Fills <c>target_id</c> and <c>target_score</c> from the user's lists. Countries, sectors and groups are on no list and stay as they are.</summary>
public sealed class TargetLinker(NameIndex index, double threshold = TargetLinker.DefaultThreshold)
{
    /// <summary>Least likeness for a link. Chosen on our own 300 hard pairs (precision 0.97, recall 0.96 there): below it wrong links grow faster than right ones.</summary>
    public const double DefaultThreshold = 0.9;

    /// <param name="files">In order of preference: of equal matches the first file's is taken.</param>
    /// <exception cref="FormatException">A file is no list that is known; says which.</exception>
    public static TargetLinker Load(IEnumerable<string> files) => new(new(ListFile.ReadAll(files)));

    /// <summary>The same record, with its target's entry where a list has one.</summary>
    public SanctionsRecord Link(SanctionsRecord record)
    {
        EntryKind? kind = record.TargetType switch
        {
            "person" => EntryKind.Person,
            "organization" => EntryKind.Organization,
            "vessel" => EntryKind.Vessel,
            "aircraft" => EntryKind.Aircraft,
            _ => null,
        };
        return kind is { } known && Find(record.Target, known) is { } match
            ? record with { TargetId = match.Entry.Id, TargetScore = Math.Round(match.Score, 3) }
            : record with { TargetId = null, TargetScore = null };
    }

    /// <summary>The entry that a name means, or null.</summary>
    public Match? Find(string name, EntryKind kind) => index.Find(name, kind) is { } match && match.Score >= threshold ? match : null;
}
