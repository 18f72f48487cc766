using Extraction.Annotate;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>What each common word can be: the set of its frequent tags, as one number. The tagger looks ahead with it.</summary>
internal static class Lexicon
{
    private const int FewestSeen = 3;

    public static byte[] Pack(IReadOnlyList<TreeSentence> sentences)
    {
        var counts = new Dictionary<ulong, SortedDictionary<string, int>>();
        foreach (var sentence in sentences)
        {
            for (var at = 0; at < sentence.Count; at++)
            {
                var key = Word.Of(sentence.Forms[at], Casing.Prose).Lower;
                if (!counts.TryGetValue(key, out var tags))
                    counts[key] = tags = new SortedDictionary<string, int>(StringComparer.Ordinal);
                tags[sentence.Tags[at]] = tags.GetValueOrDefault(sentence.Tags[at]) + 1;
            }
        }

        var classes = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var map = new Dictionary<ulong, ushort>();
        foreach (var (key, tags) in counts.OrderBy(entry => entry.Key))
        {
            var all = tags.Values.Sum();
            if (all < FewestSeen)
                continue;
            var name = string.Join('|', tags.Where(tag => tag.Value >= 0.1 * all).OrderByDescending(tag => tag.Value).Select(tag => tag.Key).Take(4));
            if (!classes.TryGetValue(name, out var number))
                classes[name] = number = (ushort)classes.Count;
            map[key] = number;
        }

        return PackedMap.Pack(map);
    }
}
