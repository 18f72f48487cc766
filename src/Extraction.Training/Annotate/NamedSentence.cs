using System.Collections.Immutable;
using Extraction.Annotate.Recognize;
using Extraction.Documents;

namespace Extraction.Training.Annotate;

/// <summary>A sentence with its names as labels (see <see cref="NameLabels"/>), in our own tokens.</summary>
/// <param name="Source">The corpus.</param>
/// <param name="Id">Its id, where the corpus has one; else empty.</param>
public sealed record NamedSentence(string Source, string Id, ImmutableArray<string> Forms, ImmutableArray<byte> Labels)
{
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
