using System.Buffers.Binary;

namespace Extraction.Learning;

/// <summary>
/// Words grouped by the company they keep: each frequent word has a fine cluster, and each fine cluster lies in a coarse one.
/// What is learned of "slapped" then holds for "levied" too. Immutable; safe from many threads.
/// </summary>
public sealed class WordClusters
{
    public const string Name = "clusters";

    /// <summary>Changes whenever the clusters mean something else to the models built on them.</summary>
    public const int FeatureVersion = 1;

    public const string WordsSection = "words";
    public const string CoarseSection = "coarse";
    readonly PackedMap words;
    readonly string[] fineNames;
    readonly string[] coarseNames;
    readonly ushort[] coarseOf;

    public WordClusters(SectionFile weights)
    {
        words = PackedMap.Read(weights.Section(WordsSection));
        var coarse = weights.Section(CoarseSection);
        fineNames = new string[coarse.Length / 2];
        coarseNames = new string[coarse.Length / 2];
        coarseOf = new ushort[coarse.Length / 2];
        for (var i = 0; i < fineNames.Length; i++)
        {
            fineNames[i] = $"f{i}";
            coarseOf[i] = BinaryPrimitives.ReadUInt16LittleEndian(coarse[(2 * i)..]);
            coarseNames[i] = $"c{coarseOf[i]}";
        }
    }

    /// <exception cref="ModelException">The model is missing, damaged or of another version.</exception>
    public static WordClusters Load(string models) => new(ModelFolder.Load(models, Name, FeatureVersion).Weights);

    /// <summary>The fine cluster of a word, case aside, or -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > 40) return -1;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return words.Find(Hashing.Of(lower));
    }

    /// <summary>The coarse cluster, by number, that a fine one lies in.</summary>
    public int CoarseOf(int cluster) => coarseOf[cluster];

    /// <summary>A short name of a fine cluster; "-" for -1.</summary>
    public string Fine(int cluster) => cluster < 0 ? "-" : fineNames[cluster];

    /// <summary>A short name of the coarse cluster that a fine one lies in; "-" for -1.</summary>
    public string Coarse(int cluster) => cluster < 0 ? "-" : coarseNames[cluster];
}
