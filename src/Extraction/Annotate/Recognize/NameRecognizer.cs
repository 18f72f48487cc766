using Extraction.Learning;

namespace Extraction.Annotate.Recognize;

/// <summary>Finds names of persons, organisations, places and others: a structured perceptron, decoded exactly (Viterbi).</summary>
public sealed class NameRecognizer
{
    public const string Name = "names";
    private readonly PackedWeights _weights;
    private readonly NameLists _lists;
    private readonly int[] _steps = new int[(NameLabels.Count + 1) * NameLabels.Count];

    public NameRecognizer(SectionFile file)
    {
        _weights = PackedWeights.Read(file.Section("weights"));
        _lists = new NameLists(PackedMap.Read(file.Section("lists")));
        for (var previous = 0; previous <= NameLabels.Count; previous++)
            _weights.Score([NameFeatures.Step(previous)], _steps.AsSpan(previous * NameLabels.Count, NameLabels.Count));
    }

    /// <summary>Labels one sentence (see <see cref="NameLabels"/>).</summary>
    public void Label(ReadOnlySpan<Word> words, ReadOnlySpan<byte> tags, Span<byte> labels)
    {
        Span<ulong> features = stackalloc ulong[NameFeatures.Count];
        var listed = words.Length <= 512 ? stackalloc ushort[words.Length] : new ushort[words.Length];
        _lists.Find(words, listed);
        var size = words.Length * NameLabels.Count;
        var scores = size <= 4096 ? stackalloc int[size] : new int[size];
        scores.Clear();
        for (var at = 0; at < words.Length; at++)
        {
            NameFeatures.Fill(words, tags, listed, at, features);
            _weights.Score(features, scores.Slice(at * NameLabels.Count, NameLabels.Count));
        }

        Viterbi.Decode(scores, _steps, labels);
    }
}
