using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Extraction.Training.Corpus;

/// <summary>
/// Finds articles that share too much text: shingles of eight words, compared as the share of the shorter article's shingles that
/// the other has too (Broder 1997, containment). Across splits little is allowed, within one split more, since agencies repeat background.
/// </summary>
internal static partial class NearCopies
{
    private const int Words = 8;

    internal const double AcrossSplits = 0.15;

    private const double WithinSplit = 0.5;

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    public static IEnumerable<LintFault> Find(ImmutableArray<(string Split, ImmutableArray<CorpusDocument> Documents)> splits)
    {
        var articles = splits.SelectMany(s => s.Documents.Select(d => (s.Split, d.Name, Shingles: Shingles(CorpusLint.Page(d))))).ToList();
        var holders = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < articles.Count; i++)
            foreach (var shingle in articles[i].Shingles)
                if (holders.TryGetValue(shingle, out var list))
                    list.Add(i);
                else
                    holders.Add(shingle, [i]);

        var shared = new Dictionary<(int, int), int>();
        foreach (var list in holders.Values)
            for (var a = 0; a < list.Count; a++)
                for (var b = a + 1; b < list.Count; b++)
                    shared[(list[a], list[b])] = shared.GetValueOrDefault((list[a], list[b])) + 1;
        foreach (var ((a, b), count) in shared.OrderBy(p => p.Key))
        {
            var share = Share(count, articles[a].Shingles, articles[b].Shingles);
            if (share > (articles[a].Split == articles[b].Split ? WithinSplit : AcrossSplits))
                yield return new LintFault(articles[b].Name, FormattableString.Invariant($"shares {share:P0} of its text with {articles[a].Name} of {articles[a].Split}"));
        }
    }

    /// <summary>The share of the shorter article's shingles that the other has too.</summary>
    internal static double Share(int common, HashSet<ulong> a, HashSet<ulong> b) => (double)common / Math.Max(1, Math.Min(a.Count, b.Count));

    internal static HashSet<ulong> Shingles(string text)
    {
        var words = Word().Matches(text).Select(m => Hash(m.ValueSpan)).ToArray();
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + Words <= words.Length; i++)
        {
            var hash = 14695981039346656037UL;
            for (var j = i; j < i + Words; j++)
                hash = (hash ^ words[j]) * 1099511628211UL;
            shingles.Add(hash);
        }

        return shingles;
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return hash;
    }
}
