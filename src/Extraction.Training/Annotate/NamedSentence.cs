using System.Collections.Immutable;
using Extraction.Annotate.Recognize;
using Extraction.Annotate.Tokenize;
using Extraction.Documents;

namespace Extraction.Training.Annotate;

/// <summary>A sentence with its names as labels (see <see cref="NameLabels"/>), in our own tokens.</summary>
/// <param name="Source">The corpus.</param>
/// <param name="Id">Its id, where the corpus has one; else empty.</param>
public sealed record NamedSentence(string Source, string Id, ImmutableArray<string> Forms, ImmutableArray<byte> Labels)
{
    /// <summary>Makes one with the corpus' own words, typography made plain.</summary>
    public static NamedSentence AsIs(string source, string id, IReadOnlyList<string> words, IReadOnlyList<(NameType? Type, bool Begins)> names)
    {
        var labels = new byte[words.Count];
        for (var at = 0; at < labels.Length; at++)
        {
            if (names[at].Type is not { } type)
                continue;
            var goesOn = !names[at].Begins && at > 0 && labels[at - 1] != NameLabels.Outside && NameLabels.Type(labels[at - 1]) == type;
            labels[at] = (byte)(goesOn ? NameLabels.Inside(type) : NameLabels.Begin(type));
        }

        return new NamedSentence(source, id, [.. words.Select(word => PlainText.FormOf(word))], [.. labels]);
    }

    /// <summary>The same sentence with words joined as our tokenizer joins those of its tree; unchanged where the words differ from the tree's.</summary>
    public NamedSentence Join(TreeSentence tree)
    {
        if (!tree.Forms.SequenceEqual(Forms))
            return this;
        var groups = Retokenizer.Groups(tree);
        return groups.Count == Forms.Length ? this : this with
        {
            Forms = [.. groups.Select(group => string.Concat(Forms.AsSpan()[group.First..group.End].ToArray()))],
            Labels = [.. groups.Select(group => group.End - group.First > 1 && Retokenizer.IsAdjective(tree, group) ? (byte)NameLabels.Outside : Labels[group.First])],
        };
    }

    /// <summary>Makes one from a corpus' own words and one type (or none) for each, with the beginnings of names.</summary>
    public static NamedSentence Of(string source, string id, IReadOnlyList<string> words, IReadOnlyList<(NameType? Type, bool Begins)> names)
    {
        var tokens = Retokenizer.Split(words);
        var labels = new byte[tokens.Count];
        for (var at = 0; at < labels.Length; at++)
        {
            var (_, word, begins) = tokens[at];
            if (names[word].Type is not { } type)
                continue;
            var previous = at > 0 ? labels[at - 1] : NameLabels.Outside;
            var goesOn = !(begins && names[word].Begins) && previous != NameLabels.Outside && NameLabels.Type(previous) == type;
            labels[at] = (byte)(goesOn ? NameLabels.Inside(type) : NameLabels.Begin(type));
        }

        return new NamedSentence(source, id, [.. tokens.Select(token => token.Form)], [.. labels]);
    }
}
