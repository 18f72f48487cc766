using System.Globalization;

namespace Extraction.Knowledge;

/// <summary>
/// Cuts a token form into pieces that phrases are compared by: runs of letters and digits, cut at hyphens, apostrophes and
/// slashes, full stops inside dropped ("U.S." is "US"), a comma a piece of its own. So "Asia-Pacific" as one token, as three and
/// as "Asia Pacific" are the same. Letters are folded to lower case without accents for the hash. Nothing is allocated.
/// </summary>
internal static class Pieces
{
    /// <summary>Case that a piece of a phrase asks of the text.</summary>
    public const int AnyCase = 0;
    public const int InitialUpper = 1;
    public const int AllUpper = 2;

    /// <summary>The next piece from <paramref name="position"/>; false when the form has no more.</summary>
    public static bool Next(ReadOnlySpan<char> form, ref int position, out ulong hash, out int highestCase)
    {
        hash = 14695981039346656037UL;
        highestCase = AnyCase;
        while (position < form.Length && !IsPart(form[position]))
        {
            if (form[position] == ',')
            {
                position++;
                hash = Step(hash, ',');
                highestCase = AllUpper;
                return true;
            }

            position++;
        }

        if (position == form.Length)
            return false;
        var first = form[position];
        var lower = false;
        for (; position < form.Length; position++)
        {
            var c = form[position];
            if (c == '.')
                continue;
            if (!IsPart(c))
                break;
            lower |= char.IsLower(c);
            hash = Step(hash, Fold(c));
        }

        highestCase = !lower ? AllUpper : char.IsLower(first) ? AnyCase : InitialUpper;
        return true;
    }

    /// <summary>True where a token without any piece may stand inside a phrase: hyphen, apostrophe, full stop.</summary>
    public static bool IsJoiner(string form) => form is "-" or "'" or ".";

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '&' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static ulong Step(ulong hash, char c) => (hash ^ c) * 1099511628211UL;

    private static char Fold(char c) => c switch
    {
        < '\u00C0' => char.ToLowerInvariant(c),
        < '\u0250' => Latin[c - 0xC0],
        >= '\u1E00' and < '\u1F00' => LatinAdditional[c - 0x1E00],
        _ => char.ToLowerInvariant(c),
    };

    // A table, because .NET does not decompose characters under InvariantGlobalization.
    private static readonly string Latin = DataFile.Lines("latin-folding.txt").First();

    private static readonly string LatinAdditional = DataFile.Lines("latin-folding.txt").ElementAt(1);
}
