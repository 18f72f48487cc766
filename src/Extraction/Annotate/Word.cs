using Extraction.Learning;

namespace Extraction.Annotate;

/// <summary>How a sentence uses capitals: what they say about names depends on it.</summary>
public enum Casing
{
    /// <summary>Prose: a capital inside a sentence marks a name.</summary>
    Prose,

    /// <summary>A headline with a capital on nearly every word.</summary>
    Title,

    /// <summary>Nearly everything in capitals.</summary>
    Capitals,
}

/// <summary>Words and marks that part lists and clauses: the parser looks at which of them lie between two words.</summary>
public enum WordMark
{
    None,
    Comma,
    Semicolon,
    Conjunction,
    Other,
}

/// <summary>Hashes of one word that all models share, made once. In headlines and capitals the exact form counts no more than the lower-case one.</summary>
public readonly record struct Word(
    ulong Form, ulong Lower, ulong Shape, ulong Suffix1, ulong Suffix2, ulong Suffix3, ulong Suffix4, ulong Prefix1, ulong Prefix2, ulong Prefix3,
    ulong Fine, ulong Coarse, WordMark Mark)
{
    /// <summary>What stands before the first and after the last word.</summary>
    public static readonly Word Outside = new(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, NoCluster, NoCluster, WordMark.None);

    // Beyond all clusters; a word that is in none has 0.
    private const ulong NoCluster = 65_000;

    /// <summary>The word at an index, or <see cref="Outside"/>.</summary>
    public static ref readonly Word At(ReadOnlySpan<Word> words, int index) =>
        ref (uint)index < (uint)words.Length ? ref words[index] : ref OutsideBox[0];

    private static readonly Word[] OutsideBox = [Outside];

    /// <param name="form">The token's form.</param>
    /// <param name="casing">How its sentence uses capitals.</param>
    /// <param name="clusters">Words by the company they keep; null where nothing looks at them.</param>
    public static Word Of(ReadOnlySpan<char> form, Casing casing, WordClusters? clusters = null)
    {
        var cluster = clusters is null ? -1 : ClusterOf(form, clusters);

        Span<char> lower = stackalloc char[64];
        if (form.Length > lower.Length)
            form = form[..lower.Length];
        lower = lower[..form.Length];
        var shape = casing == Casing.Capitals ? 7UL : casing == Casing.Title ? 11UL : 3UL;
        var last = 0u;
        var run = 0;
        for (var at = 0; at < form.Length; at++)
        {
            var character = form[at];
            var kind = Kind(character, out lower[at]);
            if (casing == Casing.Capitals && kind == 2)
                kind = 1;
            run = kind == last ? run + 1 : 0;
            if (run < 2)
                shape = Hashing.Step(shape, kind);
            last = kind;
        }

        var lowerHash = Hashing.Of(lower);
        var n = lower.Length;
        return new Word(
            casing == Casing.Prose ? Hashing.Of(form) : lowerHash,
            lowerHash,
            shape,
            Hashing.Of(lower[Math.Max(0, n - 1)..]),
            Hashing.Of(lower[Math.Max(0, n - 2)..]),
            Hashing.Of(lower[Math.Max(0, n - 3)..]),
            Hashing.Of(lower[Math.Max(0, n - 4)..]),
            Hashing.Of(lower[..Math.Min(1, n)]),
            Hashing.Of(lower[..Math.Min(2, n)]),
            Hashing.Of(lower[..Math.Min(3, n)]),
            cluster < 0 ? 0 : (ulong)cluster + 1,
            cluster < 0 ? 0 : (ulong)clusters!.CoarseOf(cluster) + 1,
            MarkOf(lower));
    }

    // A compound that is rare itself keeps the company of its last part ("Hodeida-based").
    private static int ClusterOf(ReadOnlySpan<char> form, WordClusters clusters)
    {
        var cluster = clusters.Find(form);
        var hyphen = cluster < 0 ? form.LastIndexOf('-') : -1;
        return hyphen > 0 && hyphen + 1 < form.Length ? clusters.Find(form[(hyphen + 1)..]) : cluster;
    }

    private static WordMark MarkOf(ReadOnlySpan<char> lower) => lower switch
    {
        "," => WordMark.Comma,
        ";" => WordMark.Semicolon,
        "and" or "or" or "but" or "&" => WordMark.Conjunction,
        "\"" or "(" or ")" or ":" or "-" or "--" or "[" or "]" => WordMark.Other,
        _ => WordMark.None,
    };

    /// <summary>The words of a sentence, read from their forms.</summary>
    public static Word[] OfSentence(IReadOnlyList<string> forms, WordClusters clusters)
    {
        var casing = CasingOf(forms);
        var words = new Word[forms.Count];
        for (var at = 0; at < words.Length; at++)
            words[at] = Of(forms[at], casing, clusters);
        return words;
    }

    /// <summary>Judges a sentence's casing by its words of three letters and more; short sentences count as prose unless all in capitals.</summary>
    public static Casing CasingOf(IReadOnlyList<string> forms)
    {
        int words = 0, capital = 0, all = 0, longLower = 0;
        foreach (var form in forms)
        {
            if (form.Length < 4 || !char.IsLetter(form[0]))
                continue;
            words++;
            if (!char.IsUpper(form[0]))
            {
                longLower++;
                continue;
            }

            capital++;
            if (!form.AsSpan(1).ContainsAnyInRange('a', 'z'))
                all++;
        }

        if (words >= 2 && all >= 0.8 * words)
            return Casing.Capitals;
        return words >= 4 && capital >= 0.75 * words && longLower <= 2 ? Casing.Title : Casing.Prose;
    }

    // 1 capital, 2 small, 3 figure, 4 hyphen or apostrophe, 5 full stop, 6 other. Figures become zeros in the lower form.
    private static uint Kind(char character, out char lower)
    {
        if (char.IsAsciiLetterLower(character))
        {
            lower = character;
            return 2;
        }

        if (char.IsAsciiLetterUpper(character))
        {
            lower = (char)(character | 0x20);
            return 1;
        }

        if (char.IsAsciiDigit(character))
        {
            lower = '0';
            return 3;
        }

        lower = char.ToLowerInvariant(character);
        if (character is '-' or '\'')
            return 4;
        if (character == '.')
            return 5;
        return !char.IsLetter(character) ? 6u : lower != character ? 1u : 2u;
    }
}
