using System.Runtime.InteropServices;

namespace Extraction.Sinks.Linking;

/// <summary>An entry that a name may mean.</summary>
public sealed record Match(ListEntry Entry, double Score);

/// <summary>
/// All names of the lists, found by the skeletons of their words (blocking): a name is compared only with those that share a word's
/// sound with it, the rarest words first. Immutable once built; safe to ask from many threads.
/// </summary>
public sealed class NameIndex
{
    const int MostCandidates = 120;
    const int MostPostings = 4000;
    const double LeastWeight = 0.25;

    readonly List<(ListEntry Entry, NameParts Name)> names = [];
    readonly Dictionary<string, List<int>> postings = new(StringComparer.Ordinal);
    readonly double most;

    public NameIndex(IEnumerable<ListEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var name in entry.Names.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                Add(entry, NameParts.Of(name));
            }
        }

        most = Math.Log(names.Count + 2);
    }

    /// <summary>Names in it, aliases counted.</summary>
    public int Count => names.Count;

    /// <summary>The entry whose name is most like this one, or null where none shares a word. Of equals the first in the lists.</summary>
    /// <param name="name">As the article has it.</param>
    /// <param name="kind">Entries of another kind are passed over, where both kinds are known.</param>
    public Match? Find(string name, EntryKind kind)
    {
        var parts = NameParts.Of(name);
        Match? best = null;
        foreach (var candidate in Candidates(parts))
        {
            var (entry, other) = names[candidate];
            if (kind != EntryKind.Unknown && entry.Kind != EntryKind.Unknown && entry.Kind != kind)
            {
                continue;
            }

            var score = NameSimilarity.Of(parts, other, Weight, kind == EntryKind.Person || (kind == EntryKind.Unknown && entry.Kind == EntryKind.Person));
            if (best is null || score > best.Score)
            {
                best = new(entry, score);
            }
        }

        return best;
    }

    void Add(ListEntry entry, NameParts name)
    {
        var at = names.Count;
        names.Add((entry, name));
        foreach (var key in name.Parts.Select(part => part.Key).Append(Whole(name)).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _) ??= []).Add(at);
        }
    }

    // Runs a name's words together; the mark keeps it from being taken for a word.
    static string Whole(NameParts name) => "_" + Skeleton.Of(name.Joined);

    // Candidates in the order of the lists, so that of equals the first is found first.
    IEnumerable<int> Candidates(NameParts name)
    {
        var scores = new Dictionary<int, double>();
        var keys = name.Parts.Select(part => part.Key).Append(Whole(name)).Distinct(StringComparer.Ordinal).Where(postings.ContainsKey).OrderBy(key => postings[key].Count);
        var seen = 0;
        foreach (var key in keys)
        {
            var list = postings[key];

            // A word that thousands share finds nobody by itself, once rarer ones were looked up.
            if (seen > 0 && list.Count > MostPostings)
            {
                var weight = Weight(key);
                foreach (var at in scores.Keys.ToList())
                {
                    scores[at] += list.BinarySearch(at) >= 0 ? weight : 0;
                }

                continue;
            }

            foreach (var at in list)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(scores, at, out _) += Weight(key);
            }

            seen++;
        }

        return scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostCandidates).Select(pair => pair.Key).Order();
    }

    // Inverse document frequency, from LeastWeight for a word that all names have to 1 for one that none has.
    double Weight(string key) =>
        Math.Max(LeastWeight, (most - Math.Log((postings.TryGetValue(key, out var list) ? list.Count : 0) + 1)) / most);
}
