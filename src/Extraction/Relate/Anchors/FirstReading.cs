using Extraction.Documents;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Anchors;

/// <summary>
/// What a first reading of the whole article found: who acts in it, how far things are done, what is hit. The second reading
/// weighs each place in this light, as a person does who reads a story twice.
/// </summary>
public sealed class FirstReading
{
    readonly Dictionary<string, double> actors = new(StringComparer.Ordinal);
    readonly double[] statuses = new double[4];
    readonly double[] actions = new double[4];
    readonly Dictionary<string, double> targets = new(StringComparer.Ordinal);
    readonly double total = 1e-9;

    public FirstReading(IEnumerable<Proposal> proposals)
    {
        foreach (var p in proposals)
        {
            total += p.P;
            actors[p.Actor.Name] = actors.GetValueOrDefault(p.Actor.Name) + p.P;
            statuses[(int)p.Status] += p.P * p.StatusP;
            actions[(int)p.Action] += p.P;
            var key = TargetNames.Normalize(p.Target);
            targets[key] = Math.Max(targets.GetValueOrDefault(key), p.P);
        }
    }

    /// <summary>Nothing read yet: every share is 0.</summary>
    public static FirstReading None { get; } = new([]);

    /// <summary>True if the first reading found any act.</summary>
    public bool HasActs => total > 0.3;

    /// <summary>How many acts it found, weighed by probability.</summary>
    public double Total => total;

    /// <summary>An authority's share of the acts, 0 to 1.</summary>
    public double Actor(string name) => actors.GetValueOrDefault(name) / total;

    /// <summary>The authority with the largest share, or null.</summary>
    public string? TopActor => actors.Count == 0 ? null : actors.MaxBy(a => a.Value).Key;

    public double Status(ActStatus status) => statuses[(int)status] / total;

    public double Action(ActKind action) => actions[(int)action] / total;

    /// <summary>The highest probability that a target with this normal form was hit anywhere.</summary>
    public double Target(string key) => targets.GetValueOrDefault(key);

    /// <summary>A share or probability in tenths.</summary>
    public static int Tenths(double share) => (int)(Math.Clamp(share, 0, 1) * 10);
}
