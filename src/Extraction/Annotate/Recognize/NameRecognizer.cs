using Extraction.Learning;

namespace Extraction.Annotate.Recognize;

/// <summary>Finds names of persons, organisations, places and others: a structured perceptron, decoded exactly (Viterbi).</summary>
public sealed class NameRecognizer
{
    public const string Name = "names";
    private readonly PackedWeights _weights;
    private readonly NameLists _lists;
    private readonly int[] _mask;
    private readonly int[] _steps = new int[(NameLabels.Count + 1) * NameLabels.Count];

    public NameRecognizer(SectionFile file)
    {
        _weights = PackedWeights.Read(file.Section("weights"));
        Enough = Sureness.Read(file);
        _mask = Sureness.Mask(_weights, _ => true);
        _lists = new NameLists(PackedMap.Read(file.Section("lists")));
        Span<int> scores = stackalloc int[_weights.Stride];
        for (var previous = 0; previous <= NameLabels.Count; previous++)
        {
            _weights.Score([NameFeatures.Step(previous)], scores);
            scores[..NameLabels.Count].CopyTo(_steps.AsSpan(previous * NameLabels.Count));
        }
    }

    /// <summary>The lead with which the first features decide alone.</summary>
    public int Enough { get; init; }

    /// <summary>Labels one sentence (see <see cref="NameLabels"/>).</summary>
    public void Label(ReadOnlySpan<Word> words, ReadOnlySpan<byte> tags, Span<byte> labels)
    {
        Span<ulong> features = stackalloc ulong[NameFeatures.Count];
        var listed = words.Length <= 512 ? stackalloc ushort[words.Length] : new ushort[words.Length];
        _lists.Find(words, listed);
        var size = words.Length * NameLabels.Count;
        var scores = size <= 4096 ? stackalloc int[size] : new int[size];
        Span<int> here = stackalloc int[_weights.Stride];
        for (var at = 0; at < words.Length; at++)
        {
            NameFeatures.Fill(words, tags, listed, at, rest: false, features);
            _weights.Score(features[..NameFeatures.First], here);
            Sureness.Best(here, _mask, out var lead);
            if (lead < Enough)
            {
                NameFeatures.Fill(words, tags, listed, at, rest: true, features);
                _weights.Add(features[..(NameFeatures.Count - NameFeatures.First)], here);
            }

            here[..NameLabels.Count].CopyTo(scores[(at * NameLabels.Count)..]);
        }

        Viterbi.Decode(scores, _steps, labels);
    }
}
