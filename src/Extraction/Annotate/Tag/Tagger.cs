using Extraction.Documents;
using Extraction.Learning;

namespace Extraction.Annotate.Tag;

/// <summary>
/// Parts of speech, universal and Penn together: a greedy averaged perceptron from left to right. A tag is an index into
/// <see cref="Upos"/> and <see cref="Xpos"/>.
/// </summary>
public sealed class Tagger
{
    public const string Name = "tagger";
    private readonly PackedWeights _weights;
    private readonly PackedMap _lexicon;
    private readonly int[] _mask;

    public Tagger(SectionFile file)
    {
        _weights = PackedWeights.Read(file.Section("weights"));
        Enough = Sureness.Read(file);
        _mask = Sureness.Mask(_weights, _ => true);
        _lexicon = PackedMap.Read(file.Section("lexicon"));
        Tags = [.. file.Lines("tags")];
        Upos = [.. Tags.Select(tag => Enum.Parse<Upos>(tag.AsSpan(0, tag.IndexOf(' ', StringComparison.Ordinal)), ignoreCase: true))];
        Xpos = [.. Tags.Select(tag => tag[(tag.IndexOf(' ', StringComparison.Ordinal) + 1)..])];
        Lemmas = new Lemmatizer(file);
    }

    /// <summary>The tags as "UPOS XPOS".</summary>
    public IReadOnlyList<string> Tags { get; }

    public Upos[] Upos { get; }

    public string[] Xpos { get; }

    public Lemmatizer Lemmas { get; }

    /// <summary>The lead with which the first features decide alone.</summary>
    public int Enough { get; init; }

    /// <summary>Tags one sentence.</summary>
    public void Tag(ReadOnlySpan<Word> words, Span<byte> tags)
    {
        Span<ulong> features = stackalloc ulong[TagFeatures.Count];
        Span<int> scores = stackalloc int[_weights.Stride];
        var classes = words.Length <= 512 ? stackalloc int[words.Length] : new int[words.Length];
        for (var at = 0; at < words.Length; at++)
            classes[at] = _lexicon.Find(words[at].Lower);
        int previous = TagFeatures.None, beforePrevious = TagFeatures.None;
        for (var at = 0; at < words.Length; at++)
        {
            TagFeatures.Fill(words, classes, at, previous, beforePrevious, rest: false, features);
            _weights.Score(features[..TagFeatures.First], scores);
            var best = Sureness.Best(scores, _mask, out var lead);
            if (lead < Enough)
            {
                TagFeatures.Fill(words, classes, at, previous, beforePrevious, rest: true, features);
                _weights.Add(features[..(TagFeatures.Count - TagFeatures.First)], scores);
                best = Sureness.Best(scores, _mask, out _);
            }

            tags[at] = (byte)best;
            beforePrevious = previous;
            previous = best;
        }
    }
}
