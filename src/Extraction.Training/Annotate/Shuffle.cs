namespace Extraction.Training.Annotate;

/// <summary>Shuffles the same way every time.</summary>
internal static class Shuffle
{
    public static void InPlace<T>(T[] items, int seed) => new Random(seed).Shuffle(items);
}
