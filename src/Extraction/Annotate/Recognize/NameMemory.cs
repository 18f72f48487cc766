using Extraction.Documents;

namespace Extraction.Annotate.Recognize;

/// <summary>
/// Makes the names of one document agree: the same words have the type that most of their mentions have, an acronym in brackets
/// has its long name's type, and a person's family name alone is that person. Words that are nowhere a name stay none,
/// but in headlines, where capitals tell nothing, the document's names are found by their words.
/// </summary>
public static class NameMemory
{
    private const int LongestName = 8;

    /// <summary>Changes the names of a document in place; they stay in order.</summary>
    /// <param name="forms">All tokens of the document.</param>
    /// <param name="names">Names, in order.</param>
    /// <param name="sentences">Ranges of the sentences, and whether each is a headline in its use of capitals.</param>
    public static void Settle(IReadOnlyList<string> forms, List<NameMention> names, IReadOnlyList<(int First, int End, bool Headline)> sentences)
    {
        var votes = Votes(forms, names, sentences);
        if (votes.Count == 0)
            return;
        AddAcronyms(forms, names, votes);
        AddFamilyNames(forms, names, votes);
        for (var at = 0; at < names.Count; at++)
        {
            if (votes.TryGetValue(Key(forms, names[at].First, names[at].End), out var counts))
                names[at] = names[at] with { Type = Winner(counts, names[at].Type) };
        }

        var free = new bool[forms.Count];
        Array.Fill(free, true);
        foreach (var name in names)
            free.AsSpan(name.First, name.End - name.First).Clear();
        var before = names.Count;
        var longest = Longest(votes);
        foreach (var (first, end, headline) in sentences)
            Find(forms, first, end, headline, votes, longest, free, names);
        if (names.Count > before)
            names.Sort((left, right) => left.First.CompareTo(right.First));
    }

    // For each first word of a name the number of words of the longest such name.
    private static Dictionary<string, int> Longest(Dictionary<string, int[]> votes)
    {
        var longest = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in votes.Keys)
        {
            var space = key.IndexOf(' ', StringComparison.Ordinal);
            var first = space < 0 ? key : key[..space];
            longest[first] = Math.Max(longest.GetValueOrDefault(first), key.AsSpan().Count(' ') + 1);
        }

        return longest;
    }

    // Headlines do not vote: they are the uncertain ones.
    private static Dictionary<string, int[]> Votes(
        IReadOnlyList<string> forms, List<NameMention> names, IReadOnlyList<(int First, int End, bool Headline)> sentences)
    {
        var votes = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        var sentence = 0;
        foreach (var name in names)
        {
            while (sentences[sentence].End <= name.First)
                sentence++;
            if (!sentences[sentence].Headline)
                Vote(votes, Key(forms, name.First, name.End), name.Type, 2);
        }

        return votes;
    }

    private static void AddAcronyms(IReadOnlyList<string> forms, List<NameMention> names, Dictionary<string, int[]> votes)
    {
        foreach (var name in names)
        {
            if (name.End + 2 < forms.Count && forms[name.End] == "(" && forms[name.End + 2] is ")" or "," or ";" && name.End - name.First > 1
                && IsAcronym(forms[name.End + 1]))
            {
                Vote(votes, forms[name.End + 1], name.Type, 5);
            }
        }
    }

    private static void AddFamilyNames(IReadOnlyList<string> forms, List<NameMention> names, Dictionary<string, int[]> votes)
    {
        foreach (var name in names)
        {
            if (name.Type == NameType.Person && name.End - name.First is > 1 and < 5 && forms[name.End - 1].Length > 2)
                Vote(votes, forms[name.End - 1], NameType.Person, 3);
        }
    }

    private static void Find(
        IReadOnlyList<string> forms, int first, int end, bool headline, Dictionary<string, int[]> votes, Dictionary<string, int> longest, bool[] free, List<NameMention> names)
    {
        for (var at = first; at < end; at++)
        {
            if (!free[at] || !char.IsUpper(forms[at][0]) || !longest.TryGetValue(forms[at], out var most))
                continue;
            for (var length = Math.Min(Math.Min(LongestName, most), end - at); length > 0; length--)
            {
                if (free.AsSpan(at, length).Contains(false) || !votes.TryGetValue(Key(forms, at, at + length), out var counts) || !IsSure(forms, at, length, headline, counts))
                    continue;
                names.Add(new NameMention(at, at + length, Winner(counts, NameType.Misc)));
                at += length - 1;
                break;
            }
        }
    }

    private static bool IsSure(IReadOnlyList<string> forms, int at, int length, bool headline, int[] counts) =>
        length > 1 || (forms[at].Length > 2 && counts.Sum() >= (headline ? 2 : 4) && !(headline && forms[at].Length < 4 && !IsAcronym(forms[at])));

    private static bool IsAcronym(string form) => form.Length is >= 2 and <= 10 && form.Count(char.IsUpper) >= 2 && !form.Contains('.', StringComparison.Ordinal);

    private static string Key(IReadOnlyList<string> forms, int first, int end)
    {
        if (end - first == 1)
            return forms[first];
        var words = new string[end - first];
        for (var at = first; at < end; at++)
            words[at - first] = forms[at];
        return string.Join(' ', words);
    }

    private static void Vote(Dictionary<string, int[]> votes, string key, NameType type, int weight)
    {
        if (!votes.TryGetValue(key, out var counts))
            votes[key] = counts = new int[4];
        counts[(int)type] += weight;
    }

    private static NameType Winner(int[] counts, NameType own)
    {
        var best = (int)own;
        for (var type = 0; type < counts.Length; type++)
        {
            if (counts[type] > counts[best])
                best = type;
        }

        return (NameType)best;
    }
}
