namespace Extraction.Clean;

/// <summary>Deals stems to the eight buckets of <see cref="StemSearch"/> and writes its tables.</summary>
internal static class StemBuckets
{
    private const int Buckets = 8;
    private const int Fingerprint = 4;

    /// <returns>The stems of each bucket; and for each of four letters a table by low and one by high half, of sixteen entries each.</returns>
    public static (Stem[][] Stems, byte[] Tables) Deal(SortedSet<string> cores)
    {
        var dealt = new List<Stem>[Buckets];
        for (var i = 0; i < Buckets; i++)
            dealt[i] = [];
        var tables = new byte[Fingerprint * 2 * 16];
        // Stems of one beginning share a bucket, so that buckets stay sharp; words of three letters have two to themselves.
        var (next, beginning) = (2, "");
        foreach (var core in cores)
        {
            var stem = new Stem(core);
            if (core.Length < Fingerprint)
            {
                FitWord(tables, stem.Letters);
                dealt[0].Add(stem);
                dealt[1].Add(stem);
                continue;
            }
            if (beginning.Length > 0 && !core.StartsWith(beginning, StringComparison.Ordinal))
                next = next == Buckets - 1 ? 2 : next + 1;
            beginning = core[..Fingerprint];
            dealt[next].Add(stem);
            for (var i = 0; i < Fingerprint; i++)
                Fit(tables, i, stem.Letters[i] & 15, stem.Letters[i] >> 4, 1 << next);
        }
        return (Array.ConvertAll(dealt, bucket => bucket.ToArray()), tables);
    }

    /// <summary>A word of three letters and one that is no letter: in bucket 0 by its high half alone, in bucket 1 those that share the high half of letters.</summary>
    private static void FitWord(byte[] tables, ReadOnlySpan<byte> letters)
    {
        for (var i = 0; i < letters.Length; i++)
            Fit(tables, i, letters[i] & 15, letters[i] >> 4, 0b11);
        for (var low = 0; low < 16; low++)
        {
            for (var high = 0; high < 16; high++)
            {
                if (high is not (6 or 7))
                    Fit(tables, letters.Length, low, high, 0b01);
                else if (!char.IsAsciiLetter((char)(high << 4 | low)))
                    Fit(tables, letters.Length, low, high, 0b10);
            }
        }
    }

    private static void Fit(byte[] tables, int letter, int low, int high, int buckets)
    {
        tables[letter * 32 + low] |= (byte)buckets;
        tables[letter * 32 + 16 + high] |= (byte)buckets;
    }
}
