using Extraction.Documents;
using Extraction.Relate.Actors;
using Extraction.Relate.Reading;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Anchors;

/// <summary>One place that says: this authority does this to that.</summary>
/// <param name="Anchor">Where it is said.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What.</param>
/// <param name="Status">How far it is done.</param>
/// <param name="Target">To whom.</param>
/// <param name="Type">What kind of target it is.</param>
/// <param name="ActP">Probability that the anchor states this act.</param>
/// <param name="StatusP">Probability of the status.</param>
/// <param name="ActorP">Probability of the actor.</param>
/// <param name="TargetP">Probability of the target.</param>
/// <param name="TriggerP">Probability that the anchor's word states an act at all.</param>
/// <param name="EvidenceP">Probability that the target stands in a sentence that states an act.</param>
/// <param name="Reasons">Where the reader believes that the reason begins; null if it has no opinion.</param>
/// <param name="Dates">What the reader believes to date the act; null if it has no opinion.</param>
/// <param name="Together">Names of the authorities that act jointly, the actor's among them; null for the actor alone.</param>
public sealed record Proposal(
    Anchor Anchor, Authority Actor, ActKind Action, ActStatus Status, Nominal Target, TargetType Type, double ActP, double StatusP, double ActorP, double TargetP,
    double TriggerP = 1, double EvidenceP = 1, ReasonVotes? Reasons = null, DateVotes? Dates = null, IReadOnlyList<string>? Together = null)
{
    /// <summary>True if this authority is one of those that act jointly here.</summary>
    public bool IsJointWith(string authority) => Together?.Contains(authority) ?? authority == Actor.Name;

    public double P => ActP * ActorP * TargetP;
}
