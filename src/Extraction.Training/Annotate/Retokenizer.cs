using System.Collections.Immutable;
using System.Text;
using Extraction.Annotate.Tokenize;

namespace Extraction.Training.Annotate;

/// <summary>Brings a corpus' words to our own tokens, so that training sees what running sees.</summary>
public static class Retokenizer
{
    /// <summary>
    /// Joins a treebank's words where our tokenizer keeps them together ("al - Khazali"), and where they hang together in the tree; other
    /// differences are left as the treebank has them. The joined word takes the analysis of its head.
    /// </summary>
    public static TreeSentence Join(TreeSentence sentence)
    {
        var groups = Groups(sentence);
        return groups.Count == sentence.Count ? sentence : Merge(sentence, groups);
    }

    /// <summary>The sentence in our tokens; and as it was, where that has a compound adjective in parts.</summary>
    public static IEnumerable<TreeSentence> Variants(TreeSentence sentence)
    {
        var groups = Groups(sentence);
        if (groups.Count == sentence.Count || groups.Any(group => IsAdjective(sentence, group)))
            yield return sentence;
        if (groups.Count < sentence.Count)
            yield return Merge(sentence, groups);
    }

    /// <summary>Our tokens over a corpus' words joined by spaces, each with the word that it begins in and whether it begins that word.</summary>
    public static List<(string Form, int Word, bool Begins)> Split(IReadOnlyList<string> words)
    {
        var text = new StringBuilder();
        var owner = new List<(int Word, bool Begins)>();
        for (var at = 0; at < words.Count; at++)
        {
            if (at > 0 && IsClitic(words[at]))
            {
                text.Length--;
                owner.RemoveAt(owner.Count - 1);
            }

            for (var character = 0; character < words[at].Length; character++)
                owner.Add((at, character == 0));
            owner.Add((at, false));
            text.Append(words[at]).Append(' ');
        }

        var plain = new char[text.Length];
        PlainText.Copy(text.ToString(), plain);
        return [.. Slices(new string(plain)).Select(slice =>
            (PlainText.Form(plain.AsSpan(slice.Start, slice.Length)), owner[slice.Start].Word, owner[slice.Start].Begins))];
    }

    /// <summary>For each of our tokens the sentence's words <c>[First, End)</c> that it joins.</summary>
    public static List<(int First, int End)> Groups(TreeSentence sentence)
    {
        var text = new StringBuilder();
        var starts = new int[sentence.Count + 1];
        for (var at = 0; at < sentence.Count; at++)
        {
            starts[at] = text.Length;
            text.Append(sentence.Forms[at]);
            if (sentence.SpaceAfter[at])
                text.Append(' ');
        }

        starts[^1] = text.Length;
        return Groups(Slices(text.ToString()), sentence, starts);
    }

    /// <summary>Whether words joined by <see cref="Join"/> make an adjective ("Iran-backed"): they end in a participle or adjective, and the first is a word of its own.</summary>
    public static bool IsAdjective(TreeSentence sentence, (int First, int End) group) =>
        group.End - group.First > 2 && sentence.Forms[group.End - 2] == "-"
        && sentence.Tags[group.End - 1] is "VERB VBN" or "VERB VBD" or "ADJ JJ"
        && HyphenRules.Keeps("Some", sentence.Forms[group.End - 1]);

    private static bool IsClitic(string word) =>
        word is "n't" or "'" or "\u2019" || (word.Length is 2 or 3 && word[0] is '\'' or '\u2019' && char.IsLower(word[1]));

    private static List<TextSlice> Slices(string text)
    {
        var slices = new List<TextSlice>();
        Tokenizer.Tokenize(text, 0, text.Length, slices);
        return slices;
    }

    private static List<(int First, int End)> Groups(List<TextSlice> slices, TreeSentence sentence, int[] starts)
    {
        var groups = new List<(int, int)>();
        var slice = 0;
        for (var at = 0; at < sentence.Count;)
        {
            while (slice < slices.Count && slices[slice].Start < starts[at])
                slice++;
            var end = at + 1;
            if (slice < slices.Count && slices[slice].Start == starts[at])
            {
                while (end < sentence.Count && starts[end] < slices[slice].End)
                    end++;
                var whole = end == sentence.Count || slices[slice].End <= starts[end];
                if (!whole || OutsideHeads(sentence, at, end) != 1 || !sentence.Forms.AsSpan()[at..end].Contains("-"))
                    end = at + 1;
            }

            groups.Add((at, end));
            at = end;
        }

        return groups;
    }

    private static int OutsideHeads(TreeSentence sentence, int first, int end) =>
        Enumerable.Range(first, end - first).Count(at => sentence.Heads[at] < first || sentence.Heads[at] >= end);

    private static TreeSentence Merge(TreeSentence sentence, List<(int First, int End)> groups)
    {
        var groupOf = new int[sentence.Count + 1];
        groupOf[sentence.Count] = groups.Count;
        for (var group = 0; group < groups.Count; group++)
        {
            for (var at = groups[group].First; at < groups[group].End; at++)
                groupOf[at] = group;
        }

        var heads = groups.Select(group => Enumerable.Range(group.First, group.End - group.First)
            .First(at => sentence.Heads[at] < group.First || sentence.Heads[at] >= group.End)).ToArray();
        ImmutableArray<T> Of<T>(Func<int, T> value) => [.. heads.Select(value)];
        ImmutableArray<string> Text(ImmutableArray<string> parts) =>
            [.. groups.Select(group => string.Concat(parts.AsSpan()[group.First..group.End].ToArray()))];
        return sentence with
        {
            Forms = Text(sentence.Forms),
            Lemmas = Text(sentence.Lemmas),
            Tags = [.. groups.Select((group, at) => IsAdjective(sentence, group) ? "ADJ JJ" : sentence.Tags[heads[at]])],
            Heads = Of(at => groupOf[sentence.Heads[at]]),
            Relations = Of(at => sentence.Relations[at]),
            SpaceAfter = [.. groups.Select(group => sentence.SpaceAfter[group.End - 1])],
            Misc = Of(at => sentence.Misc[at]),
        };
    }
}
