using Extraction.Annotate.Tag;
using Extraction.Documents;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>Learns the lemmatizer's table: rules of frequent endings, and words that the endings would get wrong.</summary>
internal static class LemmaTable
{
    public static byte[] Pack(IReadOnlyList<TreeSentence> sentences, out string[] rules)
    {
        var words = sentences.SelectMany(Words).CountBy(word => word)
            .GroupBy(entry => (entry.Key.Lower, entry.Key.Upos))
            .Select(group => (group.Key.Lower, group.Key.Upos, group.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key.Rule, StringComparer.Ordinal).First().Key.Rule))
            .OrderBy(word => word.Lower, StringComparer.Ordinal).ThenBy(word => word.Upos).ToArray();
        var numbers = new Dictionary<string, ushort>(StringComparer.Ordinal);
        ushort Number(string rule) => numbers.TryGetValue(rule, out var number) ? number : numbers[rule] = (ushort)numbers.Count;

        var map = new Dictionary<ulong, ushort>();
        var kept = new Dictionary<(string Ending, Upos Upos), string>();
        for (var length = 1; length <= Lemmatizer.LongestEnding; length++)
        {
            var endings = words.Where(word => word.Lower.Length > length)
                .GroupBy(word => (Ending: word.Lower[^length..], word.Upos)).OrderBy(group => group.Key.Ending, StringComparer.Ordinal).ThenBy(group => group.Key.Upos);
            foreach (var group in endings)
            {
                var best = group.CountBy(word => word.Rule).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).First();
                if ((length > 1 && best.Value < 3) || best.Value * 3 < group.Count() * 2 || best.Key == Shorter(kept, group.Key.Ending[1..], group.Key.Upos))
                    continue;
                kept[group.Key] = best.Key;
                map[Lemmatizer.EndingKey(group.Key.Ending, group.Key.Upos, length)] = Number(best.Key);
            }
        }

        foreach (var (lower, upos, rule) in words)
        {
            if (rule != (Shorter(kept, lower.Length > Lemmatizer.LongestEnding ? lower[^Lemmatizer.LongestEnding..] : lower[1..], upos) ?? "0 "))
                map[Lemmatizer.WordKey(lower, upos)] = Number(rule);
        }

        rules = [.. numbers.Keys];
        return PackedMap.Pack(map);
    }

    private static string? Shorter(Dictionary<(string, Upos), string> kept, string ending, Upos upos)
    {
        for (; ending.Length > 0; ending = ending[1..])
        {
            if (kept.TryGetValue((ending, upos), out var rule))
                return rule;
        }

        return null;
    }

    private static IEnumerable<(string Lower, Upos Upos, string Rule)> Words(TreeSentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var upos = Enum.Parse<Upos>(sentence.Tags[at].AsSpan(0, sentence.Tags[at].IndexOf(' ', StringComparison.Ordinal)), ignoreCase: true);
            if (upos is Upos.Punct or Upos.Sym or Upos.Num or Upos.X)
                continue;
            var lower = sentence.Forms[at].ToLowerInvariant();
            var lemma = sentence.Lemmas[at];
            if (upos == Upos.Propn && !lemma.Equals(sentence.Forms[at], StringComparison.OrdinalIgnoreCase) && !lower.StartsWith(lemma, StringComparison.OrdinalIgnoreCase))
                continue;
            lemma = lemma.ToLowerInvariant();
            var same = 0;
            while (same < lower.Length && same < lemma.Length && lower[same] == lemma[same])
                same++;
            yield return (lower, upos, $"{lower.Length - same} {lemma[same..]}");
        }
    }
}
