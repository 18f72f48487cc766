namespace Extraction.Learning;

/// <summary>
/// 64-bit hashes of words and of feature combinations. Stable across runs, machines and versions: trained weights
/// are addressed by them, so a change here needs a new feature version in every model.
/// </summary>
public static class Hashing
{
    private const ulong Prime = 0x9E3779B97F4A7C15UL;
    private const ulong Other = 0xC2B2AE3D27D4EB4FUL;

    /// <summary>Hash of the characters, as they are.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Other ^ (ulong)text.Length;
        foreach (var character in text)
            hash = Step(hash, character);
        return hash;
    }

    /// <summary>Adds one character (or any small number) to a running hash.</summary>
    public static ulong Step(ulong hash, uint value)
    {
        hash = (hash ^ value) * Prime;
        return hash ^ (hash >> 32);
    }

    /// <summary>A feature of one value, in its own template's space.</summary>
    public static ulong Feature(uint template, ulong a)
    {
        var hash = (a + ((template + 1UL) * Other)) * Prime;
        return Finish(hash);
    }

    /// <summary>A feature of two values; their order matters.</summary>
    public static ulong Feature(uint template, ulong a, ulong b)
    {
        var hash = (a + ((template + 1UL) * Other)) * Prime;
        hash = ((hash ^ (hash >> 29)) + b) * Other;
        return Finish(hash);
    }

    /// <summary>A feature of three values; their order matters.</summary>
    public static ulong Feature(uint template, ulong a, ulong b, ulong c)
    {
        var hash = (a + ((template + 1UL) * Other)) * Prime;
        hash = ((hash ^ (hash >> 29)) + b) * Other;
        hash = ((hash ^ (hash >> 31)) + c) * Prime;
        return Finish(hash);
    }

    private static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * Other;
        return hash ^ (hash >> 29);
    }
}
