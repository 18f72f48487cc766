using Extraction.Learning;

namespace Extraction.Training.Clusters;

/// <summary>Packs the vectors of frequent words and saves them: what <c>train vectors</c> calls.</summary>
public static class VectorTask
{
    const int Words = 30_000;

    /// <exception cref="IOException">The vectors are not there.</exception>
    public static ModelCard Train(string data, string models, Action<string> progress)
    {
        var path = Path.Combine(data, ClusterTask.VectorsPath);
        var (words, vectors) = VectorFile.Read(path, Words);
        var card = new ModelCard(
            WordVectors.Name, $"Vectors of {words.Count} frequent words, 100 dimensions, a byte each.", WordVectors.FeatureVersion, 0, "", "PDDL-1.0", [ClusterTask.Source(path)], []);
        var saved = ModelFolder.Save(models, card, WordVectors.Pack(words, vectors));
        progress($"vectors: saved, {saved.Bytes:N0} bytes");
        return saved;
    }
}
