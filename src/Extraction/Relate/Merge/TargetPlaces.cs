using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Merge;

/// <summary>Where an article's targets are mentioned, by sentence.</summary>
public sealed class TargetPlaces
{
    /// <summary>No targets.</summary>
    public static readonly TargetPlaces None = new([]);

    readonly Dictionary<int, Dictionary<Nominal, List<string>>> bySentence = [];

    public TargetPlaces(IReadOnlyList<MergedEvent> events)
    {
        foreach (var e in events)
            foreach (var p in e.Proposals)
            {
                var number = p.Target.Sentence.Number;
                if (!bySentence.TryGetValue(number, out var places)) bySentence[number] = places = [];
                if (!places.TryGetValue(p.Target, out var keys)) places[p.Target] = keys = [];
                if (!keys.Contains(e.TargetKey)) keys.Add(e.TargetKey);
            }
    }

    /// <summary>Mentions in a sentence of other targets than the one of this key.</summary>
    public IEnumerable<Nominal> Others(SentenceView s, string key) =>
        bySentence.TryGetValue(s.Number, out var places) ? places.Where(p => p.Value.Exists(k => k != key)).Select(p => p.Key) : [];
}
