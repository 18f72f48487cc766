namespace Extraction.Sinks.Linking;

/// <summary>How alike two names are, 0 to 1: each word of one finds its best partner in the other, rare words count more, order does not.</summary>
static class NameSimilarity
{
    const double SameSound = 0.88;

    // Two consonants are little to go by: "Tun" and "Thein" have the same.
    const double SameShortSound = 0.75;
    const int ShortSound = 2;

    // A letter more or less that is heard makes another name more often ("Popov", "Popkov") than a slip of the pen.
    const double OtherSound = 0.08;
    const double Initial = 0.7;
    const double WorthPairing = 0.7;
    const int ShortestForEdits = 4;

    // A name that is part of the other's counts nearly whole for people (patronymics come and go), less for firms ("Bank" of "Bank of Iran").
    const double PersonContainment = 0.8;
    const double OtherContainment = 0.45;

    /// <param name="a">The article's.</param>
    /// <param name="b">The list's.</param>
    /// <param name="weight">Of a word's skeleton: rare words more.</param>
    /// <param name="isPerson">People leave out parts of their names, firms do not.</param>
    public static double Of(NameParts a, NameParts b, Func<string, double> weight, bool isPerson)
    {
        if (a.Joined == b.Joined)
        {
            return 1;
        }

        double weightA = a.Parts.Sum(part => weight(part.Key)), weightB = b.Parts.Sum(part => weight(part.Key));
        var taken = new bool[b.Parts.Length];
        double common = 0;
        var pairs = 0;
        foreach (var part in a.Parts)
        {
            var (best, at) = (WorthPairing, -1);
            for (var i = 0; i < b.Parts.Length; i++)
            {
                var like = taken[i] ? 0 : Like(part, b.Parts[i], isPerson);
                (best, at) = like > best ? (like, i) : (best, at);
            }

            if (at >= 0)
            {
                taken[at] = true;
                pairs++;
                common += best * (weight(part.Key) + weight(b.Parts[at].Key)) / 2;
            }
        }

        // One shared surname makes nobody the same.
        if (isPerson && pairs < 2 && (a.Parts.Length > 1 || b.Parts.Length > 1))
        {
            return Joined(a, b);
        }

        var contained = Math.Min(1, common / Math.Min(weightA, weightB));
        var dice = 2 * common / (weightA + weightB);
        var share = isPerson ? PersonContainment : OtherContainment;
        return Math.Max((share * contained) + ((1 - share) * dice), Joined(a, b));
    }

    // Words run together or apart in another way.
    static double Joined(NameParts a, NameParts b)
    {
        var letters = Letters(a.Joined, b.Joined);
        return letters >= 0.85 && Math.Min(a.Joined.Length, b.Joined.Length) >= 6 && a.Parts.Length != b.Parts.Length ? letters : 0;
    }

    static double Like(NamePart a, NamePart b, bool isPerson)
    {
        if (a.Word == b.Word)
        {
            return 1;
        }

        if (isPerson && (a.Word.Length == 1 || b.Word.Length == 1))
        {
            return a.Word[0] == b.Word[0] ? Initial + 0.05 : 0;
        }

        if (Digits(a.Word) || Digits(b.Word))
        {
            return 0;
        }

        var letters = Letters(a.Word, b.Word);
        if (a.Key == b.Key && a.Key.Length >= 2)
        {
            var sound = a.Key.Length > ShortSound ? SameSound : SameShortSound;
            return sound + ((1 - sound) * letters);
        }

        return Math.Min(a.Word.Length, b.Word.Length) >= ShortestForEdits ? letters - OtherSound : 0;
    }

    static bool Digits(string word) => char.IsAsciiDigit(word[0]);

    /// <summary>1 less the edit distance (insert, delete, replace) over the longer length.</summary>
    static double Letters(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64)
        {
            return a == b ? 1 : 0;
        }

        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return 1 - ((double)row[b.Length] / Math.Max(a.Length, b.Length));
    }
}
