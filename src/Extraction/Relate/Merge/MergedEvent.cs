using Extraction.Documents;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Merge;

/// <summary>All places of an article that state one record.</summary>
public sealed class MergedEvent
{
    public required Authority Actor { get; set; }

    public required ActKind Action { get; init; }

    public required ActStatus Status { get; init; }

    /// <summary>0 for the first such act upon the target that the article tells; others are dated otherwise.</summary>
    public int Occasion { get; init; }

    /// <summary>Normal form of the target's fullest name.</summary>
    public required string TargetKey { get; set; }

    /// <summary>The mention with the fullest name.</summary>
    public required Nominal Target { get; set; }

    public required TargetType TargetType { get; set; }

    /// <summary>In reading order, at least one.</summary>
    public List<Proposal> Proposals { get; } = [];

    /// <summary>Number of records that share an anchor with this one.</summary>
    public int Siblings { get; set; }

    /// <summary>Numbers of the sentences that state other records of the same act: same authority, action and status.</summary>
    public IReadOnlySet<int> ActSentences { get; set; } = new HashSet<int>();

    /// <summary>Where the article's targets are mentioned.</summary>
    public TargetPlaces Places { get; set; } = TargetPlaces.None;

    /// <summary>Mentions of the article's other targets in a sentence.</summary>
    public IEnumerable<Nominal> OtherTargets(SentenceView s) => Places.Others(s, TargetKey);

    /// <summary>Probability that actor, action, status and target are all right.</summary>
    public double Confidence { get; set; }

    /// <summary>The proposal with the highest probability.</summary>
    public Proposal Best => Proposals.MaxBy(p => p.P)!;
}
