using System.Collections.Immutable;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Lexicon;

/// <summary>
/// Where an article has words that hardly mean anything but sanctions, and where it calls them by their name: an act far from both, in an
/// article with few of either, is mostly one of another field.
/// </summary>
public sealed class FieldWords
{
    /// <summary>The distance where there is no such word.</summary>
    public const int Nowhere = 99;

    const string Name = "sanction";

    readonly int[] plain;
    readonly int[] named;

    public FieldWords(ImmutableArray<SentenceView> sentences)
    {
        plain = Distances([.. sentences.Select(s => Relevance.IsPlain(Of(s)))]);
        named = Distances([.. sentences.Select(s => Of(s).Contains(Name, StringComparison.OrdinalIgnoreCase))]);
        Plain = plain.Count(d => d == 0);
        Named = named.Count(d => d == 0);
    }

    /// <summary>Sentences with a plain word of the field.</summary>
    public int Plain { get; }

    /// <summary>Sentences with "sanction" in some form.</summary>
    public int Named { get; }

    /// <summary>Sentences from this one to the nearest with a plain word, at most <see cref="Nowhere"/>.</summary>
    public int ToPlain(int sentence) => plain[sentence];

    /// <summary>The same to "sanction".</summary>
    public int ToNamed(int sentence) => named[sentence];

    static ReadOnlySpan<char> Of(SentenceView s) => s.Sentence.Range.SpanOf(s.Document.Text);

    static int[] Distances(ImmutableArray<bool> has)
    {
        var distances = new int[has.Length];
        var since = Nowhere;
        for (var i = 0; i < has.Length; i++) distances[i] = since = has[i] ? 0 : Math.Min(Nowhere, since + 1);
        since = Nowhere;
        for (var i = has.Length - 1; i >= 0; i--) distances[i] = Math.Min(distances[i], since = has[i] ? 0 : Math.Min(Nowhere, since + 1));
        return distances;
    }
}
